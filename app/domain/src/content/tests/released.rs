//! A released edition cannot change.

use super::{SECTION, SET, SOURCES, check, folder};
use crate::content::check::{Folder, fingerprint};

fn release(of: &Folder) -> String {
    format!("[[released]]\nset = \"trial\"\nedition = \"2026-11\"\nsha256 = \"{}\"\n", fingerprint(of, &[]))
}

#[test]
fn what_was_released_passes_as_it_was() {
    let trial = folder(SET, &[("01-people.toml", SECTION)]);
    let library = check(SOURCES, &release(&trial), std::slice::from_ref(&trial)).expect("unchanged");
    assert!(library.sets[0].released);
    assert!(!check(SOURCES, "", &[trial]).expect("a set").sets[0].released);
}

#[test]
fn any_change_to_it_is_refused() {
    let released = release(&folder(SET, &[("01-people.toml", SECTION)]));
    let changed = [
        folder(SET, &[("01-people.toml", &SECTION.replace("Two names.", "Two  names."))]),
        folder(&SET.replace("note_max = 100", "note_max = 101"), &[("01-people.toml", SECTION)]),
        folder(SET, &[("02-people.toml", SECTION)]),
    ];
    for changed in changed {
        let now = fingerprint(&changed, &[]);
        let said = check(SOURCES, &released, &[changed]).expect_err("a fault");
        assert_eq!(
            said,
            format!("content/released.toml:4: trial 2026-11 is released and has changed: it is now {now}")
        );
    }
}

/// A set and the one that it begins with.
fn begun(base: &str) -> [Folder; 2] {
    let change = |text: &str| text.replace("\"trial\"", "\"base\"");
    let mut first = folder(&change(SET), &[("00-base.toml", base)]);
    first.set = "base".to_owned();
    for file in &mut first.files {
        file.path = file.path.replace("trial", "base");
    }
    [first, folder(&format!("{SET}from = \"base\"\n"), &[("01-people.toml", SECTION)])]
}

fn base_section() -> String {
    SECTION.replace("people", "base")
}

#[test]
fn a_set_asks_what_it_begins_with_first() {
    let library = check(SOURCES, "", &begun(&base_section())).expect("no fault");
    let ids =
        |set: usize| library.sets[set].questions().map(|(_, one)| one.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(0), ["base.decides", "base.deputy"]);
    assert_eq!(ids(1), ["base.decides", "base.deputy", "people.decides", "people.deputy"]);
}

#[test]
fn what_a_released_edition_begins_with_cannot_change_either() {
    let folders = begun(&base_section());
    let released = format!(
        "[[released]]\nset = \"trial\"\nedition = \"2026-11\"\nsha256 = \"{}\"\n",
        fingerprint(&folders[1], &folders)
    );
    check(SOURCES, &released, &folders).expect("unchanged");

    let folders = begun(&base_section().replace("Two names.", "Three names."));
    let now = fingerprint(&folders[1], &folders);
    let said = check(SOURCES, &released, &folders).expect_err("a fault");
    assert_eq!(
        said,
        format!("content/released.toml:4: trial 2026-11 is released and has changed: it is now {now}")
    );
}

#[test]
fn a_set_begins_with_another_of_the_same_edition() {
    let fault =
        |from: &str| format!("content/trial/2026-11/set.toml:8: there is no \"{from}\" of this edition");
    let [mut base, trial] = begun(&base_section());
    let said = check(SOURCES, "", std::slice::from_ref(&trial)).expect_err("a fault");
    assert_eq!(said, fault("base"));

    base.edition = "2026-12".to_owned();
    for file in &mut base.files {
        file.text = file.text.replace("2026-11", "2026-12");
    }
    let said = check(SOURCES, "", &[base, trial]).expect_err("a fault");
    assert_eq!(said, fault("base"));

    let own = folder(&format!("{SET}from = \"trial\"\n"), &[("01-people.toml", SECTION)]);
    assert_eq!(check(SOURCES, "", &[own]).expect_err("a fault"), fault("trial"));
}

#[test]
fn it_cannot_be_taken_away() {
    let released = release(&folder(SET, &[("01-people.toml", SECTION)]));
    let said = check(SOURCES, &released, &[]).expect_err("a fault");
    assert_eq!(said, "content/released.toml:2: trial 2026-11 is released and is not there");
}
