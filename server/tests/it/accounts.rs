//! Signing up, in and out.

use chrono::TimeDelta;

use crate::people::{PASSWORD, TestApp};

#[tokio::test]
async fn a_sign_up_keeps_what_was_typed_and_says_what_is_wrong() {
    let t = TestApp::start().await;
    let answer =
        t.anybody().post("/sign-up", &[("name", "Ann"), ("email", "ann"), ("password", "short")]).await;
    let answer = answer
        .is_invalid("email", "Enter an email address in the correct format")
        .is_invalid("password", "Your password must be 12 characters or more")
        .shows("<title>Error: Create an account");
    assert_eq!(answer.field("name"), "Ann");
    assert_eq!(answer.field("email"), "ann");
    assert_eq!(answer.field("password"), "", "a password is never sent back");
}

#[tokio::test]
async fn a_weak_password_is_refused() {
    let t = TestApp::start().await;
    let fields = [("name", "Ann Lee"), ("email", "ann@example.org"), ("password", "password1234")];
    t.anybody()
        .post("/sign-up", &fields)
        .await
        .is_invalid("password", "Choose a password that is harder to guess");
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answers() {
    let t = TestApp::start().await;
    t.operator("Ann").await;
    let sign_up = async |email| {
        let fields = [("name", "Ann"), ("email", email), ("password", PASSWORD)];
        t.anybody().post("/sign-up", &fields).await.shape()
    };
    assert_eq!(sign_up("ann@example.org").await, sign_up("new@example.org").await);
    let sign_in = async |email| {
        let fields = [("email", email), ("password", "a wrong password")];
        t.anybody().post("/sign-in", &fields).await.shape()
    };
    assert_eq!(sign_in("ann@example.org").await, sign_in("eve@example.org").await);
}

#[tokio::test]
async fn signing_in_leads_back_to_where_one_was_going() {
    let t = TestApp::start().await;
    t.operator("Ann").await;
    assert_eq!(t.anybody().get("/premises").await.location(), "/sign-in?back=%2Fpremises");
    let fields = [("email", "ann@example.org"), ("password", PASSWORD), ("back", "/premises")];
    assert_eq!(t.anybody().post("/sign-in", &fields).await.location(), "/premises");
    let foreign = [("email", "ann@example.org"), ("password", PASSWORD), ("back", "//evil.example")];
    assert_eq!(t.anybody().post("/sign-in", &foreign).await.location(), "/");
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let t = TestApp::start().await;
    let ann = t.operator("Ann").await;
    ann.get("/organisation/register").await.is(200);
    assert_eq!(ann.post("/sign-out", &[]).await.location(), "/");
    ann.get("/organisation/register").await.is(303);
}

#[tokio::test]
async fn an_idle_session_ends_and_what_was_typed_is_kept() {
    let t = TestApp::start().await;
    let ann = t.operator("Ann").await;
    ann.get("/").await.shows("Signed in as Ann").shows("Your premises").hides("Sign in<");
    t.wait(TimeDelta::minutes(29));
    ann.get("/organisation/register").await.is(200);
    t.wait(TimeDelta::minutes(29));
    ann.get("/organisation/register").await.is(200);
    t.wait(TimeDelta::minutes(30));
    let typed = [("name", "Bluebell \"Trust\" <b>"), ("number", "123")];
    let answer = ann.post("/organisation/register", &typed).await.is(401).shows("You have been signed out");
    assert_eq!(answer.field("name"), "Bluebell &quot;Trust&quot; &lt;b&gt;");
    assert_eq!(answer.field("number"), "123");
}

#[tokio::test]
async fn guessing_is_answered_with_wait() {
    let t = TestApp::start().await;
    t.operator("Ann").await;
    let mut last = 0;
    for _ in 0..4 {
        let wrong = [("email", "ann@example.org"), ("password", "a wrong password")];
        last = t.anybody().post("/sign-in", &wrong).await.status.as_u16();
    }
    assert_eq!(last, 429);
}
