use super::*;

fn form(part: &str) -> PartyForm {
    PartyForm {
        part: part.into(),
        name: " Harbour Estates Ltd ".into(),
        number: "01234567".into(),
        relationship: "Landlord".into(),
        position: "Operations director".into(),
        authority: "Letter of 1 March 2027".into(),
        designated_on_day: "1".into(),
        designated_on_month: "3".into(),
        designated_on_year: "2027".into(),
        understands: "yes".into(),
        phone: "0121 496 0000".into(),
        line1: "1 Quay".into(),
        town: "Birmingham".into(),
        postcode: "B1 1BB".into(),
        ..PartyForm::default()
    }
}

fn codes(form: &PartyForm) -> Vec<(String, String)> {
    let errors = form.check().err().unwrap_or_default();
    errors.iter().map(|error| (error.field.to_string(), error.code.to_string())).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}

#[test]
fn every_part_comes_back_as_it_was_said() {
    for slug in Part::SLUGS {
        let said = form(slug).check().unwrap();
        assert_eq!((said.part.as_str(), said.name.as_str()), (slug, "Harbour Estates Ltd"));
        let again = PartyForm::of(&said, 3);
        assert_eq!(again.version(), Some(3));
        assert_eq!(again.check().unwrap(), said, "{slug}");
    }
}

#[test]
fn each_part_asks_for_its_own_and_no_more() {
    let bare = |part: &str| PartyForm { part: part.into(), name: "Ann Lee".into(), ..PartyForm::default() };
    for (part, asks) in [
        ("responsible", &[][..]),
        ("nested", &[]),
        ("control", &["relationship"]),
        ("senior-individual", &["position"]),
        ("notifier", &["authority", "relationship", "position"]),
    ] {
        let missing: Vec<_> = asks.iter().map(|field| (*field, "missing")).collect();
        assert_eq!(codes(&bare(part)), pairs(&missing), "{part}");
    }
}

#[test]
fn what_is_wrong_is_named() {
    assert_eq!(codes(&PartyForm::default()), pairs(&[("part", "missing"), ("name", "missing")]));
    assert_eq!(codes(&form("owner")), pairs(&[("part", "invalid")]));
    let wrong = PartyForm { designated_on_month: "13".into(), ..form("senior-individual") };
    assert_eq!(codes(&wrong), pairs(&[("designated_on", "day-invalid")]));
    let wrong = PartyForm { number: "x".repeat(21), phone: "?".into(), ..form("nested") };
    assert_eq!(codes(&wrong), pairs(&[("number", "too-long"), ("phone", "phone-invalid")]));
}
