//! Running the portal: people, invitations, content.

use crate::people::{PASSWORD, TestApp, Visitor};

#[tokio::test]
async fn an_administrator_sees_people_and_no_premises() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher Ltd").await;
    let place =
        [("name", "Old Hall"), ("line1", "1 High Street"), ("town", "Birmingham"), ("postcode", "B1 1BB")];
    let registered = olive.fills_in("/premises/register", &place).await;
    let premises = registered.location();
    let ada = t.administrator("Ada").await;
    let list = ada.get("/admin/people").await.is(200);
    list.shows("Olive")
        .shows("olive@example.org")
        .shows("Venue operator")
        .shows("2 accounts")
        .hides("Old Hall")
        .hides("Kingfisher");
    for path in [premises, "/premises", "/organisation/register"] {
        ada.get(path).await.is(404);
    }
    olive.get("/admin/people").await.is(404);
    t.anybody().get("/admin/people").await.is(303);
}

#[tokio::test]
async fn an_invitation_says_what_is_wrong_and_keeps_what_was_typed() {
    let t = TestApp::start().await;
    let ada = t.administrator("Ada").await;
    let answer =
        ada.fills_in("/admin/people/invite", &[("email", "cas"), ("role", "ctsa"), ("region", "")]).await;
    let answer = answer
        .shows_invalid("email", "Enter an email address in the correct format")
        .shows_invalid("region", "Choose the adviser’s region");
    assert_eq!(answer.field("email"), "cas");
    for role in ["national", "regional-lead", "operator", ""] {
        let fields = [("email", "cas@example.org"), ("role", role), ("region", "west-midlands")];
        ada.fills_in("/admin/people/invite", &fields).await.shows_invalid("role", "Choose a role");
    }
    ada.get("/admin/people").await.hides("cas@example.org");
    // Without the form's own mark it is not our form.
    ada.post("/admin/people/invite", &[("email", "cas@example.org"), ("role", "administrator")])
        .await
        .is(400);
}

#[tokio::test]
async fn an_invitation_sent_twice_is_one() {
    let t = TestApp::start().await;
    let ada = t.administrator("Ada").await;
    let once = ada.get("/admin/people/invite").await.field("once");
    let fields = [
        ("once", once.as_str()),
        ("email", "cas@example.org"),
        ("role", "council"),
        ("council", "E08000025"),
    ];
    let (first, second) =
        (ada.post("/admin/people/invite", &fields).await, ada.post("/admin/people/invite", &fields).await);
    assert_eq!(
        first.is(200).body.split("/invitations/").nth(1).unwrap()[..64],
        second.body.split("/invitations/").nth(1).unwrap()[..64]
    );
    let list = ada.get("/admin/people").await.shows("Local authority viewer, Birmingham");
    assert_eq!(list.body.matches(">cas@example.org<").count(), 1);
}

/// The address of the first link on the people page that ends like this.
async fn link(ada: &Visitor, end: &str) -> String {
    let list = ada.get("/admin/people").await.is(200);
    let links = list.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|href| href.ends_with(end)).map(str::to_owned).next().expect(end)
}

#[tokio::test]
async fn a_suspended_person_is_out_at_once_and_may_come_back() {
    let t = TestApp::start().await;
    let ada = t.administrator("Ada").await;
    let olive = t.operator_of("Olive", "Kingfisher Ltd").await;
    olive.get("/premises").await.is(200);
    let page = link(&ada, "/suspend").await;
    ada.get(&page).await.is(200).shows("Suspend this account?").shows("olive@example.org");
    assert_eq!(ada.fills_in(&page, &[]).await.location(), "/admin/people");

    olive.get("/premises").await.is(303);
    olive.post("/premises/register", &[]).await.is(401);
    let sign_in = [("email", "olive@example.org"), ("password", PASSWORD)];
    t.anybody().post("/sign-in", &sign_in).await.shows_invalid("email", "The email address or the password");
    ada.get("/admin/people").await.shows("Suspended. Venue operator").shows("Let in again");
    // A second click, and a page that is out of date, change nothing.
    ada.post(&page, &[("what", "suspend")]).await.is(303);
    ada.get("/admin/people").await.shows("Suspended. Venue operator");
    ada.post(&page, &[("what", "")]).await.is(400);

    ada.get(&page).await.shows("Let this person in again?");
    ada.fills_in(&page, &[]).await.is(303);
    ada.get("/admin/people").await.hides("Suspended");
    olive.get("/premises").await.is(303);
    t.anybody().signs_in("Olive").await.get("/premises").await.is(200);
}

#[tokio::test]
async fn nobody_suspends_themselves_and_only_administrators_suspend() {
    let t = TestApp::start().await;
    let ada = t.administrator("Ada").await;
    ada.get("/admin/people").await.shows("This is you").hides("/suspend");
    let bea = t.administrator("Bea").await;
    let adas = link(&bea, "/suspend").await;
    ada.get(&adas).await.is(404);
    ada.post(&adas, &[("what", "suspend")]).await.is(404);
    ada.get("/admin/people").await.is(200).hides("Suspended");
    let cas = t.ctsa("Cas", "west-midlands").await;
    let missing = "/admin/people/00000000-0000-4000-8000-000000000000/suspend";
    for path in [adas.as_str(), missing] {
        cas.get(path).await.is(404);
        cas.post(path, &[("what", "suspend")]).await.is(404);
    }
    ada.get(missing).await.is(404);
}

#[tokio::test]
async fn an_invitation_taken_back_leads_nowhere() {
    let t = TestApp::start().await;
    let ada = t.administrator("Ada").await;
    let invites = |email: &'static str| {
        let ada = ada.clone();
        async move {
            let fields = [("email", email), ("role", "ctsa"), ("region", "west-midlands")];
            let made = ada.fills_in("/admin/people/invite", &fields).await.is(200);
            format!("/invitations/{}", &made.body.split("/invitations/").nth(1).unwrap()[..64])
        }
    };
    let invited = invites("cas@example.org").await;
    t.anybody().get(&invited).await.is(200);
    let page = link(&ada, "/take-back").await;
    ada.get(&page).await.is(200).shows("Take this invitation back?").shows("cas@example.org");
    assert_eq!(ada.post(&page, &[]).await.location(), "/admin/people");
    ada.get("/admin/people").await.hides("cas@example.org");
    t.anybody().get(&invited).await.is(404).shows("This link does not work");
    let join = [("name", "Cas"), ("password", PASSWORD)];
    t.anybody().post(&invited, &join).await.is(404);
    // Sent twice it stays taken back, and its page is gone.
    ada.post(&page, &[]).await.is(303);
    ada.get(&page).await.is(404);

    // Too late: she is in already, and the page says that it cannot be done.
    let invited = invites("cyn@example.org").await;
    let page = link(&ada, "/take-back").await;
    t.anybody().fills_in(&invited, &[("name", "Cyn"), ("password", PASSWORD)]).await.is(303);
    ada.post(&page, &[]).await.is(409).shows("This cannot be done now");
    t.anybody().signs_in("Cyn").await.get("/queue").await.is(200);
}

#[tokio::test]
async fn people_are_listed_newest_first() {
    let t = TestApp::start().await;
    let ada = t.administrator("Ada").await;
    for name in ["Zoe", "Abe"] {
        t.wait(chrono::TimeDelta::minutes(1));
        t.operator(name).await;
    }
    let list = ada.get("/admin/people").await.shows("3 accounts, newest first").body;
    let at = |email: &str| list.find(email).expect(email);
    assert!(at("abe@example.org") < at("zoe@example.org") && at("zoe@example.org") < at("ada@example.org"));
}

#[tokio::test]
async fn content_is_listed_with_how_it_was_read() {
    let t = TestApp::start().await;
    let ada = t.administrator("Ada").await;
    let page = ada.get("/admin/content").await.is(200).shows("2026-11").shows("The text was read");
    // Every edition with its figures, and what was released.
    for set in &domain::content::library().unwrap().sets {
        let summary = set.summary();
        assert!(page.body.contains(&format!("{}, {}", set.title, set.edition)), "{}", set.title);
        let minutes =
            format!("{}, of which {} show at first", summary.minutes.all, summary.minutes.shown_at_first);
        assert!(page.body.contains(&minutes), "{minutes}");
    }
    let count = |text: &str| page.body.matches(text).count();
    assert_eq!(count("Yes: it never changes again"), 1, "the first edition of the standard set");
    assert_eq!(count("1 to 65"), 2, "enhanced and event cover every topic");
    page.shows("Taken from somebody else’s account of it");
    t.council("Vic", "E08000025").await.get("/admin/content").await.is(404);
}

#[tokio::test]
async fn everybody_may_read_who_sees_what() {
    let t = TestApp::start().await;
    for person in [t.anybody(), t.operator("Ann").await] {
        let page = person.get("/who-sees-what").await.is(200);
        page.shows("Local authority viewer")
            .shows("See the released figures of an area, for their own council");
    }
}
