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
