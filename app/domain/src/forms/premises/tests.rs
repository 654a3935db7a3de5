mod place;
mod work_out;

use chrono::NaiveDate;

use super::*;
use crate::{
    area,
    law::{self, UseCode},
    scope::{Exclusions, PartOf, ScopeFacts},
};

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

fn codes(errors: &Errors) -> Vec<(String, String)> {
    errors.iter().map(|error| (error.field.to_string(), error.code.to_string())).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}

fn address() -> NameAndAddressForm {
    NameAndAddressForm {
        name: " The Old Mill ".into(),
        line1: "1 High Street".into(),
        town: "Birmingham".into(),
        postcode: "b1 1bb".into(),
        ..NameAndAddressForm::default()
    }
}

#[test]
fn a_name_and_address_find_their_council_and_region() {
    let said = address().check().unwrap();
    assert_eq!(said.name.as_str(), "The Old Mill");
    assert_eq!(said.address.postcode.to_string(), "B1 1BB");
    assert_eq!(area::council(&said.council).unwrap().name, "Birmingham");
    assert_eq!(said.region.as_str(), "west-midlands");
    assert_eq!(said.version, None);
}

#[test]
fn a_uprn_is_optional_and_checked() {
    let of = |uprn: &str| NameAndAddressForm { uprn: uprn.into(), ..address() }.check();
    assert_eq!(of(" ").unwrap().uprn, None);
    assert_eq!(of("100070123456").unwrap().uprn, Some("100070123456".parse().unwrap()));
    for wrong in ["12 Mill Lane".to_owned(), "1".repeat(13), "1".repeat(50)] {
        assert_eq!(codes(&of(&wrong).unwrap_err()), pairs(&[("uprn", "uprn-invalid")]), "{wrong}");
    }
}

#[test]
fn an_empty_name_and_address_names_each_field_in_page_order() {
    let errors = NameAndAddressForm::default().check().unwrap_err();
    let missing = ["name", "line1", "town", "postcode"].map(|field| (field, "missing"));
    assert_eq!(codes(&errors), pairs(&missing));
}

#[test]
fn postcodes_are_refused_for_their_reason() {
    let of = |postcode: &str, district: &str| {
        let form = NameAndAddressForm { postcode: postcode.into(), district: district.into(), ..address() };
        form.check().map(|said| said.council.to_string()).map_err(|errors| codes(&errors))
    };
    assert_eq!(of("hello", ""), Err(pairs(&[("postcode", "postcode-invalid")])));
    assert_eq!(of("AA1 1AA", ""), Err(pairs(&[("postcode", "postcode-unknown")])));
    assert_eq!(of("BT1 5GS", ""), Err(pairs(&[("district", "district-missing")])));
    assert_eq!(of("BT1 5GS", "E08000025"), Err(pairs(&[("district", "district-unknown")])));
    assert_eq!(of("BT1 5GS", "N09000003"), Ok("N09000003".to_owned()));
    assert_eq!(of("B1 1BB", "N09000003"), Err(pairs(&[("district", "district-unknown")])));
    assert_eq!(of("B1 1BB", ""), Ok("E08000025".to_owned()));
    assert_eq!(of("B1 1BB", "E08000026"), Ok("E08000026".to_owned()), "when the postcode tells a wrong one");
    assert_eq!(of("AA1 1AA", "E08000026"), Ok("E08000026".to_owned()), "when the postcode is new");
    assert_eq!(of("AA1 1AA", "E99999999"), Err(pairs(&[("district", "district-unknown")])));
    assert_eq!(of("AA1 1AA", "moon"), Err(pairs(&[("district", "district-unknown")])));
    for outside in ["JE2 3AB", "GY1 1AA", "IM1 1AA"] {
        assert_eq!(of(outside, "E08000026"), Err(pairs(&[("postcode", "postcode-outside")])));
    }
}

#[test]
fn long_and_strange_text_is_refused() {
    let form = NameAndAddressForm {
        name: "x".repeat(100_000),
        line1: "a\u{0}b".into(),
        line2: "y".repeat(101),
        version: "-1".into(),
        ..address()
    };
    let errors = form.check().unwrap_err();
    assert_eq!(
        codes(&errors),
        pairs(&[("name", "too-long"), ("line1", "not-text"), ("line2", "too-long"), ("version", "invalid")])
    );
}

fn uses(list: &[&str], for_public: &[&str], principal: &str) -> UseForm {
    UseForm {
        place: "yes".into(),
        uses: texts(list),
        for_public: texts(for_public),
        mainly: "yes".into(),
        principal: principal.into(),
        version: "3".into(),
    }
}

#[test]
fn uses_are_read_with_their_answers_about_the_public() {
    let form = uses(&["3", "9", "17"], &["", "3-yes", "17-not-sure", "1-no"], "9");
    let said = form.check(&law::known(), today()).unwrap();
    let read: Vec<_> = said.uses.iter().map(|item| (item.code.0, item.for_public)).collect();
    assert_eq!(read, [(3, Known::Yes), (9, Known::NotSure), (17, Known::NotSure)]);
    assert_eq!((said.principal, said.version), (Some(UseCode(9)), Some(3)));
    let mut facts = ScopeFacts { number: Some(7), ..ScopeFacts::default() };
    said.clone().apply(&mut facts);
    assert_eq!((facts.uses, facts.mainly, facts.number), (said.uses, Known::Yes, Some(7)));
}

#[test]
fn a_use_that_asks_about_the_public_must_be_answered() {
    let errors = uses(&["1", "17"], &["17-perhaps"], "").check(&law::known(), today()).unwrap_err();
    assert_eq!(
        codes(&errors),
        pairs(&[("for_public-1", "missing"), ("for_public-17", "invalid"), ("principal", "missing")])
    );
    let one = uses(&["9"], &[], "").check(&law::known(), today()).unwrap();
    assert_eq!(one.principal, Some(UseCode(9)), "a single use is principal");
}

#[test]
fn no_use_and_not_sure_are_answers_by_themselves() {
    let none = uses(&["none"], &[], "").check(&law::known(), today()).unwrap();
    assert_eq!((none.uses.len(), none.mainly), (0, Known::No));
    let unsure = uses(&["not-sure"], &[], "").check(&law::known(), today()).unwrap();
    assert_eq!((unsure.uses.len(), unsure.mainly), (0, Known::NotSure));
    for (list, code) in [
        (vec![], "missing"),
        (vec!["1", "none"], "none-with-others"),
        (vec!["not-sure", "none"], "none-with-others"),
        (vec!["18"], "invalid"),
        (vec!["one"], "invalid"),
        (vec!["300"], "invalid"),
    ] {
        let errors = uses(&list, &[], "").check(&law::known(), today()).unwrap_err();
        assert_eq!(errors.of("uses"), Some(code), "{list:?}");
    }
    let many = vec!["9"; 41];
    assert_eq!(uses(&many, &[], "").check(&law::known(), today()).unwrap_err().of("uses"), Some("invalid"));
    let other = uses(&["9", "14"], &[], "1").check(&law::known(), today()).unwrap_err();
    assert_eq!(other.of("principal"), Some("invalid"));
}

#[test]
fn exclusions_are_read_and_refused() {
    let of = |list: &[&str], part_of: &str| {
        let form = ExclusionsForm { exclusion: texts(list), part_of: part_of.into(), version: "1".into() };
        form.check(&law::known(), today()).map_err(|errors| codes(&errors))
    };
    assert_eq!(of(&["none"], "nothing").unwrap().exclusions, Exclusions::Nothing);
    assert_eq!(of(&["not-sure"], "not-sure").unwrap().part_of, PartOf::NotSure);
    let said = of(&["open-air", "open-air"], "some-in-common").unwrap();
    assert_eq!(said.exclusions, Exclusions::These(texts(&["open-air"])));
    assert_eq!(of(&[], ""), Err(pairs(&[("exclusion", "missing"), ("part_of", "missing")])));
    assert_eq!(of(&["open-air", "none"], "nothing"), Err(pairs(&[("exclusion", "none-with-others")])));
    assert_eq!(of(&["moon"], "elsewhere"), Err(pairs(&[("exclusion", "invalid"), ("part_of", "invalid")])));
}

fn numbers(number: &str, method: &str, note: &str, date: [&str; 3]) -> NumbersForm {
    let [day, month, year] = date.map(str::to_owned);
    NumbersForm {
        number: number.into(),
        method: method.into(),
        method_note: note.into(),
        counted_on_day: day,
        counted_on_month: month,
        counted_on_year: year,
        review: String::new(),
        version: "2".into(),
    }
}

#[test]
fn a_number_is_read_with_its_method_and_day() {
    let said = numbers(" 1,200 ", "ticket-cap", "", ["1", "11", "2026"]).check(today()).unwrap();
    let count = said.head_count.unwrap();
    assert_eq!((count.number(), count.method()), (1_200, "ticket-cap"));
    assert_eq!(count.counted_on().to_string(), "2026-11-01");
    let unsure = numbers("rubbish", "not-sure", "", ["", "", ""]).check(today()).unwrap();
    assert_eq!((unsure.head_count, unsure.version), (None, Some(2)));
}

#[test]
fn wrong_numbers_methods_and_days_are_refused() {
    let now = ["1", "11", "2026"];
    for (form, field, code) in [
        (numbers("", "ticket-cap", "", now), "number", "missing"),
        (numbers("-5", "ticket-cap", "", now), "number", "number-invalid"),
        (numbers("2.5", "ticket-cap", "", now), "number", "number-invalid"),
        (numbers("0", "ticket-cap", "", now), "number", "number-range"),
        (numbers("500001", "ticket-cap", "", now), "number", "number-range"),
        (numbers("99999999999", "ticket-cap", "", now), "number", "number-range"),
        (numbers("5", "", "", now), "method", "missing"),
        (numbers("5", "guess", "", now), "method", "invalid"),
        (numbers("5", "other", " ", now), "method_note", "note-missing"),
        (numbers("5", "other", &"x".repeat(501), now), "method_note", "too-long"),
        (numbers("5", "other", &"x".repeat(5_000), now), "method_note", "too-long"),
        (numbers("5", "other", "a\u{1}", now), "method_note", "not-text"),
        (numbers("5", "ticket-cap", "", ["", "", ""]), "counted_on", "missing"),
        (numbers("5", "ticket-cap", "", ["31", "2", "2026"]), "counted_on", "day-invalid"),
        (numbers("5", "ticket-cap", "", ["1", "", "2026"]), "counted_on", "day-invalid"),
        (numbers("5", "ticket-cap", "", ["1", "1", "26"]), "counted_on", "day-invalid"),
        (numbers("5", "ticket-cap", "", ["23", "11", "2026"]), "counted_on", "day-to-come"),
    ] {
        let errors = form.check(today()).unwrap_err();
        assert_eq!(codes(&errors), pairs(&[(field, code)]), "{}", serde_json::to_string(&form).unwrap());
    }
}

#[test]
fn a_form_with_a_field_it_does_not_know_is_refused() {
    assert!(serde_json::from_str::<NumbersForm>(r#"{"number":"5"}"#).is_ok());
    assert!(serde_json::from_str::<NumbersForm>(r#"{"number":"5","tier":"standard"}"#).is_err());
}
