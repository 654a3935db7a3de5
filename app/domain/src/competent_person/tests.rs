use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_qualification_stands_by_its_last_day() {
    let last = Expiry::On(day("2027-03-31"));
    assert_eq!(last.status(day("2026-12-30")), Status::Current, "91 days left");
    assert_eq!(last.status(day("2026-12-31")), Status::ExpiresSoon, "90 days left");
    assert_eq!(last.status(day("2027-03-31")), Status::ExpiresSoon, "runs on its last day");
    assert_eq!(last.status(day("2027-04-01")), Status::Expired);
    assert_eq!(Expiry::NoneStated.status(day("2027-04-01")), Status::NoneStated);
    assert_eq!(Expiry::On(NaiveDate::MAX).status(NaiveDate::MAX), Status::ExpiresSoon);
}

#[test]
fn each_qualification_has_a_slug_of_its_own() {
    for (at, one) in qualifications().iter().enumerate() {
        assert!(one.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        assert_eq!(qualifications().iter().position(|other| other.id == one.id), Some(at));
        assert_eq!(qualification(one.id), Some(one));
    }
    assert_eq!(qualification("doctor"), None);
}

#[test]
fn slugs_come_back() {
    for how in HowSeen::ALL {
        assert_eq!(HowSeen::from_slug(how.as_str()), Some(how));
    }
    assert_eq!(HowSeen::from_slug("rumour"), None);
}

#[test]
fn no_name_reaches_a_log() {
    let details = CompetentPersonDetails {
        name: PersonName::new("Ann Canary").unwrap(),
        role: "Canary".into(),
        qualification: "act".into(),
        described: None,
        awarding_body: "Canary".into(),
        number: None,
        awarded_on: day("2026-03-31"),
        expiry: Expiry::NoneStated,
    };
    assert_eq!(format!("{details:?}"), "CompetentPersonDetails");
}
