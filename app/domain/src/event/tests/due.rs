use super::*;
use crate::{
    control::OperatorIs,
    deadlines::{Commencement, Deadline, Gap, Trigger, Working, deadline, working},
    event::due::to_tell,
    notice::{What, tests::kept},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn publicised(first: Option<&str>) -> Event {
    let mut event = festival(900).event;
    event.details.publicity = Some(Publicity { first: first.map(day), format: None, taken_over: None });
    event
}

fn triggers(event: &Event, starts: Commencement) -> Vec<Trigger> {
    to_tell(event, starts, &[]).into_iter().map(|one| one.trigger).collect()
}

fn start() -> Commencement {
    Commencement::On(day("2027-04-06"))
}

#[test]
fn an_event_is_notified_in_14_days_of_its_first_day_in_public() {
    let event = publicised(Some("2027-05-01"));
    let told = triggers(&event, start());
    assert_eq!(told, [Trigger::EventPublicised(day("2027-05-01"))]);
    assert_eq!(deadline(told[0], start()), Deadline::LastDay(day("2027-05-14")));
    assert_eq!(triggers(&event, Commencement::NotFixed), []);
    assert_eq!(triggers(&festival(900).event, start()), [], "its publicity was not said");
}

#[test]
fn the_gaps_of_the_regulations_stay_gaps() {
    let gap = |event: &Event| {
        let [trigger] = triggers(event, start())[..] else { panic!() };
        working(trigger, start())
    };
    assert_eq!(gap(&publicised(None)), Working::NoClearDate(Gap::NotPublicised));
    let mut taken_over = publicised(Some("2027-05-01"));
    taken_over.details.publicity.as_mut().unwrap().taken_over = Some(day("2027-05-03"));
    assert_eq!(gap(&taken_over), Working::NoClearDate(Gap::TookOver));
    let mut stopped = publicised(Some("2027-01-01"));
    stopped.details.control.until = Some(day("2027-04-05"));
    assert_eq!(gap(&stopped), Working::NoClearDate(Gap::StoppedBefore));
}

#[test]
fn whoever_stops_being_responsible_notifies_that_in_14_days_too() {
    let mut event = publicised(Some("2027-05-01"));
    event.details.control.until = Some(day("2027-05-20"));
    let told = triggers(&event, start());
    let [public, stopped] = [day("2027-05-01"), day("2027-05-20")];
    assert_eq!(told, [Trigger::EventPublicised(public), Trigger::CeasedEvent(stopped)]);
    assert_eq!(deadline(told[1], start()), Deadline::LastDay(day("2027-06-02")));
    let notices = [kept(What::Became, "2027-05-10")];
    let days: Vec<_> = to_tell(&event, start(), &notices).into_iter().map(|one| one.told_on).collect();
    assert_eq!(days, [Some(day("2027-05-10")), None]);
}

#[test]
fn nothing_is_told_of_others_events_nor_of_those_that_are_over() {
    let mut event = publicised(Some("2027-05-01"));
    event.details.control.operator = Some(OperatorIs::InPartControl);
    assert_eq!(triggers(&event, start()), []);
    event.details.control.operator = Some(OperatorIs::Acting);
    assert_eq!(triggers(&event, start()).len(), 1);
    let at = |text: &str| text.parse().unwrap();
    event.details.dates = Some(Dates {
        starts: at("2027-04-05T10:00:00"),
        ends: at("2027-04-05T20:00:00"),
        admission: at("2027-04-05T09:00:00"),
        held_before: HeldBefore::No,
        repeats: Known::No,
    });
    assert_eq!(triggers(&event, start()), []);
    assert_eq!(triggers(&event, Commencement::On(day("2027-04-05"))).len(), 1);
}
