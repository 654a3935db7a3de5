use uuid::Uuid;

use super::*;
use crate::{
    law::{self, UseCode},
    scope::{Exclusions, Known, PartOf, StatedUse},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn address() -> Address {
    Address {
        line1: AddressLine::new("1 High Street").unwrap(),
        line2: None,
        town: AddressLine::new("Dudley").unwrap(),
        postcode: "DY1 1AA".parse().unwrap(),
    }
}

#[test]
fn names_and_lines_are_trimmed_limited_and_free_of_control_characters() {
    assert_eq!(PremisesName::new("  The Old Mill ").unwrap().as_str(), "The Old Mill");
    assert_eq!(PremisesName::new("   "), Err("missing"));
    assert!(PremisesName::new(&"é".repeat(120)).is_ok());
    assert_eq!(PremisesName::new(&"é".repeat(121)), Err("too-long"));
    assert_eq!(PremisesName::new("a\nb"), Err("not-text"));
    assert_eq!(AddressLine::new("a\u{7}b").map(|line| line.as_str().to_owned()), Err("not-text"));
    assert!(serde_json::from_str::<PremisesName>("\"a\\u0000b\"").is_err());
    assert!(
        serde_json::from_str::<Address>(r#"{"line1":"","line2":null,"town":"x","postcode":"B1 1AA"}"#)
            .is_err()
    );
}

#[test]
fn an_address_reads_back_as_it_was_written_and_stays_out_of_logs() {
    let text = serde_json::to_string(&address()).unwrap();
    assert_eq!(serde_json::from_str::<Address>(&text).unwrap(), address());
    assert_eq!(address().lines(), ["1 High Street", "Dudley", "DY1 1AA"]);
    assert_eq!(format!("{:?}", address()), "Address");
}

#[test]
fn a_uprn_is_up_to_twelve_digits() {
    let of = |text: &str| text.parse::<Uprn>().map(|uprn| uprn.to_string());
    assert_eq!(of("000070 123456").unwrap(), "70123456");
    assert_eq!(of("1").unwrap(), "1");
    assert_eq!(of("999999999999").unwrap(), "999999999999");
    for wrong in ["", " ", "0", "000000000000", "1000000000000", "12a", "-1", "1.5", "١٢"] {
        assert_eq!(of(wrong), Err(BadUprn), "{wrong}");
    }
    let uprn: Uprn = "42".parse().unwrap();
    assert_eq!(serde_json::to_string(&uprn).unwrap(), "\"42\"");
    assert!(serde_json::from_str::<Uprn>("\"x\"").is_err());
    assert_eq!(format!("{uprn:?}"), "Uprn");
}

#[test]
fn stages_have_a_slug_each() {
    for stage in Stage::ALL {
        assert_eq!(Stage::from_slug(stage.as_str()), Some(stage));
    }
    assert_eq!(Stage::from_slug("approved"), None);
}

#[test]
fn the_number_is_the_head_counts() {
    let count = HeadCount::new(850, "ticket-cap", "", day("2026-11-01"), day("2026-11-22")).unwrap();
    let mut premises = Premises {
        id: PremisesId(Uuid::nil()),
        organisation: OrganisationId(Uuid::nil()),
        name: PremisesName::new("The Old Mill").unwrap(),
        address: address(),
        uprn: Some("100070123456".parse().unwrap()),
        council: "E08000027".parse().unwrap(),
        region: "west-midlands".parse().unwrap(),
        facts: ScopeFacts {
            building: Known::Yes,
            uses: vec![StatedUse { code: UseCode(3), for_public: Known::Yes }],
            mainly: Known::Yes,
            principal: None,
            number: Some(5),
            exclusions: Exclusions::Nothing,
            part_of: PartOf::Nothing,
        },
        head_count: Some(count),
        outcome: Outcome::Unclear,
        site: site::Site::default(),
        control: Default::default(),
        stage: Stage::Registered,
        registered_on: day("2026-11-22"),
        version: 1,
    };
    assert_eq!(premises.decide(&law::known(), day("2026-11-22")).outcome, Outcome::Enhanced);
    assert!(!format!("{premises:?}").contains("850"));
    premises.head_count = None;
    assert_eq!(premises.decide(&law::known(), day("2026-11-22")).outcome, Outcome::Unclear);
}
