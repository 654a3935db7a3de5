//! A session that ends while somebody types: what they typed goes with them through signing in.

use axum::http::{Method, header};
use chrono::TimeDelta;

use crate::{
    answer::Answer,
    assessment::{answers_all, opens_assessment},
    people::{PASSWORD, TestApp, Visitor},
};

const AGAIN: &str = "/sign-in/again";
const NOTE: &str = "by both doors</textarea><script>alert(1)</script>";
const SHOWN: &str = "by both doors&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;";
const UNSAVED: &str = "This is what you typed before you were signed out";

/// Ann with an assessment; the address of one of its questions.
async fn ann_at_a_question(t: &TestApp) -> (Visitor, String) {
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let assessment = opens_assessment(&ann).await;
    (ann, format!("{assessment}/questions/evacuation.procedure"))
}

/// Somebody answers a question with a session that has ended.
async fn answers_too_late(person: &Visitor, question: &str) -> Answer {
    let fields = [("seen", "0"), ("answer", "partly"), ("note", NOTE)];
    person.post(question, &fields).await.is(401).shows("You have been signed out").hides("by both doors")
}

async fn signs_in_again(person: &Visitor, typed: &str, name: &str, password: &str) -> Answer {
    let email = format!("{}@example.org", name.to_lowercase());
    person.post(AGAIN, &[("typed", typed), ("email", &email), ("password", password)]).await
}

#[tokio::test]
async fn one_comes_back_to_the_question_with_what_one_typed() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    t.wait(TimeDelta::minutes(31));
    let mended = format!("{question}?from=check");
    let typed = answers_too_late(&ann, &mended).await.field("typed");
    let answer = signs_in_again(&ann, &typed, "Ann", PASSWORD).await;
    assert_eq!(answer.location(), mended, "nothing of it is in the address");
    let ann = ann.with_cookie_of(&answer);
    for _ in 0..2 {
        let page = ann.get(&mended).await.is(200).shows(UNSAVED).shows(SHOWN).hides("<script>alert");
        let chosen = page.body.split('<').find(|tag| tag.contains("value=\"partly\"")).unwrap();
        assert!(chosen.contains("checked"), "{chosen}");
        assert_eq!(page.field("seen"), "0");
    }
    let (assessment, _) = question.split_once("/questions/").unwrap();
    ann.get(assessment).await.shows("0 of ");
    assert!(
        ann.fills_in(&mended, &[("answer", "partly"), ("note", NOTE)]).await.location().ends_with("/check")
    );
    ann.get(&question).await.is(200).shows(SHOWN).hides(UNSAVED);
    ann.get(assessment).await.shows("1 of ");
}

#[tokio::test]
async fn what_is_not_to_be_saved_is_forgotten() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    t.wait(TimeDelta::minutes(31));
    let typed = answers_too_late(&ann, &question).await.field("typed");
    let ann = ann.with_cookie_of(&signs_in_again(&ann, &typed, "Ann", PASSWORD).await);
    let other = question.replace("evacuation.procedure", "lockdown.procedure");
    ann.get(&other).await.is(200).hides(UNSAVED).hides("by both doors");
    ann.fills_in(&other, &[("answer", "yes")]).await.is(303);
    ann.get(&question).await.is(200).shows(SHOWN);
    ann.fills_in(&question, &[("answer", "partly"), ("note", NOTE), ("settle", "theirs")]).await.is(303);
    ann.get(&question).await.is(200).hides(UNSAVED).hides("by both doors");
}

#[tokio::test]
async fn a_wrong_password_or_too_many_keep_it() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    t.wait(TimeDelta::minutes(31));
    let mut typed = answers_too_late(&ann, &question).await.field("typed");
    let empty = ann.post(AGAIN, &[("typed", &typed)]).await;
    typed = empty.shows_invalid("email", "Enter your email address").field("typed");
    let wrong = signs_in_again(&ann, &typed, "Ann", "not my password").await;
    let wrong = wrong.shows_invalid("email", "The email address or the password is not right");
    assert_eq!((wrong.field("email").as_str(), wrong.field("password").as_str()), ("ann@example.org", ""));
    typed = wrong.field("typed");
    let mut last = wrong;
    // Where a hash takes longer than the first waits, a later wait is longer than a hash.
    for _ in 0..12 {
        if last.status == 429 {
            break;
        }
        last = signs_in_again(&ann, &typed, "Ann", "not my password").await;
    }
    let last = last.is(429).shows("Too many tries");
    assert!(last.headers.contains_key(header::RETRY_AFTER));
    typed = last.field("typed");
    ann.post("/sign-in", &[("email", "ann@example.org"), ("password", PASSWORD)]).await.is(429);
    t.wait(TimeDelta::hours(1));
    let answer = signs_in_again(&ann, &typed, "Ann", PASSWORD).await;
    assert_eq!(answer.location(), question);
    ann.with_cookie_of(&answer).get(&question).await.is(200).shows(SHOWN);
}

#[tokio::test]
async fn only_what_was_sealed_here_and_today_is_opened() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    t.wait(TimeDelta::minutes(31));
    let typed = answers_too_late(&ann, &question).await.field("typed");
    let last = if typed.ends_with('0') { "1" } else { "0" };
    let changed = format!("{}{last}", &typed[..typed.len() - 1]);
    for wrong in [changed.as_str(), &typed[2..], &typed[..typed.len() - 1], "", "nonsense", "éé"] {
        signs_in_again(&ann, wrong, "Ann", PASSWORD).await.is(400);
    }
    let elsewhere = [("typed", typed.as_str()), ("email", "ann@example.org"), ("password", PASSWORD)];
    let elsewhere = [&elsewhere[..], &[("back", "/premises")]].concat();
    ann.post(AGAIN, &elsewhere).await.is(400);
    t.wait(TimeDelta::hours(24));
    let answer = signs_in_again(&ann, &typed, "Ann", PASSWORD).await;
    assert_eq!(answer.location(), AGAIN);
    let ann = ann.with_cookie_of(&answer);
    ann.get(AGAIN).await.is(200).shows("What you typed is gone");
    ann.get(&question).await.is(200).hides("by both doors");
}

#[tokio::test]
async fn somebody_else_who_signs_in_saves_nothing_unseen() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    let mel = t.joins(&ann, "Mel", "member").await;
    t.operator_of("Bob", "Kingfisher Ltd").await;
    t.wait(TimeDelta::minutes(31));
    let typed = answers_too_late(&ann, &question).await.field("typed");

    let answer = signs_in_again(&ann, &typed, "Bob", PASSWORD).await;
    assert_eq!(answer.location(), question);
    let bob = ann.with_cookie_of(&answer);
    bob.get(&question).await.is(404).hides("by both doors");
    assert_eq!(bob.get(AGAIN).await.location(), question, "nor in any other way");

    let answer = signs_in_again(&mel, &typed, "Mel", PASSWORD).await;
    let mel = mel.with_cookie_of(&answer);
    mel.get(&question).await.is(200).shows("Signed in as Mel").shows(UNSAVED).shows(SHOWN);
    let ann = t.anybody().signs_in("Ann").await;
    ann.get(&question).await.is(200).hides("by both doors");
    mel.fills_in(&question, &[("answer", "no")]).await.is(303);
    let met = ann.post(&question, &[("seen", "0"), ("answer", "yes")]).await.is(409);
    met.shows("Saved by Mel");
}

#[tokio::test]
async fn somebody_signed_in_elsewhere_meanwhile_needs_no_password() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    t.wait(TimeDelta::minutes(31));
    let typed = answers_too_late(&ann, &question).await.field("typed");
    let ann = ann.signs_in("Ann").await;
    assert_eq!(ann.post(AGAIN, &[("typed", &typed)]).await.location(), question);
    ann.get(&question).await.is(200).shows(SHOWN);
}

#[tokio::test]
async fn an_answer_that_can_no_longer_be_given_is_shown() {
    let t = TestApp::start().await;
    let (ann, question) = ann_at_a_question(&t).await;
    let (assessment, _) = question.split_once("/questions/").unwrap();
    let typed = answers_too_late(&t.anybody(), &question).await.field("typed");
    answers_all(&ann, assessment).await;
    let declared = [("name", "Ann"), ("role", "Manager"), ("agree", "yes")];
    ann.fills_in(&format!("{assessment}/declare"), &declared).await.is(303);
    assert_eq!(ann.post(AGAIN, &[("typed", &typed)]).await.location(), question);
    ann.get(&question).await.is(409).shows("This can no longer be changed").shows("by both doors");
}

#[tokio::test]
async fn another_form_is_sent_again_as_it_was() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = crate::premises::registers_premises(&ann, "Old Hall", "6", "350").await;
    let record = crate::competent_person::adds_record(&ann, &hall).await;
    t.wait(TimeDelta::minutes(31));
    let fields = [("name", "\"Robin\" <b>"), ("uses", "1"), ("uses", "6")];
    let typed = ann.post(&record, &fields).await.is(401).hides("Robin").field("typed");
    let answer = signs_in_again(&ann, &typed, "Ann", PASSWORD).await;
    assert_eq!(answer.location(), AGAIN);
    let ann = ann.with_cookie_of(&answer);
    let page = ann.get(AGAIN).await.is(200).shows("Send what I typed").shows(&format!("action=\"{record}\""));
    assert_eq!(page.field("name"), "&quot;Robin&quot; &lt;b&gt;");
    assert_eq!(page.body.matches("name=\"uses\"").count(), 2);
    ann.get(&record).await.is(200).hides("&quot;Robin&quot;");
}

#[tokio::test]
async fn no_password_rides_along_and_no_body_without_end() {
    let t = TestApp::start().await;
    let fields = [("old", "canary harbour"), ("password", "canary lantern"), ("name", "plain")];
    let typed = t.anybody().post("/account", &fields).await.is(401).field("typed");
    t.operator("Ann").await;
    let answer = signs_in_again(&t.anybody(), &typed, "Ann", PASSWORD).await;
    let page = t.anybody().with_cookie_of(&answer).get(AGAIN).await.is(200).hides("canary");
    assert_eq!(page.field("name"), "plain");

    let most = "x".repeat(65_000);
    let typed = t.anybody().post("/account", &[("note", &most)]).await.is(401).field("typed");
    let answer = signs_in_again(&t.anybody(), &typed, "Ann", PASSWORD).await;
    let page = t.anybody().with_cookie_of(&answer).get(AGAIN).await.is(200);
    assert_eq!(page.field("note"), most);
    t.anybody().post("/account", &[("note", &"x".repeat(66_000))]).await.is(413);
    t.anybody().post(AGAIN, &[("typed", &"0".repeat(200_000))]).await.is(413);
    let grows = [("content-type", "application/x-www-form-urlencoded"), ("origin", "http://portal.test")];
    let body = format!("note={}", "<".repeat(60_000));
    t.anybody().send(Method::POST, "/account", &grows, body).await.is(413);
}

#[tokio::test]
async fn in_the_demonstration_it_rides_with_the_choice_of_a_person() {
    let t = TestApp::demonstration().await;
    let page = t.anybody().post("/account", &[("note", "kept")]).await.is(401);
    let page = page.shows("Try it as somebody made up");
    let typed = page.field("typed");
    let answer = t.anybody().post("/demo/sign-in", &[("person", "operator-1"), ("typed", &typed)]).await;
    assert_eq!(answer.location(), AGAIN);
    let page = t.anybody().with_cookie_of(&answer).get(AGAIN).await.is(200);
    assert_eq!(page.field("note"), "kept");
}

#[tokio::test]
async fn nobody_signed_in_has_nothing_to_send() {
    let t = TestApp::start().await;
    assert_eq!(t.anybody().get(AGAIN).await.location(), "/sign-in");
    t.operator("Ann").await.get(AGAIN).await.is(200).shows("What you typed is gone");
}
