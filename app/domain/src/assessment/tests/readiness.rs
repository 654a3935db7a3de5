//! Standing and confidence, on the embedded set.

use super::{all_in_place, answers, id, standard};
use std::collections::BTreeMap;

use super::day;
use crate::{
    assessment::{
        Answers, Confidence, Grounds, Journey, Readiness, ReadinessRecord, Standing, Value, last_tried,
        readiness,
    },
    content::Audience,
};

fn of(answers: &Answers) -> Readiness {
    let grounds = Grounds { today: day(2026, 12, 1), drills: &BTreeMap::new() };
    readiness(&Journey::new(standard(), Audience::Standard, answers), grounds)
}

fn with(changes: &[(&str, Value)]) -> Readiness {
    let mut answers = all_in_place();
    for (question, value) in changes {
        assert!(answers.insert(id(question), value.clone().into()).is_some(), "{question}");
    }
    of(&answers)
}

type Changes<'a> = &'a [(&'a str, Value)];

fn lockdown(changes: &[(&str, Value)]) -> (Standing, Confidence) {
    let found = with(changes);
    let topic = found.of("lockdown").expect("lockdown is always asked");
    (topic.standing, topic.confidence)
}

#[test]
fn a_topic_stands_as_its_questions_say() {
    let (main, part, tried) = ("lockdown.procedure", "lockdown.release", "awareness.tried-out");
    let na = || Value::NotApplicable { reason: "Open on all sides".to_owned() };
    let cases: &[(Changes, Standing, Confidence)] = &[
        (&[], Standing::InPlace, Confidence::TriedOut),
        (&[(tried, Value::No)], Standing::InPlace, Confidence::Stated),
        (&[(tried, Value::NotSure)], Standing::InPlace, Confidence::Doubtful),
        (&[(part, Value::No)], Standing::Partly, Confidence::TriedOut),
        (&[(part, Value::NotSure)], Standing::Partly, Confidence::Doubtful),
        (&[(part, na())], Standing::InPlace, Confidence::TriedOut),
        (&[(main, Value::Partly)], Standing::Partly, Confidence::TriedOut),
        (&[(main, Value::No)], Standing::NotInPlace, Confidence::TriedOut),
        (&[(main, Value::NotSure)], Standing::NotKnown, Confidence::Doubtful),
        (&[(main, na())], Standing::NotApplicable, Confidence::TriedOut),
        (
            &[(main, Value::No), (part, Value::Yes), (tried, Value::No)],
            Standing::NotInPlace,
            Confidence::Stated,
        ),
    ];
    for (changes, standing, confidence) in cases {
        assert_eq!(lockdown(changes), (*standing, *confidence), "{changes:?}");
    }
}

#[test]
fn of_two_things_one_missing_and_one_unknown_is_not_a_part() {
    let (one, other) = ("recovery.first-aid", "recovery.afterwards");
    let cases: &[(Changes, Standing, u8)] = &[
        (&[(one, Value::No), (other, Value::NotSure)], Standing::NotKnown, 0),
        (&[(one, Value::NotSure), (other, Value::No)], Standing::NotKnown, 0),
        (&[(one, Value::No), (other, Value::No)], Standing::NotInPlace, 0),
        (&[(one, Value::No), (other, Value::Partly)], Standing::Partly, 12),
        (&[(one, Value::Yes), (other, Value::NotSure)], Standing::Partly, 75),
    ];
    for (changes, standing, share) in cases {
        let found = with(changes);
        let topic = found.of("recovery").expect("it is always asked");
        assert_eq!((topic.standing, topic.share), (*standing, Some(*share)), "{changes:?}");
    }
}

#[test]
fn what_was_last_gone_through_too_long_ago_is_there_in_part() {
    let cases = [
        (day(2025, 12, 2), Standing::InPlace, 100),
        (day(2025, 12, 1), Standing::Partly, 80),
        (day(2020, 1, 1), Standing::Partly, 80),
    ];
    for (date, standing, share) in cases {
        let found = with(&[("review.last", Value::Date { date })]);
        let topic = found.of("review").expect("it is always asked");
        assert_eq!((topic.standing, topic.share), (standing, Some(share)), "{date}");
    }
}

#[test]
fn nothing_is_known_before_the_first_answer() {
    let readiness = of(&Answers::none());
    assert_eq!(readiness.iter().count(), 12);
    for found in readiness.iter() {
        assert_eq!(
            (found.standing, found.confidence),
            (Standing::NotKnown, Confidence::Doubtful),
            "{:?}",
            found.topic
        );
    }
}

#[test]
fn a_drill_makes_what_is_said_better_founded_until_it_is_too_long_ago() {
    let mut answers = all_in_place();
    answers.insert(id("awareness.tried-out"), Value::No.into());
    let journey = Journey::new(standard(), Audience::Standard, &answers);
    let lockdown = |today| {
        let drills = BTreeMap::from([("lockdown".to_owned(), day(2026, 3, 1))]);
        let grounds = Grounds { today, drills: &drills };
        let found = readiness(&journey, grounds);
        let topic = found.of("lockdown").expect("lockdown is always asked");
        (topic.confidence, last_tried(&journey, &topic.topic, grounds))
    };
    assert_eq!(lockdown(day(2026, 12, 1)), (Confidence::TriedOut, Some(day(2026, 3, 1))));
    assert_eq!(lockdown(day(2027, 2, 28)).0, Confidence::TriedOut);
    assert_eq!(lockdown(day(2027, 3, 1)), (Confidence::OutOfDate, Some(day(2026, 3, 1))));
    let none = Grounds { today: day(2026, 12, 1), drills: &BTreeMap::new() };
    let found = readiness(&journey, none);
    let topic = found.of("lockdown").expect("lockdown is always asked");
    assert_eq!((topic.confidence, last_tried(&journey, &topic.topic, none)), (Confidence::Stated, None));
}

#[test]
fn co_ordination_is_told_of_only_where_premises_are_shared() {
    assert_eq!(with(&[]).of("coordination"), None);
    let shared = with(&[
        ("sharing.shared", Value::Option { id: "same".to_owned() }),
        ("sharing.coordinate", Value::No),
    ]);
    let found = shared.of("coordination").expect("it is asked now");
    assert_eq!(found.standing, Standing::NotInPlace);
}

#[test]
fn the_record_has_one_text() {
    let json = |readiness: &Readiness| serde_json::to_string(&ReadinessRecord::of(readiness)).expect("JSON");
    assert_eq!(
        json(&with(&[("awareness.roles", Value::No), ("evacuation.routes", Value::Partly)])),
        r#"{"form":1,"evacuation":"partly","invacuation":"in-place","lockdown":"in-place","communication":"in-place","notification":"in-place","awareness":"not-in-place"}"#
    );
    assert_eq!(
        json(&of(&answers(&[]))),
        r#"{"form":1,"evacuation":"not-known","invacuation":"not-known","lockdown":"not-known","communication":"not-known","notification":"not-known","awareness":"not-known"}"#
    );
    let record = ReadinessRecord::of(&with(&[]));
    let back = serde_json::from_str(&json(&with(&[]))).expect("the record again");
    assert_eq!(record, back);
}
