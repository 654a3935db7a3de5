use proptest::prelude::*;

use super::*;

#[test]
fn company_numbers_that_are_and_are_not() {
    for (typed, read) in [
        ("01234567", "01234567"),
        (" sc 123456", "SC123456"),
        ("NI012345", "NI012345"),
        ("OC301234", "OC301234"),
        ("R0000123", "R0000123"),
        ("IP00123R", "IP00123R"),
    ] {
        assert_eq!(typed.parse::<CompanyNumber>().unwrap().as_str(), read);
    }
    for (typed, why) in [
        ("1234567", BadCompanyNumber::Short),
        ("1", BadCompanyNumber::Short),
        ("", BadCompanyNumber::Form),
        ("123456789", BadCompanyNumber::Form),
        ("SCX23456", BadCompanyNumber::Form),
        ("SC12345", BadCompanyNumber::Form),
        ("SC12-456", BadCompanyNumber::Form),
        ("0123456é", BadCompanyNumber::Form),
    ] {
        assert_eq!(typed.parse::<CompanyNumber>(), Err(why), "{typed}");
    }
}

#[test]
fn charity_numbers_that_are_and_are_not() {
    for (typed, read) in [
        ("1234567", "1234567"),
        ("205 846", "205846"),
        ("1234567-1", "1234567-1"),
        ("sc012345", "SC012345"),
        ("NIC 100001", "NIC100001"),
    ] {
        assert_eq!(typed.parse::<CharityNumber>().unwrap().as_str(), read);
    }
    for typed in ["", "12345", "12345678", "NI100001", "SC12345", "1234567-", "1234567-1234", "XR12345", "-1"]
    {
        assert_eq!(typed.parse::<CharityNumber>(), Err(BadCharityNumber), "{typed}");
    }
}

#[test]
fn what_was_sealed_before_still_opens() {
    let before = r#"{"name":"Harbour Halls","number":"01234567"}"#;
    let details: OrganisationDetails = serde_json::from_str(before).unwrap();
    let number = Some("01234567".into());
    assert_eq!(details, OrganisationDetails { number, ..OrganisationDetails::named("Harbour Halls") });
    assert_eq!(details.is_individual(), None);
    assert_eq!(details.numbers(), ["01234567"]);
}

#[test]
fn nothing_of_it_in_a_log() {
    let organisation = Organisation {
        id: OrganisationId(uuid::Uuid::nil()),
        details: OrganisationDetails {
            company_number: Some("01234567".parse().unwrap()),
            ..OrganisationDetails::named("Harbour Halls")
        },
        registered_on: NaiveDate::MIN,
        version: 1,
    };
    let log = format!("{organisation:?} {:?}", organisation.details.company_number);
    assert!(!log.contains("Harbour") && !log.contains("01234567"), "{log}");
}

#[test]
fn slugs_lead_back() {
    for kind in OrganisationKind::ALL {
        assert_eq!(OrganisationKind::from_slug(kind.as_str()), Some(kind));
    }
    for role in MemberRole::ALL {
        assert_eq!(MemberRole::from_slug(role.as_str()), Some(role));
    }
    assert_eq!(MemberRole::from_slug("owner"), None);
}

proptest! {
    #[test]
    fn what_was_read_reads_again_as_the_same(text in "\\PC{0,12}") {
        if let Ok(number) = text.parse::<CompanyNumber>() {
            prop_assert_eq!(number.as_str().parse::<CompanyNumber>(), Ok(number.clone()));
        }
        if let Ok(number) = text.parse::<CharityNumber>() {
            prop_assert_eq!(number.as_str().parse::<CharityNumber>(), Ok(number.clone()));
        }
    }
}
