//! The form about the place.

use super::*;
use crate::premises::site::{Buildings, Everybody, Seats, Site};

fn site() -> SiteForm {
    SiteForm {
        buildings: "group".into(),
        building_addresses: "Main hall, 1 Quay\r\n\r\n Annexe, 3 Quay ".into(),
        larger_name: "Harbour Centre".into(),
        larger_line1: "1 Quay".into(),
        larger_town: "Birmingham".into(),
        larger_postcode: "B1 1BB".into(),
        larger_qualify: "yes".into(),
        seats: "some".into(),
        seats_where: "Tables on the pavement".into(),
        everybody: "other".into(),
        everybody_number: "900".into(),
        everybody_how: "With the offices above".into(),
        online: "some".into(),
        online_list: "www.example.org\n@harbour".into(),
        version: "3".into(),
        ..SiteForm::default()
    }
}

#[test]
fn what_is_said_of_the_place_comes_back() {
    let (said, seen) = site().check().unwrap();
    assert_eq!(seen, 3);
    assert!(matches!(&said.buildings, Some(Buildings::Group(list)) if list[1] == "Annexe, 3 Quay"));
    assert!(matches!(&said.everybody, Some(Everybody::Other { number: 900, .. })));
    assert_eq!(SiteForm::of(&said, 3).check().unwrap(), (said, 3));
}

#[test]
fn nothing_need_be_said_and_none_is_an_answer() {
    let blank = SiteForm { version: "1".into(), ..SiteForm::default() };
    assert_eq!(blank.check().unwrap(), (Site::default(), 1));
    let none = SiteForm { seats: "none".into(), online: "none".into(), everybody: "same".into(), ..blank };
    let (said, _) = none.check().unwrap();
    assert!(said.adjoining_seats == Some(Seats::None));
    assert_eq!(said.online.as_deref(), Some(&[][..]));
    assert_eq!(SiteForm::of(&said, 1).check().unwrap().0, said);
}

#[test]
fn what_a_choice_asks_for_must_be_said() {
    let blank = || SiteForm { version: "1".into(), ..SiteForm::default() };
    for (form, field, code) in [
        (SiteForm { buildings: "group".into(), ..blank() }, "building_addresses", "missing"),
        (
            SiteForm { buildings: "group".into(), building_addresses: "one".into(), ..blank() },
            "building_addresses",
            "one-only",
        ),
        (SiteForm { larger_town: "Leeds".into(), ..blank() }, "larger_name", "missing"),
        (SiteForm { seats: "some".into(), ..blank() }, "seats_where", "missing"),
        (SiteForm { everybody_number: "1,200".into(), ..site() }, "everybody_number", "number-invalid"),
        (SiteForm { everybody_number: "0".into(), ..site() }, "everybody_number", "number-range"),
        (SiteForm { everybody_how: " ".into(), ..site() }, "everybody_how", "missing"),
        (SiteForm { online_list: "x\n".repeat(51), ..site() }, "online_list", "too-many"),
        (SiteForm { larger_postcode: "?".into(), ..site() }, "larger_postcode", "postcode-invalid"),
        (SiteForm { version: String::new(), ..site() }, "version", "missing"),
    ] {
        assert_eq!(form.check().unwrap_err().of(field), Some(code), "{field}");
    }
}
