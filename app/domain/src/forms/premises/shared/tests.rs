use uuid::Uuid;

use super::*;
use crate::scope::{Exclusions, Known, PartOf};

fn today() -> NaiveDate {
    "2026-11-25".parse().unwrap()
}

fn check(form: &SharedForm) -> Result<SharedChange, Vec<(String, String)>> {
    form.check(&law::known(), today()).map_err(|errors| {
        errors.iter().map(|error| (error.field.to_string(), error.code.to_string())).collect()
    })
}

fn wrong(field: &str, code: &str) -> Result<SharedChange, Vec<(String, String)>> {
    Err(vec![(field.into(), code.into())])
}

#[test]
fn what_is_blank_stays_and_what_is_said_changes() {
    let said = check(&SharedForm { exclusion: vec!["none".into()], ..SharedForm::default() }).unwrap();
    assert_eq!(said, SharedChange { exclusions: Some(Exclusions::Nothing), ..SharedChange::default() });
    let said = check(&SharedForm {
        part_of: "same-responsible".into(),
        mainly: "no".into(),
        public_use: "6".into(),
        public: "yes".into(),
        method: "ticket-cap".into(),
        counted_on_day: "1".into(),
        counted_on_month: "11".into(),
        counted_on_year: "2026".into(),
        since_day: "1".into(),
        since_month: "4".into(),
        since_year: "2020".into(),
        online: "some".into(),
        online_list: "https://a.example\n\n@b".into(),
        ..SharedForm::default()
    })
    .unwrap();
    assert_eq!(
        (said.exclusions, said.part_of, said.mainly),
        (None, Some(PartOf::SameResponsible), Some(Known::No))
    );
    assert_eq!(said.for_public, Some((UseCode(6), Known::Yes)));
    assert_eq!(said.since.unwrap().to_string(), "2020-04-01");
    assert_eq!(said.online.unwrap(), ["https://a.example", "@b"]);
    assert_eq!(said.counted.unwrap().on.to_string(), "2026-11-01");
}

#[test]
fn what_is_wrong_is_named_at_its_field() {
    let none = SharedForm::default;
    assert_eq!(check(&none()), wrong("exclusion", "nothing"));
    let both = vec!["none".into(), "open-air".into()];
    assert_eq!(check(&SharedForm { exclusion: both, ..none() }), wrong("exclusion", "none-with-others"));
    assert_eq!(check(&SharedForm { part_of: "moon".into(), ..none() }), wrong("part_of", "invalid"));
    assert_eq!(check(&SharedForm { mainly: "perhaps".into(), ..none() }), wrong("mainly", "invalid"));
    assert_eq!(check(&SharedForm { public: "yes".into(), ..none() }), wrong("public_use", "missing"));
    assert_eq!(check(&SharedForm { public_use: "6".into(), ..none() }), wrong("public", "missing"));
    assert_eq!(check(&SharedForm { method: "ticket-cap".into(), ..none() }), wrong("counted_on", "missing"));
    assert_eq!(check(&SharedForm { method: "other".into(), ..none() }), wrong("method", "invalid"));
    assert_eq!(check(&SharedForm { method: "not-sure".into(), ..none() }), wrong("method", "invalid"));
    assert_eq!(check(&SharedForm { since_day: "31".into(), ..none() }), wrong("since", "day-invalid"));
    assert_eq!(check(&SharedForm { online: "some".into(), ..none() }), wrong("online_list", "missing"));
    assert_eq!(check(&SharedForm { counted_on_day: "1".into(), ..none() }).unwrap_err().len(), 2);
}

#[test]
fn what_was_shown_comes_back_with_its_versions() {
    let shown = vec![(PremisesId(Uuid::from_u128(7)), 3), (PremisesId(Uuid::from_u128(8)), 1)];
    let form = SharedForm { seen: SharedForm::seen_of(shown.clone()), ..SharedForm::default() };
    assert_eq!(form.shown(), shown);
    let form = SharedForm { seen: "x.1 7 00000000000000000000000000000009.-1".into(), ..form };
    assert_eq!(form.shown(), []);
    // Two thousand fit into a form of 256 KiB.
    let many = SharedForm::seen_of((0..2_000).map(|n| (PremisesId(Uuid::from_u128(n)), 1_000)));
    assert!(many.len() < 100 * 1024);
}
