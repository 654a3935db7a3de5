//! What is sent stays what it was.
#![cfg(feature = "content")]

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::{
    assessment::{Answer, Answers, Journey, Value},
    content::{Audience, QuestionSet, library},
    submission::{Declaration, Reference, Snapshot, canonical, sha256_hex},
};

fn standard() -> &'static QuestionSet {
    library().expect("embedded content").newest("standard").expect("a standard set")
}

fn declaration() -> Declaration {
    let on = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    Declaration { name: "Ann Example".to_owned(), role: "Manager".to_owned(), on }
}

fn given(list: &[(&str, Value)]) -> Answers {
    list.iter().map(|(id, value)| (id.parse().expect("an id"), Answer::from(value.clone()))).collect()
}

fn snapshot(answers: &Answers) -> Snapshot {
    Snapshot::of(&Journey::new(standard(), Audience::Standard, answers), declaration())
}

#[test]
fn canonical_text_sorts_keys_and_refuses_fractions() {
    let value = serde_json::json!({ "b": [1, { "z": null, "a": "é\n" }], "a": true });
    assert_eq!(canonical::text(&value).expect("text"), r#"{"a":true,"b":[1,{"a":"é\n","z":null}]}"#);
    assert!(canonical::text(&serde_json::json!({ "a": [0.5] })).is_err());
}

#[test]
fn the_hash_is_sha_256() {
    assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn it_holds_the_wording_and_leaves_hidden_answers_out() {
    let hidden = ("sharing.who", Value::Text { text: "Secret neighbour".to_owned() });
    let shared = |option: &str| ("sharing.shared", Value::Option { id: option.to_owned() });
    let without = snapshot(&given(&[shared("nobody"), hidden.clone()]));
    assert!(without.question(&hidden.0.parse().expect("an id")).is_none());
    assert!(!without.canonical().expect("text").json.contains("Secret"));

    let with = snapshot(&given(&[shared("same"), hidden.clone()]));
    let chosen = with.question(&"sharing.shared".parse().expect("an id")).expect("it shows");
    assert_eq!(chosen.option.as_deref(), Some("Yes, somebody else is responsible for these premises too"));
    let question = standard().question(&chosen.question).expect("a question");
    assert_eq!((&chosen.text, chosen.label), (&question.text, question.label));
    assert!(with.canonical().expect("text").json.contains("Secret"));
}

#[test]
fn it_can_be_read_back() {
    let sent = snapshot(&given(&[("lockdown.procedure", Value::Partly)]));
    let text = sent.canonical().expect("text");
    let back: Snapshot = serde_json::from_str(&text.json).expect("a snapshot");
    assert_eq!(back, sent);
    assert_eq!(back.canonical().expect("text"), text);
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Yes),
        Just(Value::Partly),
        Just(Value::No),
        Just(Value::NotSure),
        "[a-zé\"\\\\ \n]{1,20}".prop_map(|reason| Value::NotApplicable { reason }),
    ]
}

/// Answers to questions that always show, in any order.
fn some_answers() -> impl Strategy<Value = Vec<(&'static str, Value, String)>> {
    let ids = ["evacuation.procedure", "lockdown.release", "people.deputies", "review.written"];
    prop::collection::vec((prop::sample::select(ids.to_vec()), value(), "[ -~é]{0,20}"), 0..6)
}

fn collected(list: &[(&str, Value, String)]) -> Answers {
    let mut answers = Answers::none();
    for (id, value, note) in list {
        let answer = Answer { value: value.clone(), note: note.clone() };
        answers.insert(id.parse().expect("an id"), answer);
    }
    answers
}

proptest! {
    #[test]
    fn equal_answers_have_equal_hashes_and_others_do_not(one in some_answers(), two in some_answers()) {
        let (a, b) = (collected(&one), collected(&two));
        let (sealed_a, sealed_b) = (snapshot(&a).canonical().expect("a"), snapshot(&b).canonical().expect("b"));
        prop_assert_eq!(a == b, sealed_a.sha256 == sealed_b.sha256);
        prop_assert_eq!(&sha256_hex(sealed_a.json.as_bytes()), &sealed_a.sha256);
        // Through another program that orders keys its own way.
        let pretty = serde_json::to_string_pretty(&snapshot(&a)).expect("JSON");
        let back: Snapshot = serde_json::from_str(&pretty).expect("a snapshot");
        prop_assert_eq!(back.canonical().expect("again"), sealed_a);
    }

    #[test]
    fn a_reference_is_read_back_however_it_is_typed(bytes in any::<[u8; 5]>()) {
        let reference = Reference::from_bytes(bytes);
        let text = reference.to_string();
        prop_assert_eq!(text.len(), 12);
        prop_assert!(!text.chars().skip(2).any(|c| "ILOU".contains(c)));
        let spoken = text.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        for typed in [&text, &spoken, &text.replace('-', "")] {
            prop_assert_eq!(typed.parse::<Reference>(), Ok(reference));
        }
    }
}

#[test]
fn references_look_like_this() {
    assert_eq!(Reference::from_bytes([0; 5]).to_string(), "ML-0000-0000");
    assert_eq!(Reference::from_bytes([0xff; 5]).to_string(), "ML-ZZZZ-ZZZZ");
    assert_eq!("ml-7k3q-92xd".parse::<Reference>().expect("one").to_string(), "ML-7K3Q-92XD");
    for bad in ["", "ML", "ML-7K3Q-92X", "ML-7K3Q-92XDD", "XX-7K3Q-92XD", "ML-7K3Q-92XU", "ML-7K3Q-92Xé"] {
        assert!(bad.parse::<Reference>().is_err(), "{bad}");
    }
}
