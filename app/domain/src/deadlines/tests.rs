use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn last(text: &str) -> Deadline {
    Deadline::LastDay(day(text))
}

#[test]
fn three_months_end_the_day_before_or_on_the_months_last_day() {
    for (first, end) in [
        ("2027-04-01", "2027-06-30"),
        ("2027-01-31", "2027-04-30"),
        ("2026-11-29", "2027-02-28"),
        ("2026-11-30", "2027-02-28"),
        ("2026-11-28", "2027-02-27"),
        ("2027-11-29", "2028-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2027-05-31", "2027-08-30"),
        ("2027-12-01", "2028-02-29"),
    ] {
        assert_eq!(last_of_three_months(day(first)), day(end), "from {first}");
    }
}

#[test]
fn every_trigger_has_its_last_day() {
    use Trigger::*;
    let start = Commencement::On(day("2027-04-01"));
    for (trigger, expected) in [
        (BecameResponsible(day("2020-01-01")), last("2027-06-30")),
        (BecameResponsible(day("2027-04-01")), last("2027-06-30")),
        (BecameResponsible(day("2027-06-03")), last("2027-06-30")),
        (BecameResponsible(day("2027-06-04")), last("2027-07-01")),
        (BecameResponsible(day("2027-09-01")), last("2027-09-28")),
        (CeasedResponsible(day("2027-04-01")), last("2027-06-30")),
        (CeasedResponsible(day("2027-09-01")), last("2027-09-28")),
        (CeasedResponsible(day("2027-03-31")), Deadline::NoClearDate),
        (EventPublicised(day("2026-12-01")), last("2027-04-14")),
        (EventPublicised(day("2027-04-01")), last("2027-04-14")),
        (EventPublicised(day("2027-04-02")), last("2027-04-15")),
        (CeasedEvent(day("2027-05-01")), last("2027-05-14")),
        (CeasedEvent(day("2027-03-31")), Deadline::NoClearDate),
        (PremisesInaccurate(day("2027-04-10")), last("2027-05-07")),
        (EventInaccurate(day("2027-04-10")), last("2027-04-23")),
        (DocumentRevised(day("2027-05-01")), last("2027-05-30")),
        (TookOverEvent(day("2027-05-01")), Deadline::NoClearDate),
        (EventNotPublicised, Deadline::NoClearDate),
    ] {
        assert_eq!(deadline(trigger, start), expected, "{trigger:?}");
        assert_eq!(deadline(trigger, Commencement::NotFixed), Deadline::NotFixed);
        assert!(!trigger.cite().is_empty());
    }
}

#[test]
fn weekends_and_clock_changes_move_nothing() {
    let start = Commencement::On(day("2027-04-01"));
    // 28 March 2027 loses an hour; 1 May 2027 is a Saturday.
    assert_eq!(last_of_days(day("2027-03-20"), 14), day("2027-04-02"));
    assert_eq!(deadline(Trigger::CeasedEvent(day("2027-04-18")), start), last("2027-05-01"));
}

#[test]
fn no_day_is_fixed_yet() {
    assert_eq!(commencement(), Commencement::NotFixed);
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0i64..40_000).prop_map(|days| day("2020-01-01") + TimeDelta::days(days))
}

proptest! {
    #[test]
    fn a_period_holds_as_many_days_as_it_says(first in any_day(), days in 1u64..400) {
        let end = last_of_days(first, days);
        prop_assert_eq!(end.signed_duration_since(first).num_days() + 1, i64::try_from(days).unwrap());
    }

    #[test]
    fn three_months_are_89_to_92_days_and_never_shrink(first in any_day()) {
        let end = last_of_three_months(first);
        let days = end.signed_duration_since(first).num_days() + 1;
        prop_assert!((89..=92).contains(&days), "{} days", days);
        prop_assert!(last_of_three_months(first.succ_opt().unwrap()) >= end);
    }

    #[test]
    fn only_becoming_or_ceasing_to_be_responsible_for_premises_has_the_later_of_two(
        start in any_day(), after in 0i64..200
    ) {
        let on = start + TimeDelta::days(after);
        let at = |trigger| deadline(trigger, Commencement::On(start));
        let floor = last_of_three_months(start);
        for trigger in [Trigger::BecameResponsible(on), Trigger::CeasedResponsible(on)] {
            prop_assert_eq!(at(trigger), Deadline::LastDay(floor.max(last_of_days(on, 28))));
        }
        prop_assert_eq!(at(Trigger::PremisesInaccurate(on)), Deadline::LastDay(last_of_days(on, 28)));
        prop_assert_eq!(at(Trigger::EventInaccurate(on)), Deadline::LastDay(last_of_days(on, 14)));
        prop_assert_eq!(at(Trigger::EventPublicised(on)), Deadline::LastDay(last_of_days(on, 14)));
    }

    #[test]
    fn no_last_day_is_before_the_duties_start(start in any_day(), on in any_day()) {
        use Trigger::*;
        for trigger in [
            BecameResponsible(on), CeasedResponsible(on), EventPublicised(on), CeasedEvent(on),
            PremisesInaccurate(on), EventInaccurate(on), DocumentRevised(on),
        ] {
            if let Deadline::LastDay(end) = deadline(trigger, Commencement::On(start)) {
                prop_assert!(end >= start && end >= on, "{:?}: {}", trigger, end);
            }
        }
    }

    #[test]
    fn later_never_means_an_earlier_last_day(start in any_day(), on in any_day(), more in 0i64..400) {
        let later = on + TimeDelta::days(more);
        let at = |trigger| deadline(trigger, Commencement::On(start));
        for (before, after) in [
            (at(Trigger::BecameResponsible(on)), at(Trigger::BecameResponsible(later))),
            (at(Trigger::EventPublicised(on)), at(Trigger::EventPublicised(later))),
        ] {
            if let (Deadline::LastDay(before), Deadline::LastDay(after)) = (before, after) {
                prop_assert!(before <= after);
            }
        }
    }
}

#[test]
fn the_end_of_the_calendar_stops_nothing() {
    assert_eq!(last_of_days(NaiveDate::MAX, 28), NaiveDate::MAX);
    assert_eq!(last_of_three_months(NaiveDate::MAX), NaiveDate::MAX);
}

#[test]
fn every_row_of_the_table_across_months_years_leap_days_and_clock_changes() {
    use Trigger::*;
    // Commencement, what happened, the last day.
    for (start, trigger, expected) in [
        // Responsible for premises: three months beginning with commencement, or 28 days if later.
        ("2027-04-01", BecameResponsible(day("2027-04-01")), "2027-06-30"),
        ("2027-04-01", BecameResponsible(day("2025-01-01")), "2027-06-30"),
        ("2027-05-31", BecameResponsible(day("2027-05-31")), "2027-08-30"),
        ("2027-11-30", BecameResponsible(day("2027-11-30")), "2028-02-29"),
        ("2026-11-29", BecameResponsible(day("2026-11-29")), "2027-02-28"),
        ("2027-04-01", BecameResponsible(day("2027-06-03")), "2027-06-30"),
        ("2027-04-01", BecameResponsible(day("2027-06-04")), "2027-07-01"),
        ("2027-04-01", BecameResponsible(day("2027-12-20")), "2028-01-16"),
        ("2027-04-01", BecameResponsible(day("2028-02-02")), "2028-02-29"),
        ("2027-04-01", BecameResponsible(day("2028-02-10")), "2028-03-08"),
        ("2027-04-01", BecameResponsible(day("2029-02-10")), "2029-03-09"),
        // Stopped being responsible for premises: the same two periods.
        ("2027-04-01", CeasedResponsible(day("2027-04-02")), "2027-06-30"),
        ("2027-04-01", CeasedResponsible(day("2027-10-15")), "2027-11-11"),
        // An event first publicised on or before commencement, or later.
        ("2027-04-01", EventPublicised(day("2026-12-24")), "2027-04-14"),
        ("2027-04-01", EventPublicised(day("2027-04-01")), "2027-04-14"),
        ("2027-04-01", EventPublicised(day("2027-04-02")), "2027-04-15"),
        ("2027-04-01", EventPublicised(day("2027-12-25")), "2028-01-07"),
        ("2027-04-01", EventPublicised(day("2028-02-20")), "2028-03-04"),
        ("2027-03-20", EventPublicised(day("2027-03-20")), "2027-04-02"),
        // Stopped being responsible for an event.
        ("2027-04-01", CeasedEvent(day("2027-10-25")), "2027-11-07"),
        ("2027-04-01", CeasedEvent(day("2028-02-16")), "2028-02-29"),
        // What was notified went out of date.
        ("2027-04-01", PremisesInaccurate(day("2027-04-01")), "2027-04-28"),
        ("2027-04-01", PremisesInaccurate(day("2027-12-31")), "2028-01-27"),
        ("2027-04-01", EventInaccurate(day("2027-04-01")), "2027-04-14"),
        ("2027-04-01", EventInaccurate(day("2028-02-28")), "2028-03-12"),
        // The document was revised.
        ("2027-04-01", DocumentRevised(day("2028-01-31")), "2028-02-29"),
        ("2027-04-01", DocumentRevised(day("2029-01-31")), "2029-03-01"),
        ("2027-04-01", DocumentRevised(day("2027-12-02")), "2027-12-31"),
        ("2027-04-01", DocumentRevised(day("2027-10-20")), "2027-11-18"),
    ] {
        assert_eq!(deadline(trigger, Commencement::On(day(start))), last(expected), "{start} {trigger:?}");
    }
}

#[test]
fn an_appeal_counts_from_its_notice_whenever_the_duties_start() {
    for (given, expected) in
        [("2027-06-01", "2027-06-28"), ("2028-02-02", "2028-02-29"), ("2027-12-15", "2028-01-11")]
    {
        let trigger = Trigger::NoticeGiven(day(given));
        for commencement in ["2027-04-01", "2027-06-01", "2029-01-01"] {
            assert_eq!(deadline(trigger, Commencement::On(day(commencement))), last(expected));
        }
        assert_eq!(deadline(trigger, Commencement::NotFixed), last(expected));
    }
}

#[test]
fn the_working_shows_the_periods_and_which_is_later() {
    let start = Commencement::On(day("2027-04-01"));
    let period = |length, begins, first, last| Period { length, begins, first: day(first), last: day(last) };
    let floor = period(Length::ThreeMonths, Begins::Commencement, "2027-04-01", "2027-06-30");
    let own = |first, last| period(Length::Days(28), Begins::Trigger, first, last);
    let became = |text| working(Trigger::BecameResponsible(day(text)), start);
    // On the same day both end, and the three months are named first.
    let same = own("2027-06-03", "2027-06-30");
    assert_eq!(became("2027-06-03"), Working::Later { later: floor, other: same });
    let after = own("2027-06-04", "2027-07-01");
    assert_eq!(became("2027-06-04"), Working::Later { later: after, other: floor });
    // Who was responsible before counts as becoming so on the day (section 9(9)).
    assert_eq!(became("2020-01-01"), Working::Later { later: floor, other: own("2027-04-01", "2027-04-28") });
    let publicised = period(Length::Days(14), Begins::Commencement, "2027-04-01", "2027-04-14");
    assert_eq!(working(Trigger::EventPublicised(day("2027-02-01")), start), Working::One(publicised));
    for (trigger, gap) in [
        (Trigger::CeasedResponsible(day("2027-03-31")), Gap::StoppedBefore),
        (Trigger::CeasedEvent(day("2027-03-31")), Gap::StoppedBefore),
        (Trigger::EventInaccurate(day("2027-03-31")), Gap::ChangedBefore),
        (Trigger::TookOverEvent(day("2027-05-31")), Gap::TookOver),
        (Trigger::EventNotPublicised, Gap::NotPublicised),
    ] {
        assert_eq!(working(trigger, start), Working::NoClearDate(gap));
    }
}

#[test]
fn a_file_has_a_case_in_each_good_row() {
    let text = "kind,id,commencement_date,trigger_date\r\n\
        premises_become,A,2027-04-01,2027-05-01\r\nappeal_notice,B,,2027-05-01\r\n\
        event_moved,C,1/4/2027,2027-5-1\r\ndocument_revised,,2027-02-29,\r\n";
    let read = cases(text.as_bytes()).unwrap();
    let first = read[0].as_ref().unwrap();
    assert_eq!(first.trigger, Trigger::BecameResponsible(day("2027-05-01")));
    assert_eq!(first.commencement, Commencement::On(day("2027-04-01")));
    assert_eq!(read[1].as_ref().unwrap().commencement, Commencement::NotFixed);
    let faults: Vec<_> = read
        .into_iter()
        .filter_map(Result::err)
        .flatten()
        .map(|fault| (fault.line, fault.column, fault.code))
        .collect();
    assert_eq!(
        faults,
        [
            (4, "kind", "kind-unknown"),
            (4, "commencement_date", "day-invalid"),
            (4, "trigger_date", "day-invalid"),
            (5, "id", "missing"),
            (5, "commencement_date", "day-invalid"),
            (5, "trigger_date", "missing"),
        ]
    );
}
