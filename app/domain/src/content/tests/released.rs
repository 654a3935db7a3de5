//! A released edition cannot change.

use super::{SECTION, SET, SOURCES, check, folder};
use crate::content::check::{Folder, fingerprint};

fn release(of: &Folder) -> String {
    format!("[[released]]\nset = \"trial\"\nedition = \"2026-11\"\nsha256 = \"{}\"\n", fingerprint(of))
}

#[test]
fn what_was_released_passes_as_it_was() {
    let trial = folder(SET, &[("01-people.toml", SECTION)]);
    check(SOURCES, &release(&trial), &[trial]).expect("unchanged");
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
        let now = fingerprint(&changed);
        let said = check(SOURCES, &released, &[changed]).expect_err("a fault");
        assert_eq!(
            said,
            format!("content/released.toml:4: trial 2026-11 is released and has changed: it is now {now}")
        );
    }
}

#[test]
fn it_cannot_be_taken_away() {
    let released = release(&folder(SET, &[("01-people.toml", SECTION)]));
    let said = check(SOURCES, &released, &[]).expect_err("a fault");
    assert_eq!(said, "content/released.toml:2: trial 2026-11 is released and is not there");
}
