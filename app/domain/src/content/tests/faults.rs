//! Each way to break a content file, and the exact line that says so.

use super::{SECTION, SET, SOURCES, check, folder};

/// The one fault after replacing a piece of the section.
fn broken(old: &str, new: &str) -> String {
    assert_eq!(SECTION.matches(old).count(), 1, "{old:?} must be there once");
    let text = SECTION.replace(old, new);
    check(SOURCES, "", &[folder(SET, &[("01-people.toml", &text)])]).expect_err("a fault")
}

fn at(line: usize, message: &str) -> String {
    format!("content/trial/2026-11/01-people.toml:{line}: {message}")
}

#[test]
fn the_unbroken_section_has_no_fault() {
    let library = check(SOURCES, "", &[folder(SET, &[("01-people.toml", SECTION)])]).expect("no fault");
    assert_eq!(library.sets.len(), 1);
    assert_eq!(library.sets[0].questions().count(), 2);
}

#[test]
fn a_broken_section_names_file_and_line() {
    let long = format!("guidance = \"{}end.\"", "word ".repeat(40));
    let cases: &[(&str, &str, usize, &str)] = &[
        (
            "question = \"people.decides\"",
            "question = \"people.decided\"",
            22,
            "unknown question \"people.decided\"",
        ),
        (
            "{ question = \"people.decides\", is = [\"yes\", \"partly\"] }",
            "{ question = \"people.deputy\", is = \"yes\" }",
            22,
            "the condition looks at \"people.deputy\", which is not asked earlier",
        ),
        (
            "[\"yes\", \"partly\"]",
            "[\"yes\", \"maybe\"]",
            22,
            "question \"people.decides\" (procedure) cannot be answered \"maybe\"",
        ),
        ("[\"yes\", \"partly\"]", "[]", 22, "no answer is named"),
        (
            "{ question = \"people.decides\", is = [\"yes\", \"partly\"] }",
            "{ question = \"people.decides\" }",
            22,
            "a condition is { question, is }, { all }, { any } or { not }",
        ),
        (
            "{ question = \"people.decides\", is = [\"yes\", \"partly\"] }",
            "{ any = [] }",
            22,
            "a condition over nothing",
        ),
        (
            "id = \"people.deputy\"",
            "id = \"people.decides\"",
            19,
            "question \"people.decides\" is asked twice\n\
             content/trial/2026-11/01-people.toml:21: \
             question \"people.decides\" is a procedure question in content/trial/2026-11/01-people.toml",
        ),
        (
            "id = \"people.deputy\"",
            "id = \"Deputy\"",
            19,
            "\"Deputy\" is not a question id (two or more words of a-z, 0-9 and hyphens, joined by dots)",
        ),
        ("guidance = \"Choose another.\"\n", "", 19, "question \"people.deputy\" has no guidance"),
        ("good = \"A name.\"\n", "", 6, "question \"people.decides\" has no good"),
        ("act = \"s5\"\n", "", 10, "label law needs a section of the Act"),
        ("[\"act s5\"]", "[\"own\"]", 11, "label law needs a source that is law"),
        ("act = \"s5\"", "act = \"s99\"", 10, "section \"s99\" of the Act is not in sources.toml"),
        ("[\"own\"]", "[\"rumour\"]", 25, "unknown source \"rumour\""),
        (
            "[\"own\"]",
            "[\"guidance 7.33\"]",
            25,
            "source \"guidance\" has no paragraph \"7.33\" in sources.toml",
        ),
        ("[\"own\"]", "[\"guidance\"]", 25, "source \"guidance\" is cited without a paragraph"),
        ("[\"own\"]", "[]", 19, "question \"people.deputy\" cites no source"),
        (
            "label = \"good-practice\"",
            "label = \"statutory-guidance\"",
            24,
            "label statutory-guidance needs a source that is statutory guidance",
        ),
        ("kind = \"yes-no\"", "kind = \"slider\"", 21, "unknown answer kind \"slider\""),
        ("kind = \"yes-no\"", "kind = \"choice\"", 21, "a choice needs two or more options"),
        ("kind = \"yes-no\"", "kind = \"text\"", 21, "a text answer needs max, 1 to 4000 characters"),
        ("kind = \"yes-no\"", "kind = \"yes-no\", max = 5", 21, "max belongs to a text answer only"),
        ("guidance = \"Choose another.\"", &long, 27, "guidance has a sentence of 41 words (at most 40)"),
        ("\"Choose another.\"", "\"Choose <b>another</b>.\"", 27, "guidance: \"<\" is not allowed in prose"),
        ("**one**", "**one", 14, "guidance: a bold mark \"**\" is not closed"),
        ("\"A name.\"", "\"A compliant venue.\"", 15, "good says \"compliant\", which nobody can promise"),
        (
            "when = [\"no\"]",
            "when = [\"nope\"]",
            16,
            "question \"people.decides\" (procedure) cannot be answered \"nope\"",
        ),
        ("priority = 1", "priority = 4", 16, "priority must be 1, 2 or 3"),
        (
            "{ question = \"people.decides\", is = [\"yes\", \"partly\"] }",
            "{ all = [{ question = \"people.decides\", is = \"yes\" }, { question = \"people.decides\", is = \"no\" }] }",
            22,
            "question \"people.deputy\" can never show",
        ),
        (
            "kind = \"yes-no\"",
            "kind = \"number\", most = 9",
            21,
            "a number needs a unit and most, the highest that makes sense",
        ),
        (
            "kind = \"yes-no\"",
            "kind = \"number\", unit = \"doors\"",
            21,
            "a number needs a unit and most, the highest that makes sense",
        ),
        (
            "kind = \"yes-no\"",
            "kind = \"yes-no\", unit = \"doors\"",
            21,
            "unit and most belong to a number only",
        ),
        ("title = \"People\"", "title = \"\"", 3, "title is empty"),
    ];
    for (old, new, line, message) in cases {
        assert_eq!(broken(old, new), at(*line, message), "{old} -> {new}");
    }
}

#[test]
fn the_toml_readers_own_faults_name_file_and_line_too() {
    assert_eq!(
        broken("topics = [26]\nact", "topic = [26]\nact"),
        at(
            9,
            "unknown field `topic`, expected one of `id`, `text`, `hint`, `answer`, `show_if`, `tiers`, \
             `topics`, `act`, `label`, `source`, `guidance`, `good`, `minutes`, `arguable`, `ages_after`, `readiness`, `action`"
        ),
    );
    assert_eq!(
        broken("label = \"good-practice\"", "label = \"custom\""),
        at(24, "unknown variant `custom`, expected one of `law`, `statutory-guidance`, `good-practice`"),
    );
}

#[test]
fn a_value_out_of_range_is_refused() {
    let numbers = SECTION
        .replace("minutes = 5\nguidance = \"Choose another", "minutes = 90\nguidance = \"Choose another");
    let said = check(SOURCES, "", &[folder(SET, &[("01-people.toml", &numbers)])]).expect_err("a fault");
    assert_eq!(said, at(26, "minutes must be 1 to 60"));
    let topics = SECTION.replace("topics = [26]\nlabel", "topics = [66]\nlabel");
    let said = check(SOURCES, "", &[folder(SET, &[("01-people.toml", &topics)])]).expect_err("a fault");
    assert_eq!(said, at(23, "unknown topic number 66 (1 to 65)"));
}

#[test]
fn days_age_only_where_a_day_is_asked_for() {
    let ages = |kind: &str, months: u8, when: &str| {
        let action = format!("action = [{{ when = [\"{when}\"], text = \"Look again.\", priority = 1 }}]");
        let text = SECTION.replace("kind = \"yes-no\"", &format!("kind = \"{kind}\"")).replace(
            "minutes = 5\nguidance = \"Choose another",
            &format!("minutes = 5\nages_after = {months}\n{action}\nguidance = \"Choose another"),
        );
        check(SOURCES, "", &[folder(SET, &[("01-people.toml", &text)])])
    };
    let fault = at(27, "ages_after is 1 to 60 months, of a date-or-none answer");
    for (kind, months) in [("yes-no", 12), ("decision", 12), ("date-or-none", 0), ("date-or-none", 61)] {
        assert_eq!(ages(kind, months, "too-old").expect_err("a fault"), fault, "{kind} {months}");
    }
    let silent = at(27, "no action says what to do when the day is \"too-old\"");
    assert_eq!(ages("date-or-none", 12, "none").expect_err("a fault"), silent);
    let library = ages("date-or-none", 12, "too-old").expect("no fault");
    assert_eq!(library.sets[0].sections[0].questions[1].ages_after, Some(12));
}

#[test]
fn a_set_must_be_in_its_own_folder_and_ask_what_its_contradictions_look_at() {
    let set = SET.replace("\"trial\"", "\"standard\"");
    let said = check(SOURCES, "", &[folder(&set, &[("01-people.toml", SECTION)])]).expect_err("a fault");
    assert_eq!(said, "content/trial/2026-11/set.toml:1: \"standard\" is in the folder \"trial\"");

    let set = format!(
        "{SET}[[contradiction]]\ntext = \"No.\"\nwhen = {{ question = \"no.such\", is = \"yes\" }}\n"
    );
    let said = check(SOURCES, "", &[folder(&set, &[("01-people.toml", SECTION)])]).expect_err("a fault");
    assert_eq!(said, "content/trial/2026-11/set.toml:10: unknown question \"no.such\"");
}

#[test]
fn an_id_keeps_its_kind_in_every_edition() {
    let first = folder(SET, &[("01-people.toml", SECTION)]);
    let mut second = first.clone();
    second.edition = "2027-03".to_owned();
    for file in &mut second.files {
        file.path = file.path.replace("2026-11", "2027-03");
        file.text = file.text.replace("2026-11", "2027-03");
    }
    check(SOURCES, "", &[first.clone(), second.clone()]).expect("the same questions may be asked again");

    second.files[1].text = second.files[1].text.replace("kind = \"yes-no\"", "kind = \"person\"");
    let said = check(SOURCES, "", &[first, second]).expect_err("a fault");
    assert_eq!(
        said,
        "content/trial/2027-03/01-people.toml:21: \
         question \"people.deputy\" is a yes-no question in content/trial/2026-11/01-people.toml\n\
         content/trial/2027-03/set.toml:1: \
         \"people.deputy\" has changed since 2026-11: changes.toml must say how"
    );
}

#[test]
fn sources_are_listed_once() {
    let twice = format!(
        "{SOURCES}\n[[source]]\nid = \"own\"\ntitle = \"Again\"\nedition = \"1\"\nkind = \"other\"\nread = \"read\"\n"
    );
    let said = check(&twice, "", &[folder(SET, &[("01-people.toml", SECTION)])]).expect_err("a fault");
    assert_eq!(said, "content/law/sources.toml:26: source \"own\" is listed twice");
}
