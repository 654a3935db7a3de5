//! Each way to break the courses, and the line that says so.

use super::{
    super::{check_courses, check_sources},
    SOURCES, file,
};

/// A whole file; line 2 begins the first course and line 11 the second.
const FILE: &str = r#"
[[course]]
id = "briefing-1"
title = "Briefing"
provider = "A body"
about = "What to know"
refresh_months = 12
label = "good-practice"
source = ["own", "guidance 7.32"]

[[course]]
id = "other"
title = "Another"
provider = "Anybody"
about = "Say which"
described = true
label = "good-practice"
source = ["own"]
"#;

/// What the check says, a line each.
fn check(text: &str) -> Result<String, String> {
    let mut faults = Vec::new();
    let sources = check_sources::sources(&file("content/law/sources.toml", SOURCES), &mut faults);
    assert_eq!(faults, []);
    check_courses::check(&sources, &file("courses.toml", text))
        .map(|list| check_courses::table(&list))
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

#[test]
fn a_whole_file_becomes_a_table() {
    let table = check(FILE).expect("no fault");
    assert!(table.starts_with("static COURSES: [Course; 2] = ["), "{table}");
    assert!(
        table.contains("refresh_months: Some(12), described: false, label: Label::GoodPractice"),
        "{table}"
    );
    assert!(table.contains("refresh_months: None, described: true"), "{table}");
}

#[test]
fn a_broken_file_names_its_line() {
    let cases = [
        ("title = \"Briefing\"", "name = \"Briefing\"", 4, "unknown field `name`"),
        ("provider = \"A body\"\n", "", 2, "missing field `provider`"),
        ("id = \"other\"", "id = \"briefing-1\"", 12, "course \"briefing-1\" is there twice"),
        ("id = \"other\"", "id = \"Other\"", 12, "a course's id is a-z, 0-9 and hyphens"),
        ("[\"own\", \"guidance 7.32\"]", "[\"hearsay\"]", 9, "unknown source \"hearsay\""),
        ("guidance 7.32", "guidance", 9, "source \"guidance\" is cited without a paragraph"),
        ("source = [\"own\"]", "source = []", 18, "course \"other\" cites no source"),
        ("refresh_months = 12", "refresh_months = 61", 7, "refresh_months is 1 to 60 months"),
        ("\"What to know\"", "\"An approved course\"", 6, "about says \"approved\""),
        ("title = \"Another\"", "title = \" \"", 13, "title is empty"),
        (
            "12\nlabel = \"good-practice\"",
            "12\nlabel = \"law\"",
            8,
            "no law and no statutory guidance names a course",
        ),
        (
            "true\nlabel = \"good-practice\"",
            "true\nlabel = \"statutory-guidance\"",
            17,
            "no law and no statutory guidance names a course",
        ),
    ];
    for (old, new, line, message) in cases {
        assert_eq!(FILE.matches(old).count(), 1, "{old:?} must be there once");
        let said = check(&FILE.replace(old, new)).expect_err(new);
        assert!(said.starts_with(&format!("courses.toml:{line}: {message}")), "{new:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}
