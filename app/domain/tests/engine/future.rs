//! Other numbers from a day on: entries in the content file, and nothing else.

use chrono::NaiveDate;
use domain::{
    law::{self, Law, Threshold, ThresholdKind, UseCode},
    scope::{
        self, EventFacts, EventOutcome, Exclusions, HostUse, Known, Outcome, PartOf, ScopeFacts, StatedUse,
    },
};

/// What section 32 would allow, as it would be written.
const LOWERED: &str = r#"
[[threshold]]
kind = "standard"
value = 100
from = 2028-10-01
cite = "s32"

[[threshold]]
kind = "enhanced"
value = 500
from = 2028-10-01
cite = "s32"

[[threshold]]
kind = "event"
value = 500
from = 2028-10-01
cite = "s32"
"#;

fn thresholds(text: &str) -> Vec<Threshold> {
    let table: toml::Table = text.parse().unwrap();
    let entry = |item: &toml::Value| Threshold {
        kind: match item["kind"].as_str().unwrap() {
            "standard" => ThresholdKind::Standard,
            "enhanced" => ThresholdKind::Enhanced,
            "event" => ThresholdKind::Event,
            other => panic!("{other}"),
        },
        value: u32::try_from(item["value"].as_integer().unwrap()).unwrap(),
        from: item["from"].to_string().parse().unwrap(),
        cite: item["cite"].as_str().unwrap().to_owned().leak(),
    };
    table["threshold"].as_array().unwrap().iter().map(entry).collect()
}

#[test]
fn thresholds_that_change_on_a_day_change_decisions_from_that_day() {
    let file = include_str!("../../content/law/thresholds.toml");
    assert_eq!(thresholds(file), law::known().thresholds, "this test reads the file as the build does");
    let thresholds = thresholds(&format!("{file}{LOWERED}"));
    let law = Law { thresholds: &thresholds, ..law::known() };
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let (before, after) = (day("2028-09-30"), day("2028-10-01"));

    let premises = |number, on| {
        let facts = ScopeFacts {
            building: Known::Yes,
            uses: vec![StatedUse { code: UseCode(1), for_public: Known::Yes }],
            mainly: Known::Yes,
            principal: None,
            number: Some(number),
            exclusions: Exclusions::Nothing,
            part_of: PartOf::Nothing,
        };
        scope::decide(&facts, &law, on).outcome
    };
    for (number, was, is) in [
        (99, Outcome::NotInScope, Outcome::NotInScope),
        (100, Outcome::NotInScope, Outcome::Standard),
        (199, Outcome::NotInScope, Outcome::Standard),
        (200, Outcome::Standard, Outcome::Standard),
        (499, Outcome::Standard, Outcome::Standard),
        (500, Outcome::Standard, Outcome::Enhanced),
        (800, Outcome::Enhanced, Outcome::Enhanced),
    ] {
        assert_eq!((premises(number, before), premises(number, after)), (was, is), "{number}");
    }

    let event = |number, on| {
        let facts = EventFacts {
            host_enhanced: Known::No,
            host_use: HostUse::None,
            exclusions: Exclusions::Nothing,
            public_access: Known::Yes,
            entry_checked: Known::Yes,
            number: Some(number),
        };
        scope::decide_event(&facts, &law, on).outcome
    };
    assert_eq!((event(499, after), event(500, before)), (EventOutcome::NotInScope, EventOutcome::NotInScope));
    assert_eq!((event(500, after), event(800, before)), (EventOutcome::Event, EventOutcome::Event));
}
