//! An answer saved while somebody types.

use axum::http::Method;
use chrono::TimeDelta;

use crate::{
    answer::Answer,
    assessment::{answers_all, opens_assessment},
    people::{TestApp, Visitor},
};

const OWN: [(&str, &str); 4] = [
    ("sec-fetch-site", "same-origin"),
    ("origin", "http://portal.test"),
    ("content-type", "application/x-www-form-urlencoded"),
    ("x-autosave", "yes"),
];

/// What the island sends.
async fn autosaves(person: &Visitor, question: &str, fields: &[(&str, &str)]) -> Answer {
    person.send(Method::POST, question, &OWN, serde_html_form::to_string(fields).unwrap()).await
}

async fn ann_at_a_question(t: &TestApp) -> (Visitor, String) {
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let assessment = opens_assessment(&ann).await;
    (ann, format!("{assessment}/questions/evacuation.procedure"))
}

/// The version and the time of what was saved.
#[track_caller]
fn saved(answer: Answer) -> (u64, String) {
    let answer = answer.is(200);
    assert_eq!(answer.headers["content-type"], "text/plain; charset=utf-8");
    assert_eq!(answer.headers["cache-control"], "no-store");
    let (version, at) = answer.body.strip_prefix("saved ").unwrap().split_once(' ').unwrap();
    (version.parse().unwrap(), at.to_owned())
}

#[tokio::test]
async fn an_answer_is_saved_and_the_next_save_names_its_version() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    let first = [("seen", "0"), ("answer", "partly"), ("note", "by the front <b>")];
    let (version, at) = saved(autosaves(&ann, &question, &first).await);
    let clock = domain::day::clock_in_london(t.clock.now());
    let near = [clock, clock - TimeDelta::minutes(1)].map(|clock| clock.format("%H:%M").to_string());
    assert!(version == 1 && near.contains(&at), "{version} {at}");
    let page = ann.get(&question).await.is(200).shows("by the front &lt;b&gt;");
    assert_eq!(page.field("seen"), "1");
    let then = [("seen", "1"), ("answer", "yes"), ("note", "by both")];
    assert_eq!(saved(autosaves(&ann, &question, &then).await).0, 2);
    ann.post(&question, &[("seen", "2"), ("answer", "yes"), ("note", "by both doors")]).await.is(303);
}

#[tokio::test]
async fn what_is_no_answer_yet_is_not_saved() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    for (fields, what) in [
        (&[("seen", "0"), ("note", "only a note")][..], "Choose an answer"),
        (&[("seen", "0"), ("answer", "not-applicable")], "Say why it does not apply"),
    ] {
        let answer = autosaves(&ann, &question, fields).await.is(200);
        assert!(answer.body.starts_with(&format!("incomplete {what}")), "{}", answer.body);
    }
    let page = ann.get(&question).await.is(200).hides("only a note");
    assert_eq!(page.field("seen"), "0");
    autosaves(&ann, &question, &[("surprise", "field")]).await.is(400);
    autosaves(&ann, &question, &[("note", &"x".repeat(70_000))]).await.is(413);
}

#[tokio::test]
async fn somebody_elses_answer_is_not_overwritten() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    let mel = t.joins(&ann, "Mel", "member").await;
    let theirs = [("seen", "0"), ("answer", "yes"), ("note", "theirs")];
    assert_eq!(saved(autosaves(&mel, &question, &theirs).await).0, 1);
    let mine = [("seen", "0"), ("answer", "no"), ("note", "mine")];
    assert_eq!(autosaves(&ann, &question, &mine).await.is(200).body, "conflict");
    let page = ann.get(&question).await.is(200).shows("theirs").hides("mine");
    assert_eq!(page.field("seen"), "1");
    ann.post(&question, &mine).await.is(409).shows("Two answers to one question").shows("Saved by Mel");
    // The same answer, sent again since nobody heard that it was saved, is no other answer.
    assert_eq!(saved(autosaves(&mel, &question, &theirs).await).0, 1);
}

#[tokio::test]
async fn an_answer_that_was_sent_off_stays_as_it_was() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    let (assessment, _) = question.split_once("/questions/").unwrap();
    answers_all(&ann, assessment).await;
    let declared = [("name", "Ann"), ("role", "Manager"), ("agree", "yes")];
    ann.fills_in(&format!("{assessment}/declare"), &declared).await.is(303);
    let late = [("seen", "1"), ("answer", "no"), ("note", "too late")];
    assert_eq!(autosaves(&ann, &question, &late).await.is(200).body, "closed");
    ann.get(&question).await.is(200).hides("too late");
}

#[tokio::test]
async fn only_those_who_may_answer_save_and_only_from_our_own_pages() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let fields = [("seen", "0"), ("answer", "yes")];
    autosaves(&bob, &question, &fields).await.is(404);
    for foreign in [&[("sec-fetch-site", "cross-site")][..], &[("origin", "https://evil.example")], &[]] {
        let headers = [foreign, &OWN[2..]].concat();
        let body = serde_html_form::to_string(fields).unwrap();
        ann.send(Method::POST, &question, &headers, body).await.is(403);
    }
    t.wait(TimeDelta::minutes(31));
    let answer = autosaves(&ann, &question, &fields).await.is(401);
    assert_eq!(answer.body, "signed-out");
    let ann = t.anybody().signs_in("Ann").await;
    assert_eq!(ann.get(&question).await.is(200).field("seen"), "0");
}

#[tokio::test]
async fn it_costs_no_more_than_the_button() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    ann.post(&question, &[("seen", "0"), ("answer", "yes")]).await.is(303);
    t.statements.take();
    ann.post(&question, &[("seen", "1"), ("answer", "no")]).await.is(303);
    let button = t.statements.take();
    autosaves(&ann, &question, &[("seen", "2"), ("answer", "partly")]).await.is(200);
    let autosave = t.statements.take();
    assert_eq!(autosave.len(), button.len(), "{autosave:#?}");
}
