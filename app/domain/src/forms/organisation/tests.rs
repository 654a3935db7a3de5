use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::{
    ids::OrganisationId,
    organisation::{MemberRole, Organisation, OrganisationKind},
};

fn full() -> DetailsForm {
    DetailsForm {
        kind: "company".into(),
        name: "Kingfisher".into(),
        corporate_name: "Kingfisher Leisure Limited".into(),
        trading_names: "The Kingfisher\r\n\r\n  Old Hall Events \r\nThe Kingfisher".into(),
        company_number: "sc 123456".into(),
        charity_number: "1234567".into(),
        number: String::new(),
        phone: "0121 496 0000".into(),
        email: "Office@example.org".into(),
        line1: "1 High Street".into(),
        town: "Birmingham".into(),
        postcode: "b11bb".into(),
        websites: "kingfisher.example\nhttps://old-hall.example/events".into(),
        social_media: "Instagram @kingfisher".into(),
        version: "3".into(),
        ..DetailsForm::default()
    }
}

fn stored(details: OrganisationDetails) -> Organisation {
    let id = OrganisationId(Uuid::nil());
    Organisation { id, details, registered_on: NaiveDate::MIN, version: 3 }
}

#[test]
fn everything_that_was_said_comes_back() {
    let stated = full().check().unwrap();
    assert_eq!(stated.seen, 3);
    let details = stated.details;
    assert_eq!(details.kind, Some(OrganisationKind::Company));
    assert_eq!(details.trading_names, ["The Kingfisher", "Old Hall Events"]);
    assert_eq!(details.numbers(), ["SC123456", "1234567"]);
    assert_eq!(details.contact.lines().len(), 3);
    assert_eq!(details.websites.len(), 2);
    // And a form made from it says the same again.
    let again = DetailsForm::of(&stored(details.clone())).check().unwrap();
    assert_eq!((again.details, again.seen), (details, 3));
}

#[test]
fn only_the_name_must_be_given() {
    let form = DetailsForm { name: "Ann Lee".into(), version: "1".into(), ..DetailsForm::default() };
    assert_eq!(form.check().unwrap().details, OrganisationDetails::named("Ann Lee"));
}

#[test]
fn each_field_has_its_own_error() {
    let long = |length: usize| "x".repeat(length);
    let many = (0..21).map(|n| format!("name {n}")).collect::<Vec<_>>().join("\n");
    type Set = fn(&mut DetailsForm) -> &mut String;
    let cases: [(Set, &str, &str, &str); 20] = [
        (|f| &mut f.kind, "club", "kind", "kind-invalid"),
        (|f| &mut f.name, " ", "name", "missing"),
        (|f| &mut f.name, &long(151), "name", "too-long"),
        (|f| &mut f.corporate_name, "\u{7}", "corporate_name", "not-text"),
        (|f| &mut f.trading_names, &long(151), "trading_names", "too-long"),
        (|f| &mut f.trading_names, &many, "trading_names", "too-many"),
        (|f| &mut f.company_number, "1234567", "company_number", "company-short"),
        (|f| &mut f.company_number, "ABCDEFGH", "company_number", "company-form"),
        (|f| &mut f.charity_number, "12", "charity_number", "charity-form"),
        (|f| &mut f.number, &long(21), "number", "too-long"),
        (|f| &mut f.phone, "call me", "phone", "phone-invalid"),
        (|f| &mut f.email, "office", "email", "email-invalid"),
        (|f| &mut f.postcode, "", "postcode", "missing"),
        (|f| &mut f.websites, "javascript://alert.example", "websites", "website-form"),
        (|f| &mut f.websites, "our website", "websites", "website-form"),
        (|f| &mut f.websites, "ann@example.org", "websites", "website-form"),
        (|f| &mut f.websites, &long(301), "websites", "too-long"),
        (|f| &mut f.social_media, &long(301), "social_media", "too-long"),
        (|f| &mut f.social_media, "a\u{202e}b", "social_media", "not-text"),
        (|f| &mut f.version, "", "version", "invalid"),
    ];
    for (set, text, field, code) in cases {
        let mut form = full();
        *set(&mut form) = text.into();
        let errors = form.check().unwrap_err();
        assert_eq!(errors.of(field), Some(code), "{field}");
        assert_eq!(errors.iter().count(), 1, "{field}");
    }
}

#[test]
fn an_individual_has_no_company_and_no_charity_number() {
    let errors = DetailsForm { kind: "individual".into(), ..full() }.check().unwrap_err();
    assert_eq!(errors.of("company_number"), Some("not-an-individuals"));
    assert_eq!(errors.of("charity_number"), Some("not-an-individuals"));
}

#[test]
fn a_number_from_registration_goes_where_it_can_only_belong() {
    for (number, company, charity, other) in [
        ("01234567", "01234567", "", ""),
        ("1234567", "", "1234567", ""),
        ("NIC100001", "", "NIC100001", ""),
        // A Scottish company's, or a Scottish charity's.
        ("SC012345", "", "", "SC012345"),
        ("RC000651", "RC000651", "", ""),
        ("not yet", "", "", "not yet"),
    ] {
        let form =
            OrganisationForm { name: "Kingfisher".into(), number: number.into(), ..Default::default() };
        let form = DetailsForm::of(&stored(form.check().unwrap()));
        assert_eq!((&*form.company_number, &*form.charity_number, &*form.number), (company, charity, other));
    }
}

#[test]
fn a_number_said_twice_is_kept_twice() {
    let details = OrganisationDetails {
        number: Some("7654321".into()),
        charity_number: Some("1234567".parse().unwrap()),
        ..OrganisationDetails::named("Kingfisher")
    };
    let form = DetailsForm::of(&stored(details));
    assert_eq!((&*form.charity_number, &*form.number), ("1234567", "7654321"));
}

#[test]
fn an_invitation_says_whom_and_to_what() {
    let form = |email: &str, role: &str| InviteMemberForm {
        once: Uuid::nil(),
        email: email.into(),
        role: role.into(),
    };
    let invite = form(" Bea@Example.org", "member").check().unwrap();
    assert_eq!((invite.email.as_str(), invite.role), ("bea@example.org", MemberRole::Member));
    let errors = form("", "").check().unwrap_err();
    assert_eq!((errors.of("email"), errors.of("role")), (Some("missing"), Some("missing")));
    let errors = form(&"x".repeat(300), "ctsa").check().unwrap_err();
    assert_eq!((errors.of("email"), errors.of("role")), (Some("invalid"), Some("invalid")));
    assert_eq!(RoleForm { role: "administrator".into() }.check().unwrap(), MemberRole::Administrator);
    assert_eq!(RoleForm { role: "operator".into() }.check().unwrap_err().of("role"), Some("invalid"));
}
