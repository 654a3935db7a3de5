//! Standing and confidence, on the embedded set.

use super::{all_in_place, answers, id, standard};
use crate::{
    assessment::{Answers, Confidence, Journey, Readiness, Standing, Value, readiness},
    content::{ReadinessTopic, Tier},
};

fn of(answers: &Answers) -> Readiness {
    readiness(&Journey::new(standard(), Tier::Standard, answers))
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
    let topic = with(changes).of(ReadinessTopic::Lockdown).expect("lockdown is always asked");
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
fn nothing_is_known_before_the_first_answer() {
    let readiness = of(&Answers::none());
    assert_eq!(readiness.iter().count(), 10);
    for (topic, found) in readiness.iter() {
        assert_eq!(
            (found.standing, found.confidence),
            (Standing::NotKnown, Confidence::Doubtful),
            "{topic:?}"
        );
    }
}

#[test]
fn co_ordination_is_told_of_only_where_premises_are_shared() {
    assert_eq!(with(&[]).of(ReadinessTopic::Coordination), None);
    let shared = with(&[
        ("sharing.shared", Value::Option { id: "same".to_owned() }),
        ("sharing.coordinate", Value::No),
    ]);
    let found = shared.of(ReadinessTopic::Coordination).expect("it is asked now");
    assert_eq!(found.standing, Standing::NotInPlace);
}

#[test]
fn the_record_has_one_text() {
    let json = |readiness: &Readiness| serde_json::to_string(&readiness.record()).expect("JSON");
    assert_eq!(
        json(&with(&[("awareness.roles", Value::No), ("evacuation.routes", Value::Partly)])),
        r#"{"form":1,"evacuation":"partly","invacuation":"in-place","lockdown":"in-place","communication":"in-place","notification":"in-place","awareness":"not-in-place"}"#
    );
    assert_eq!(
        json(&of(&answers(&[]))),
        r#"{"form":1,"evacuation":"not-known","invacuation":"not-known","lockdown":"not-known","communication":"not-known","notification":"not-known","awareness":"not-known"}"#
    );
    let record = with(&[]).record();
    let back = serde_json::from_str(&json(&with(&[]))).expect("the record again");
    assert_eq!(record, back);
}
