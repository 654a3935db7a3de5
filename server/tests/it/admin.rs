//! Running the portal: people, invitations, content.

use crate::people::TestApp;

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
        .shows_invalid("region", "Select the adviser’s region");
    assert_eq!(answer.field("email"), "cas");
    for role in ["national", "regional-lead", "operator", ""] {
        let fields = [("email", "cas@example.org"), ("role", role), ("region", "west-midlands")];
        ada.fills_in("/admin/people/invite", &fields).await.shows_invalid("role", "Select a role");
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
    assert_eq!(list.body.matches("cas@example.org").count(), 1);
}

#[tokio::test]
async fn content_is_listed_with_how_it_was_read() {
    let t = TestApp::start().await;
    let ada = t.administrator("Ada").await;
    ada.get("/admin/content").await.is(200).shows("2026-11").shows("The text was read");
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
