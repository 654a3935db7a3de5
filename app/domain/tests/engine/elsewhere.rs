//! Errors that others have made about the Act, each shown not to be made here. Those about tiers are among
//! the seeded mistakes as well.

use std::{collections::BTreeSet, fs, path::Path};

use domain::{
    area,
    law::UseCode,
    scope::{EventFacts, ScopeFacts},
};

/// The names of what a decision rests on.
fn names(facts: &impl serde::Serialize) -> BTreeSet<String> {
    let value = serde_json::to_value(facts).unwrap();
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn neither_capacity_nor_opening_nor_nation_is_asked() {
    let premises = names(&ScopeFacts::default());
    let expected = ["building", "exclusions", "mainly", "number", "part_of", "principal", "uses"];
    assert_eq!(premises, expected.map(String::from).into());
    let event = names(&EventFacts::default());
    let expected = ["entry_checked", "exclusions", "host_enhanced", "host_use", "number", "public_access"];
    assert_eq!(event, expected.map(String::from).into());
}

#[test]
fn all_four_nations_are_covered() {
    let nations: BTreeSet<char> =
        area::councils().iter().filter_map(|council| council.code.as_str().chars().next()).collect();
    assert_eq!(nations, BTreeSet::from(['E', 'N', 'S', 'W']));
}

#[test]
fn capacity_is_called_a_starting_point_only() {
    let method = domain::law::method("safe-occupancy").unwrap();
    assert!(method.hint.contains("A starting point only"));
}

/// The text of every content file.
fn content(folder: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts.extend(content(&path));
        } else if path.extension().is_some_and(|end| end == "toml") {
            texts.push(fs::read_to_string(path).unwrap());
        }
    }
    texts
}

#[test]
fn writing_down_training_and_drills_are_not_called_law() {
    // Topics of the dossier: 10 writing down and review, 47 drills, 63 training.
    let mut seen = 0;
    for text in content(Path::new("content/standard")) {
        let table: toml::Table = text.parse().unwrap();
        let Some(questions) = table.get("question").and_then(toml::Value::as_array) else { continue };
        for question in questions {
            let topics = question["topics"].as_array().unwrap();
            if topics.iter().any(|topic| [10, 47, 63].contains(&topic.as_integer().unwrap())) {
                assert_ne!(question["label"].as_str(), Some("law"), "{}", question["id"]);
                seen += 1;
            }
        }
    }
    assert!(seen >= 4, "{seen}");
}

#[test]
fn no_registration_number_is_asked_for_and_nothing_is_certified() {
    let texts = content(Path::new("content"));
    assert!(texts.len() > 10);
    for text in texts {
        let text = text.to_lowercase();
        for wrong in ["registration number", "certified", "fully compliant"] {
            assert!(!text.contains(wrong), "{wrong}");
        }
    }
}

#[test]
fn the_uses_are_the_seventeen_of_schedule_1() {
    let on = "2026-11-22".parse().unwrap();
    let codes: Vec<UseCode> = domain::law::known().uses_on(on).map(|item| item.code).collect();
    assert_eq!(codes, (1..=17).map(UseCode).collect::<Vec<_>>());
}
