use super::*;
use crate::{
    estate::import::tests::registered,
    law,
    scope::{Outcome, StatedUse},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn hall() -> Premises {
    let mut hall = registered("Old Hall", "B1 1BB");
    hall.facts.building = Known::Yes;
    hall.facts.mainly = Known::Yes;
    hall.facts.uses = vec![StatedUse { code: UseCode(6), for_public: Known::NotSure }];
    hall.facts.principal = Some(UseCode(6));
    hall.head_count =
        Some(HeadCount::new(350, "other", "Counted", day("2026-10-01"), day("2026-10-01")).unwrap());
    hall
}

#[test]
fn what_is_said_changes_and_the_rest_stays() {
    let before = hall();
    let mut after = before.clone();
    SharedChange::default().apply(&mut after);
    assert!(after == before && SharedChange::default().is_nothing());

    let change = SharedChange {
        exclusions: Some(Exclusions::Nothing),
        for_public: Some((UseCode(6), Known::Yes)),
        counted: Some(Counted { method: "ticket-cap".into(), on: day("2026-11-01") }),
        since: Some(day("2020-02-01")),
        online: Some(vec!["https://kestrel.example".into()]),
        ..SharedChange::default()
    };
    change.apply(&mut after);
    let count = after.head_count.clone().unwrap();
    assert_eq!((count.number(), count.method(), count.note()), (350, "ticket-cap", "Counted"));
    assert_eq!(after.control.since, Some(day("2020-02-01")));
    assert_eq!(after.site.online.as_ref().unwrap().len(), 1);
    assert_eq!(after.facts.uses[0].for_public, Known::Yes);
    assert_eq!((after.facts.exclusions.clone(), after.facts.mainly), (Exclusions::Nothing, Known::Yes));
    assert_eq!(before.decide(&law::known(), day("2026-11-25")).outcome, Outcome::Unclear);
    assert_eq!(after.decide(&law::known(), day("2026-11-25")).outcome, Outcome::Standard);
}

#[test]
fn what_does_not_bear_on_premises_leaves_them_as_they_are() {
    let change = SharedChange {
        mainly: Some(Known::Yes),
        for_public: Some((UseCode(1), Known::Yes)),
        counted: Some(Counted { method: "ticket-cap".into(), on: day("2026-11-01") }),
        since: Some(day("2026-02-01")),
        ..SharedChange::default()
    };
    let mut before = registered("New Hall", "B1 1BB");
    before.control.until = Some(day("2026-01-01"));
    let mut after = before.clone();
    change.apply(&mut after);
    assert!(after == before);
}
