use super::*;
use crate::{
    area,
    event::{Covers, EntryCheck, Event, Format, HeldBefore, Larger, Publicity, Standing},
    law,
    scope::{Exclusions, HostUse, Tier},
};

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn codes(errors: &Errors) -> Vec<(String, String)> {
    errors.iter().map(|error| (error.field.to_string(), error.code.to_string())).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

fn about() -> AboutForm {
    AboutForm {
        name: " Meadow Sounds ".into(),
        description: "Music on a field".into(),
        held_at: "elsewhere".into(),
        line1: "Long Meadow".into(),
        town: "Birmingham".into(),
        postcode: "b1 1bb".into(),
        ..AboutForm::default()
    }
}

#[test]
fn another_place_finds_its_council_and_region() {
    let said = about().check().unwrap();
    assert_eq!(said.name.as_str(), "Meadow Sounds");
    let StatedPlace::Elsewhere { council, region, .. } = said.place else { panic!() };
    assert_eq!(area::council(&council).unwrap().name, "Birmingham");
    assert_eq!(region.as_str(), "west-midlands");
}

#[test]
fn own_premises_need_no_address() {
    let id = "6f2c9d1e-0000-4000-8000-000000000000";
    let form = AboutForm {
        held_at: "premises".into(),
        premises: id.into(),
        line1: String::new(),
        postcode: "rubbish".into(),
        ..about()
    };
    assert_eq!(form.check().unwrap().place, StatedPlace::Premises(id.parse().unwrap()));
    let of =
        |premises: &str| codes(&AboutForm { premises: premises.into(), ..form.clone() }.check().unwrap_err());
    assert_eq!(of(""), pairs(&[("premises", "missing")]));
    assert_eq!(of("somewhere"), pairs(&[("premises", "invalid")]));
}

#[test]
fn an_empty_form_names_each_field_in_page_order() {
    let errors = AboutForm::default().check().unwrap_err();
    assert_eq!(codes(&errors), pairs(&["name", "description", "held_at"].map(|field| (field, "missing"))));
    let form = AboutForm { line1: String::new(), town: String::new(), postcode: "BT1 5GS".into(), ..about() };
    assert_eq!(
        codes(&form.check().unwrap_err()),
        pairs(&[("line1", "missing"), ("town", "missing"), ("district", "district-missing")])
    );
    let long = AboutForm { name: "x".repeat(151), description: "a\u{0}".into(), ..about() };
    assert_eq!(
        codes(&long.check().unwrap_err()),
        pairs(&[("name", "too-long"), ("description", "not-text")])
    );
}

fn dates() -> DatesForm {
    let text = str::to_owned;
    DatesForm {
        starts_on_day: text("3"),
        starts_on_month: text("7"),
        starts_on_year: text("2027"),
        starts_at: text("12:00"),
        ends_on_day: text("4"),
        ends_on_month: text("7"),
        ends_on_year: text("2027"),
        ends_at: text("1am"),
        admission_on_day: text("3"),
        admission_on_month: text("7"),
        admission_on_year: text("2027"),
        admission_at: text("11.00"),
        held_before: text("no"),
        repeats: text("yes"),
        version: text("2"),
        ..DatesForm::default()
    }
}

#[test]
fn dates_are_read_with_their_times() {
    let said = dates().check().unwrap();
    assert_eq!(said.ends.to_string(), "2027-07-04 01:00:00");
    assert_eq!(said.held_before, HeldBefore::No);
    let before = DatesForm {
        held_before: "yes".into(),
        last_on_day: "5".into(),
        last_on_month: "7".into(),
        last_on_year: "2026".into(),
        last_place: "The old field".into(),
        ..dates()
    };
    let HeldBefore::Yes(last) = before.check().unwrap().held_before else { panic!() };
    assert_eq!((last.place.as_ref().unwrap().as_str(), last.name), ("The old field", None));
    let nothing = DatesForm { held_before: "yes".into(), ..dates() };
    assert_eq!(nothing.check().unwrap().held_before, HeldBefore::Yes(Box::default()), "if known");
}

#[test]
fn wrong_dates_are_refused_for_their_reason() {
    let of = |form: DatesForm| codes(&form.check().unwrap_err());
    assert_eq!(
        of(DatesForm { starts_at: "noon".into(), repeats: String::new(), ..dates() }),
        pairs(&[("starts_at", "time-invalid"), ("repeats", "missing")])
    );
    assert_eq!(
        of(DatesForm { ends_on_day: "3".into(), ..dates() }),
        pairs(&[("ends_on", "before-start"), ("admission_on", "after-end")])
    );
    assert_eq!(
        of(DatesForm { ends_on_day: "31".into(), ends_on_month: "2".into(), ..dates() }),
        pairs(&[("ends_on", "day-invalid")])
    );
    let last = DatesForm {
        held_before: "yes".into(),
        last_on_day: "3".into(),
        last_on_month: "7".into(),
        last_on_year: "2027".into(),
        last_contact: "x".repeat(151),
        ..dates()
    };
    assert_eq!(of(last), pairs(&[("last_on", "after-start"), ("last_contact", "too-long")]));
    assert_eq!(of(DatesForm::default()).len(), 8, "three days, three times, two questions");
}

fn publicity() -> PublicityForm {
    PublicityForm {
        publicised: "on".into(),
        first_on_day: "1".into(),
        first_on_month: "2".into(),
        first_on_year: "2027".into(),
        format: "social".into(),
        platform: "Birdsong".into(),
        account: "@meadow".into(),
        taken_over: "no".into(),
        version: "3".into(),
        ..PublicityForm::default()
    }
}

#[test]
fn publicity_is_past_or_planned_or_none() {
    let said = publicity().check(today()).unwrap();
    assert_eq!(said.first, Some("2027-02-01".parse().unwrap()), "a day to come is planned");
    assert!(matches!(said.format, Some(Format::Social { .. })));
    let none = PublicityForm { publicised: "not".into(), taken_over: "yes".into(), ..publicity() };
    assert_eq!(none.check(today()).unwrap(), Publicity { first: None, format: None, taken_over: None });
    let unknown = PublicityForm { format: "not-known".into(), ..publicity() };
    assert_eq!(unknown.check(today()).unwrap().format, None);
}

#[test]
fn wrong_publicity_is_refused_for_its_reason() {
    let of = |form: PublicityForm| codes(&form.check(today()).unwrap_err());
    assert_eq!(of(PublicityForm::default()), pairs(&[("publicised", "missing"), ("taken_over", "missing")]));
    assert_eq!(
        of(PublicityForm { format: "web".into(), first_on_day: "30".into(), ..publicity() }),
        pairs(&[("first_on", "day-invalid"), ("web", "missing")])
    );
    let taken = |day: &str, year: &str| PublicityForm {
        first_on_year: "2026".into(),
        taken_over: "yes".into(),
        taken_over_on_day: day.into(),
        taken_over_on_month: "1".into(),
        taken_over_on_year: year.into(),
        ..publicity()
    };
    assert_eq!(of(taken("1", "2026")), pairs(&[("taken_over_on", "too-early")]));
    assert_eq!(of(taken("1", "2027")), pairs(&[("taken_over_on", "day-to-come")]));
    assert_eq!(of(taken("", "2027")), pairs(&[("taken_over_on", "day-invalid")]));
}

fn host() -> HostForm {
    HostForm {
        enhanced: "no".into(),
        main_use: "none".into(),
        exclusion: texts(&["none"]),
        standing: "not-known".into(),
        version: "4".into(),
        ..HostForm::default()
    }
}

fn stated(form: &HostForm) -> Result<crate::event::StatedHost, Vec<(String, String)>> {
    form.check(None, &law::known(), today()).map_err(|errors| codes(&errors))
}

#[test]
fn the_place_is_read_and_refused() {
    let said = stated(&HostForm { main_use: "9".into(), standing: "standard".into(), ..host() }).unwrap();
    assert_eq!(said.main_use, HostUse::Mainly(law::UseCode(9)));
    assert_eq!((said.exclusions, said.standing), (Exclusions::Nothing, Standing::Tier(Tier::Standard)));
    let missing = ["enhanced", "main_use", "exclusion", "standing"].map(|field| (field, "missing"));
    assert_eq!(stated(&HostForm::default()), Err(pairs(&missing)));
    for (form, field, code) in [
        (HostForm { main_use: "18".into(), ..host() }, "main_use", "invalid"),
        (HostForm { exclusion: texts(&["none", "parliament"]), ..host() }, "exclusion", "none-with-others"),
        (HostForm { exclusion: texts(&["open-air"]), ..host() }, "exclusion", "invalid"),
        (HostForm { standing: "huge".into(), ..host() }, "standing", "invalid"),
        (HostForm { standing: "enhanced".into(), ..host() }, "standing", "contradicts"),
    ] {
        assert_eq!(stated(&form), Err(pairs(&[(field, code)])));
    }
}

#[test]
fn of_own_premises_only_what_they_do_not_tell_is_asked() {
    let mut derived = crate::event::Derived {
        outcome: crate::scope::Outcome::Standard,
        enhanced: Known::No,
        ask_larger: false,
        main_use: HostUse::None,
        exclusions: Exclusions::Nothing,
    };
    let check = |form: &HostForm, derived: &crate::event::Derived| {
        form.check(Some(derived), &law::known(), today()).map_err(|errors| codes(&errors))
    };
    let only = HostForm { sia_number: "P-1".into(), version: "4".into(), ..HostForm::default() };
    assert_eq!(check(&only, &derived).unwrap().sia_number.unwrap().as_str(), "P-1");
    derived.ask_larger = true;
    assert_eq!(check(&only, &derived), Err(pairs(&[("enhanced", "missing")])));
}

fn entry(checks: &[&str], covers: &str) -> EntryForm {
    EntryForm {
        public_access: "yes".into(),
        checks: texts(checks),
        covers: covers.into(),
        version: "5".into(),
    }
}

#[test]
fn checks_are_read_and_how_much_they_cover_is_asked_where_one_counts() {
    let said = entry(&["tickets", "bag-search", "tickets"], "parts").check().unwrap();
    assert_eq!(said.checks, Some(vec![EntryCheck::Tickets, EntryCheck::BagSearch]));
    assert!(said.by_parts());
    let of = |form: EntryForm| form.check().map_err(|errors| codes(&errors));
    assert_eq!(of(entry(&["tickets"], "")), Err(pairs(&[("covers", "missing")])));
    let searched = of(entry(&["bag-search", "staff-passes"], "")).unwrap();
    assert_eq!((searched.checked(), searched.covers), (Known::No, Covers::Whole));
    assert_eq!(of(entry(&["not-sure"], "")).unwrap().checked(), Known::NotSure);
    assert_eq!(of(entry(&["none"], "")).unwrap().checks, Some(Vec::new()));
    for (checks, code) in
        [(vec![], "missing"), (vec!["none", "tickets"], "none-with-others"), (vec!["moon"], "invalid")]
    {
        assert_eq!(of(entry(&checks, "whole")), Err(pairs(&[("checks", code)])));
    }
}

#[test]
fn parts_are_read_row_by_row_and_empty_rows_passed_over() {
    let form = PartsForm {
        part_name: texts(&["Arena", "", "Campsite"]),
        part_checked: texts(&["yes", "not-sure", "no"]),
        part_number: texts(&["1,200", " ", ""]),
        version: "6".into(),
    };
    let said = form.check().unwrap();
    let read: Vec<_> = said.iter().map(|part| (part.name.as_str(), part.checked, part.number)).collect();
    assert_eq!(read, [("Arena", Known::Yes, Some(1_200)), ("Campsite", Known::No, None)]);
    assert_eq!(form.rows().len(), 6, "three filled or between, and three to fill");
    let wrong = PartsForm {
        part_name: texts(&["", "Campsite"]),
        part_checked: texts(&["", "perhaps"]),
        part_number: texts(&["900", "many"]),
        ..PartsForm::default()
    };
    assert_eq!(
        codes(&wrong.check().unwrap_err()),
        pairs(&[
            ("part_name-0", "missing"),
            ("part_checked-0", "missing"),
            ("part_checked-1", "invalid"),
            ("part_number-1", "number-invalid"),
        ])
    );
    assert_eq!(codes(&PartsForm::default().check().unwrap_err()), pairs(&[("part_name-0", "no-parts")]));
    let many = PartsForm { part_name: vec!["A".into(); 21], ..PartsForm::default() };
    assert_eq!(codes(&many.check().unwrap_err()), pairs(&[("part_name-0", "too-many")]));
    let full = PartsForm { part_name: vec!["A".into(); 20], ..PartsForm::default() };
    assert_eq!(full.rows().len(), 20);
}

#[test]
fn a_larger_event_is_read_and_refused() {
    let form = LargerForm {
        larger: "yes".into(),
        larger_name: "Summer of Sound".into(),
        notified: "not-sure".into(),
        ..LargerForm::default()
    };
    assert!(matches!(form.check().unwrap(), Larger::PartOf(_)));
    let of = |form: LargerForm| codes(&form.check().unwrap_err());
    assert_eq!(of(LargerForm::default()), pairs(&[("larger", "missing")]));
    let bare = LargerForm { larger: "yes".into(), ..LargerForm::default() };
    assert_eq!(of(bare), pairs(&[("larger_name", "missing"), ("notified", "missing")]));
    let no = LargerForm { larger: "no".into(), larger_name: "x".repeat(9_000), ..LargerForm::default() };
    assert_eq!(no.check().unwrap(), Larger::Nothing);
}

/// An event that says what the forms above say.
fn saved() -> Event {
    let said = about().check().unwrap();
    let StatedPlace::Elsewhere { address, council, region } = said.place else { panic!() };
    let about = crate::event::About {
        name: said.name,
        description: said.description,
        place: crate::event::Place::Elsewhere(address),
        part_of_site: None,
    };
    let mut details = crate::event::EventDetails::new(about);
    details.dates = Some(dates().check().unwrap());
    details.publicity = Some(publicity().check(today()).unwrap());
    details.host = Some(stated(&host()).unwrap());
    details.entry = Some(entry(&["tickets"], "parts").check().unwrap());
    Event {
        id: crate::ids::EventId(uuid::Uuid::nil()),
        organisation: crate::ids::OrganisationId(uuid::Uuid::nil()),
        details,
        council,
        region,
        registered_on: today(),
        version: 9,
    }
}

#[test]
fn a_form_filled_from_an_event_says_the_same() {
    let event = saved();
    assert!(AboutForm::of(&event).check().unwrap() == about().check().unwrap());
    assert_eq!(Some(DatesForm::of(&event).check().unwrap()), event.details.dates);
    assert_eq!(Some(PublicityForm::of(&event).check(today()).unwrap()), event.details.publicity);
    assert_eq!(Some(stated(&HostForm::of(&event)).unwrap()), event.details.host);
    assert_eq!(Some(EntryForm::of(&event).check().unwrap()), event.details.entry);
    assert_eq!(LargerForm::of(&event).larger, "", "not said yet");
    assert_eq!([DatesForm::of(&event).version, PartsForm::of(&event).version], ["9", "9"]);
}
