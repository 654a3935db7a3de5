//! Each way to break the qualifications, and the line that says so.

use super::{
    super::{check_qualifications, check_sources},
    SOURCES, file,
};
use crate::competent_person::qualifications;

/// A whole file; line 2 begins the first qualification and line 12 the second.
const FILE: &str = r#"
[[qualification]]
id = "award-3"
label = "Award"
hint = "An award"
level = 3
awarding_body = "A body"
caution = "It proves little."
source = ["own", "act s5"]


[[qualification]]
id = "other"
label = "Another"
hint = "Say which"
described = true
source = ["own"]
"#;

/// What the check says, a line each.
fn check(text: &str) -> Result<String, String> {
    let mut faults = Vec::new();
    let sources = check_sources::sources(&file("content/law/sources.toml", SOURCES), &mut faults);
    assert_eq!(faults, []);
    check_qualifications::check(&sources, &file("qualifications.toml", text))
        .map(|list| check_qualifications::table(&list))
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

#[test]
fn a_whole_file_becomes_a_table() {
    let table = check(FILE).expect("no fault");
    assert!(table.starts_with("static QUALIFICATIONS: [Qualification; 2] = ["), "{table}");
    assert!(table.contains(r#"level: Some(3), awarding_body: Some("A body"), described: false"#), "{table}");
    assert!(table.contains(r#"level: None, awarding_body: None, described: true, caution: None"#), "{table}");
}

#[test]
fn a_broken_file_names_its_line() {
    let cases = [
        ("label = \"Award\"", "name = \"Award\"", 4, "unknown field `name`"),
        ("hint = \"An award\"\n", "", 2, "missing field `hint`"),
        ("id = \"other\"", "id = \"award-3\"", 13, "qualification \"award-3\" is there twice"),
        ("id = \"other\"", "id = \"Other\"", 13, "a qualification's id is a-z, 0-9 and hyphens"),
        ("[\"own\", \"act s5\"]", "[\"hearsay\"]", 9, "unknown source \"hearsay\""),
        ("act s5", "act s6", 9, "source \"act\" has no paragraph \"s6\" in sources.toml"),
        ("source = [\"own\"]", "source = []", 17, "qualification \"other\" cites no source"),
        ("level = 3", "level = 9", 6, "level 9 is not one of 1 to 8"),
        ("\"It proves little.\"", "\"It is approved.\"", 8, "caution says \"approved\""),
        ("label = \"Another\"", "label = \" \"", 14, "label is empty"),
    ];
    for (old, new, line, message) in cases {
        assert_eq!(FILE.matches(old).count(), 1, "{old:?} must be there once");
        let said = check(&FILE.replace(old, new)).expect_err(new);
        assert!(said.starts_with(&format!("qualifications.toml:{line}: {message}")), "{new:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn the_award_and_the_register_come_with_their_cautions() {
    let find = |id: &str| qualifications().iter().find(|one| one.id == id).expect(id);
    let award = find("ctpsap-3");
    assert_eq!((award.level, award.awarding_body), (Some(3), Some("SFJ Awards")));
    assert!(award.caution.is_some_and(|text| text.contains("does not by itself show")));
    assert!(find("ctssr").caution.is_some_and(|text| text.contains("does not lead to it")));
    let described: Vec<&str> =
        qualifications().iter().filter(|one| one.described).map(|one| one.id).collect();
    assert_eq!(described, ["other"]);
}

#[test]
fn no_id_that_records_may_hold_is_gone() {
    let ids: Vec<&str> = qualifications().iter().map(|one| one.id).collect();
    for id in ["ctpsap-3", "psa-4", "ctssr", "act", "scan", "first-aid", "sia-licence", "other"] {
        assert!(ids.contains(&id), "{id}");
    }
}
