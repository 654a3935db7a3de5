use super::*;
use crate::deadlines::{Commencement, Deadline, Trigger};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn publicised(first: Option<&str>, taken_over: Option<&str>) -> Event {
    let mut event = festival(900).event;
    event.details.publicity =
        Some(Publicity { first: first.map(day), format: None, taken_over: taken_over.map(day) });
    event
}

fn due(event: &Event, start: Option<&str>) -> Deadline {
    let start = start.map_or(Commencement::NotFixed, |start| Commencement::On(day(start)));
    match event.notice(start, None) {
        Notice::Due(_, deadline) => deadline,
        other => panic!("{other:?}"),
    }
}

#[test]
fn notice_is_due_in_14_days_of_the_first_day_or_of_commencement() {
    let of = |first| due(&publicised(Some(first), None), Some("2027-04-06"));
    assert_eq!(of("2027-05-01"), Deadline::LastDay(day("2027-05-14")));
    assert_eq!(of("2027-04-06"), Deadline::LastDay(day("2027-04-19")), "on the day itself");
    assert_eq!(of("2026-01-01"), Deadline::LastDay(day("2027-04-19")), "commencement and 13 days");
}

#[test]
fn some_events_have_no_clear_date() {
    let start = Some("2027-04-06");
    assert_eq!(due(&publicised(None, None), start), Deadline::NoClearDate);
    assert_eq!(due(&publicised(Some("2027-05-01"), Some("2027-06-01")), start), Deadline::NoClearDate);
}

#[test]
fn without_a_commencement_day_nothing_is_due_on_a_day() {
    let event = publicised(Some("2027-05-01"), None);
    assert_eq!(due(&event, None), Deadline::NotFixed);
    let Notice::Due(trigger, _) = event.notice(Commencement::NotFixed, None) else { panic!() };
    assert_eq!(trigger, Trigger::EventPublicised(day("2027-05-01")));
    let silent = festival(900).event;
    assert_eq!(silent.notice(Commencement::NotFixed, None), Notice::NotSaid);
}

#[test]
fn others_notify_of_their_own_events() {
    let mut event = publicised(Some("2027-05-01"), None);
    event.details.control.operator = Some(crate::control::OperatorIs::InPartControl);
    assert_eq!(event.notice(Commencement::NotFixed, None), Notice::OfOthers);
}

#[test]
fn an_event_that_is_over_before_the_duties_start_needs_no_notice() {
    let mut event = publicised(Some("2026-11-01"), None);
    let ends_on = |event: &mut Event, text: &str| {
        event.details.dates = Some(Dates {
            starts: format!("{text}T10:00:00").parse().unwrap(),
            ends: format!("{text}T20:00:00").parse().unwrap(),
            admission: format!("{text}T09:00:00").parse().unwrap(),
            held_before: HeldBefore::No,
            repeats: Known::No,
        });
    };
    let earliest = Some(day("2027-04-01"));
    ends_on(&mut event, "2027-03-31");
    assert_eq!(event.notice(Commencement::NotFixed, earliest), Notice::OverBefore(day("2027-04-01")));
    ends_on(&mut event, "2027-04-01");
    assert!(matches!(event.notice(Commencement::NotFixed, earliest), Notice::Due(_, Deadline::NotFixed)));
    let fixed = Commencement::On(day("2027-04-06"));
    assert_eq!(event.notice(fixed, earliest), Notice::OverBefore(day("2027-04-06")));
}
