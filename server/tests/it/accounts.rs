//! Signing up, in and out.

use chrono::TimeDelta;
use domain::policy::{Actor, Facts, decide};

use crate::people::{PASSWORD, TestApp};

#[tokio::test]
async fn a_sign_up_keeps_what_was_typed_and_says_what_is_wrong() {
    let t = TestApp::start().await;
    let answer =
        t.anybody().post("/sign-up", &[("name", "Ann"), ("email", "ann"), ("password", "short")]).await;
    let answer = answer
        .shows_invalid("email", "Enter an email address in the correct format")
        .shows_invalid("password", "Your password must be 12 characters or more")
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
        .shows_invalid("password", "Choose a password that is harder to guess");
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
async fn an_idle_session_ends() {
    let t = TestApp::start().await;
    let ann = t.operator("Ann").await;
    ann.get("/").await.shows("Signed in as Ann").shows("Your premises").hides("Sign in<");
    t.wait(TimeDelta::minutes(29));
    ann.get("/organisation/register").await.is(200);
    t.wait(TimeDelta::minutes(29));
    ann.get("/organisation/register").await.is(200);
    t.wait(TimeDelta::minutes(30));
    ann.post("/organisation/register", &[("name", "Bluebell")])
        .await
        .is(401)
        .shows("You have been signed out");
}

#[tokio::test]
async fn guessing_is_answered_with_wait() {
    let t = TestApp::start().await;
    t.operator("Ann").await;
    let mut last = 0;
    // Where a hash takes longer than the first waits, a later wait is longer than a hash.
    for _ in 0..12 {
        if last == 429 {
            break;
        }
        let wrong = [("email", "ann@example.org"), ("password", "a wrong password")];
        last = t.anybody().post("/sign-in", &wrong).await.status.as_u16();
    }
    assert_eq!(last, 429);
}

#[tokio::test]
async fn an_invitation_leads_to_an_account_once() {
    let t = TestApp::start().await;
    let ada = t.administrator("Ada").await;
    let fields = [("email", "cas@example.org"), ("role", "ctsa"), ("region", "west-midlands")];
    let made = ada.fills_in("/admin/people/invite", &fields).await.is(200);
    let link = made.body.split("http://portal.test").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
    let cas = t.anybody();
    cas.get(link).await.is(200).shows("CTSA, West Midlands").shows("cas@example.org");
    let weak = [("name", "Cas"), ("password", "password1234")];
    let answer = cas.post(link, &weak).await.shows_invalid("password", "Choose a password that is harder");
    assert_eq!(answer.field("name"), "Cas");
    let extra = [("name", "Cas"), ("password", PASSWORD), ("role", "administrator")];
    cas.post(link, &extra).await.is(400);
    let good = [("name", "Cas"), ("password", PASSWORD)];
    assert_eq!(cas.post(link, &good).await.location(), "/sign-in?done=joined");
    cas.signs_in("Cas").await.get("/account").await.is(200).shows("CTSA, West Midlands");
    // Wrong and used links look the same, for both methods.
    let wrong = format!("/invitations/{}", "0".repeat(64));
    for other in [wrong.as_str(), "/invitations/nonsense"] {
        assert_eq!(cas.get(link).await.is(404).shape(), cas.get(other).await.shape());
        assert_eq!(cas.post(link, &good).await.is(404).shape(), cas.post(other, &good).await.shape());
    }
}

#[tokio::test]
async fn a_reset_link_sets_a_password_once() {
    let t = TestApp::start().await;
    let ann = t.operator("Ann").await;
    let permit = decide(&Actor::System, (), &Facts::default()).unwrap();
    let secret = t.store.make_reset_link(&permit, &"ann@example.org".parse().unwrap()).await.unwrap();
    let link = format!("/reset/{secret}");
    let somebody = t.anybody();
    somebody.get(&link).await.is(200).hides("ann@example.org");
    somebody
        .post(&link, &[("password", "short")])
        .await
        .shows_invalid("password", "Your password must be 12");
    let new = [("password", "seven green lanterns")];
    assert_eq!(somebody.post(&link, &new).await.location(), "/sign-in?done=password");
    ann.get("/account").await.is(303);
    let wrong = format!("/reset/{}", "0".repeat(64));
    assert_eq!(somebody.get(&link).await.is(404).shape(), somebody.get(&wrong).await.shape());
    assert_eq!(somebody.post(&link, &new).await.is(404).shape(), somebody.post(&wrong, &new).await.shape());
    // What is wrong with the password says nothing about the link.
    assert_eq!(somebody.post(&link, &[("password", "short")]).await.is(404).status, 404);
    let fields = [("email", "ann@example.org"), ("password", "seven green lanterns")];
    assert_eq!(somebody.post("/sign-in", &fields).await.location(), "/");
}

#[tokio::test]
async fn a_password_is_changed_with_the_old_one_and_others_are_signed_out() {
    let t = TestApp::start().await;
    let (here, there) = (t.operator("Ann").await, t.anybody().signs_in("Ann").await);
    here.get("/account").await.is(200).shows("ann@example.org").shows("Signed-in browsers");
    let change = |old, new| [("old", old), ("password", new)];
    let weak = here.post("/account", &change(PASSWORD, "ann@example.org")).await;
    weak.shows_invalid("password", "Choose a password");
    let wrong = here.post("/account", &change("not my password", "seven green lanterns")).await;
    assert_eq!(wrong.shows_invalid("old", "This is not your current password").field("old"), "");
    let answer = here.post("/account", &change(PASSWORD, "seven green lanterns")).await;
    assert_eq!(answer.location(), "/account?done=password");
    let again = here.with_cookie_of(&answer);
    again.get("/account?done=password").await.is(200).shows("Your password is changed");
    here.get("/account").await.is(303);
    there.get("/account").await.is(303);
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session() {
    let t = TestApp::start().await;
    let (here, there) = (t.operator("Ann").await, t.anybody().signs_in("Ann").await);
    assert_eq!(here.post("/account/sign-out-everywhere", &[]).await.location(), "/");
    here.get("/account").await.is(303);
    there.get("/account").await.is(303);
}

#[tokio::test]
async fn in_the_demonstration_one_signs_in_as_somebody_made_up() {
    let t = TestApp::demonstration().await;
    let sign_in = t.anybody().get("/sign-in").await.is(200).shows("Try it as somebody made up");
    for person in app::demo::CAST {
        assert!(sign_in.body.contains(person.name), "{}", person.name);
        let answer = t.anybody().post("/demo/sign-in", &[("person", person.slug)]).await;
        assert_eq!(answer.location(), "/");
        let visitor = t.anybody().with_cookie_of(&answer);
        visitor.get("/account").await.is(200).shows(person.name).shows(person.email);
        let start = match person.slug {
            "operator-1" | "operator-1-colleague" | "operator-2" => "/premises",
            "council" => "/area/E08000025",
            "council-elsewhere" => "/area/E08000026",
            "administrator" => "/admin/people",
            _ => "/",
        };
        visitor.get(start).await.is(200);
    }
    assert_eq!(t.anybody().post("/demo/sign-in", &[("person", "nobody")]).await.location(), "/sign-in");
}

#[tokio::test]
async fn outside_the_demonstration_nobody_is_picked() {
    let t = TestApp::start().await;
    t.anybody().get("/sign-in").await.is(200).hides("made up");
    t.anybody().post("/demo/sign-in", &[("person", "administrator")]).await.is(404);
}
