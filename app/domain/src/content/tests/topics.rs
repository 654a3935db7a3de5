//! What a question may say about readiness, and what readiness is told of.

use super::{SECTION, SET, SOURCES, TOPICS, check, check_with, folder};

/// The fault, if any, when the second question is of this kind and bears so.
fn bearing(kind: &str, readiness: &str) -> String {
    let text = SECTION.replace("kind = \"yes-no\"", &format!("kind = \"{kind}\"")).replace(
        "minutes = 5\nguidance = \"Choose another",
        &format!("minutes = 5\nreadiness = [{readiness}]\nguidance = \"Choose another"),
    );
    match check(SOURCES, "", &[folder(SET, &[("01-people.toml", &text)])]) {
        Ok(library) => format!("topics: {}", library.sets[0].topics.len()),
        Err(said) => said,
    }
}

#[test]
fn a_question_bears_on_topics_that_there_are_once_and_with_a_weight() {
    let main = "{ topic = \"deciding\", part = \"main\" }";
    assert_eq!(bearing("yes-no", main), "topics: 1");
    assert_eq!(bearing("yes-no", ""), "topics: 0");
    let cases = [
        ("yes-no", main.replace("deciding", "luck"), "topic \"luck\" is not in readiness.toml"),
        ("yes-no", main.replace(" }", ", weight = 4 }"), "weight must be 1, 2 or 3"),
        ("yes-no", main.replace(" }", ", weight = 0 }"), "weight must be 1, 2 or 3"),
        (
            "yes-no",
            format!("{main}, {}", main.replace("main", "proof")),
            "question \"people.deputy\" bears on \"deciding\" twice",
        ),
        ("decision", main.to_owned(), "a decision answer cannot bear on readiness"),
        ("person", main.replace("main", "proof"), "a person is no proof that something was tried out"),
    ];
    for (kind, readiness, message) in cases {
        let expected = format!("content/trial/2026-11/01-people.toml:27: {message}");
        assert_eq!(bearing(kind, &readiness), expected, "{kind} {readiness}");
    }
}

#[test]
fn a_topic_needs_a_question_that_says_whether_the_thing_is_there() {
    for part in ["support", "proof"] {
        assert_eq!(
            bearing("yes-no", &format!("{{ topic = \"deciding\", part = \"{part}\" }}")),
            "content/trial/2026-11/set.toml:1: no question says whether \"deciding\" is there at all"
        );
    }
}

#[test]
fn a_broken_list_of_topics_names_file_and_line() {
    let trial = || folder(SET, &[("01-people.toml", SECTION)]);
    check_with(TOPICS, SOURCES, "", &[trial()]).expect("no fault");
    let cases = [
        (TOPICS.repeat(2), 8, "topic \"deciding\" is listed twice"),
        (TOPICS.replace("\"deciding\"", "\"Deciding\""), 3, "a topic's id is a-z and hyphens"),
        (TOPICS.replace("Who decides", ""), 4, "title is empty"),
        (TOPICS.replace("\"s5\"", "\"s99\""), 5, "section \"s99\" of the Act is not in sources.toml"),
        (format!("{TOPICS}drill_every = 61\n"), 6, "drill_every is 1 to 60 months"),
        (format!("{TOPICS}drill_every = 0\n"), 6, "drill_every is 1 to 60 months"),
    ];
    for (topics, line, message) in cases {
        let said = check_with(&topics, SOURCES, "", &[trial()]).expect_err("a fault");
        assert_eq!(said, format!("content/readiness.toml:{line}: {message}"), "{topics}");
    }
}
