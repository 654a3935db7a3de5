//! An edition says what became of the questions of the edition before.

use super::{SECTION, SET, SOURCES, check, folder};
use crate::content::check::Folder;

const CHANGES: &str = r#"since = "2026-11"
[[change]]
question = "people.deputy"
text = "It asks for two now."
ask_again = true
"#;

fn next_edition(section: &str, changes: Option<&str>) -> Folder {
    let mut files = vec![("01-people.toml", section)];
    files.extend(changes.map(|text| ("changes.toml", text)));
    let mut folder = folder(&SET.replace("2026-11", "2027-03"), &files);
    folder.edition = "2027-03".to_owned();
    for file in &mut folder.files {
        file.path = file.path.replace("2026-11", "2027-03");
    }
    folder
}

fn said(section: &str, changes: Option<&str>) -> String {
    let before = folder(SET, &[("01-people.toml", SECTION)]);
    match check(SOURCES, "", &[before, next_edition(section, changes)]) {
        Ok(library) => {
            format!("{:?}", library.sets[1].changes.iter().map(|one| one.ask_again).collect::<Vec<_>>())
        }
        Err(faults) => faults,
    }
}

#[test]
fn a_changed_question_needs_a_word_about_it() {
    let changed = SECTION.replace("Is there a deputy?", "Are there two deputies?");
    let file = "content/trial/2027-03/changes.toml";
    let cases = [
        (SECTION, None, "[]".to_owned()),
        (changed.as_str(), Some(CHANGES.to_owned()), "[true]".to_owned()),
        (
            changed.as_str(),
            None,
            "content/trial/2027-03/set.toml:1: \"people.deputy\" has changed since 2026-11: changes.toml must say how".to_owned(),
        ),
        (SECTION, Some(CHANGES.to_owned()), format!("{file}:3: \"people.deputy\" is asked as before")),
        (
            changed.as_str(),
            Some(CHANGES.replace("2026-11", "2026-10")),
            format!("{file}:1: the edition before this one is 2026-11"),
        ),
        (
            SECTION,
            Some(CHANGES.replace("people.deputy", "people.other")),
            format!("{file}:3: \"people.other\" is not a question of both editions"),
        ),
    ];
    for (section, changes, expected) in cases {
        assert_eq!(said(section, changes.as_deref()), expected);
    }
}

#[test]
fn actions_keep_their_places() {
    let first = r#"{ when = ["no"], text = "Choose somebody.", priority = 1 }"#;
    let second = r#"{ when = ["partly"], text = "Ask them.", priority = 2 }"#;
    let wider = r#"{ when = ["not-sure", "no"], text = "Choose two.", priority = 1 }"#;
    let fault = "content/trial/2027-03/set.toml:1: the actions of \"people.decides\" stand in another order than in \
        2026-11: plans know them by their place";
    let cases = [
        (format!("{first}, {second}"), "[]"),
        (format!("{wider}, {second}"), "[]"),
        (String::new(), "[]"),
        (format!("{second}, {first}"), fault),
        (second.to_owned(), fault),
    ];
    for (actions, expected) in cases {
        assert_eq!(said(&SECTION.replace(first, &actions), None), expected, "{actions}");
    }
}

#[test]
fn the_first_edition_has_nothing_to_change() {
    let trial = folder(SET, &[("01-people.toml", SECTION), ("changes.toml", CHANGES)]);
    let said = check(SOURCES, "", &[trial]).expect_err("a fault");
    assert_eq!(said, "content/trial/2026-11/changes.toml:1: there is no edition before this one");
}
