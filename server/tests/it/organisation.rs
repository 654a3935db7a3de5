//! An organisation's facts, and who acts for it.

use crate::{
    answer::Answer,
    people::{PASSWORD, TestApp, Visitor},
    premises::registers_premises,
};

const DETAILS: &str = "/organisation/details";
const MEMBERS: &str = "/organisation/members";
const INVITE: &str = "/organisation/members/invite";

const FACTS: [(&str, &str); 15] = [
    ("kind", "company"),
    ("name", "Kingfisher"),
    ("corporate_name", "Kingfisher Leisure Limited"),
    ("trading_names", "The Kingfisher\nOld Hall Events"),
    ("company_number", "sc123456"),
    ("charity_number", ""),
    ("number", ""),
    ("phone", "0121 496 0000"),
    ("email", "office@example.org"),
    ("line1", "1 High Street"),
    ("line2", ""),
    ("town", "Birmingham"),
    ("postcode", "B1 1BB"),
    ("websites", "www.kingfisher.example"),
    ("social_media", "Instagram @kingfisher"),
];

/// The facts with one of them different.
fn facts_but(field: &'static str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    FACTS.iter().map(|(name, old)| (*name, if *name == field { value } else { *old })).collect()
}

/// The path of a page about the member with this name, as the list links it.
async fn member_page(person: &Visitor, name: &str, part: &str) -> String {
    let list = person.get(MEMBERS).await.is(200).body;
    let row = list.split("<tr").skip(1).find(|row| row.contains(name)).unwrap();
    let link = row.split("href=\"").find(|rest| rest.split('"').next().unwrap().ends_with(part));
    link.unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_administrator_says_what_the_law_asks_and_a_member_sees_it() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    let mel = t.joins(&olive, "Mel", "member").await;
    assert_eq!(olive.fills_in(DETAILS, &FACTS).await.location(), "/organisation");
    for person in [&olive, &mel] {
        let page = person.get("/organisation").await.is(200);
        for text in [
            "A company or partnership",
            "Kingfisher Leisure Limited",
            "Old Hall Events",
            "SC123456",
            "0121 496 0000",
            "office@example.org",
            "B1 1BB",
            "www.kingfisher.example",
            "Instagram @kingfisher",
        ] {
            assert!(page.body.contains(text), "{text}");
        }
    }
    olive.get("/organisation").await.shows("Change<").hides("Only an administrator");
    mel.get("/organisation").await.hides("Change<").shows("Only an administrator");
    // What was said stands in the form again.
    assert_eq!(olive.get(DETAILS).await.field("corporate_name"), "Kingfisher Leisure Limited");
}

#[tokio::test]
async fn every_wrong_fact_is_said_beside_its_field_and_nothing_typed_is_lost() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    for (field, value, sentence) in [
        ("name", "", "Enter the name of your organisation"),
        ("kind", "club", "Choose what the organisation is"),
        ("company_number", "123456", "A company number has 8 characters. Add zeros at the front"),
        ("company_number", "hello", "Enter a company number of 8 characters"),
        ("charity_number", "12", "Enter a charity number of 6 or 7 digits"),
        ("phone", "call", "Enter a phone number"),
        ("email", "office", "Enter an email address in the correct format"),
        ("postcode", "", "Enter the postcode, or leave the whole address empty"),
        ("websites", "our site", "Enter web addresses one a line"),
    ] {
        let answer = olive.fills_in(DETAILS, &facts_but(field, value)).await.shows_invalid(field, sentence);
        assert!(answer.body.contains("Old Hall Events") && answer.body.contains("Instagram @kingfisher"));
        if !matches!(field, "kind" | "websites") {
            assert_eq!(answer.field(field), value);
        }
    }
    olive
        .fills_in(DETAILS, &facts_but("kind", "individual"))
        .await
        .shows_invalid("company_number", "An individual has no company number");
    // A form that is not ours, and a field that it does not have.
    olive.post(DETAILS, &FACTS).await.is(400);
    let mut more = FACTS.to_vec();
    more.push(("organisation_id", "1"));
    olive.fills_in(DETAILS, &more).await.is(400);
    olive.get("/organisation").await.hides("Old Hall Events");
}

#[tokio::test]
async fn whoever_was_slower_sees_both_and_chooses() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    let mel = t.joins(&olive, "Mel", "administrator").await;
    let version = olive.get(DETAILS).await.field("version");
    mel.fills_in(DETAILS, &facts_but("name", "Kingfisher Group")).await.is(303);
    let mut late = FACTS.to_vec();
    late.push(("version", &version));
    let merge = olive.post(DETAILS, &late).await.is(409);
    let merge = merge.shows("Somebody else changed this while you were here").shows("Kingfisher Group");
    assert_eq!(merge.field("name"), "Kingfisher");
    olive.get("/organisation").await.shows("Kingfisher Group");
    let seen = merge.field("version");
    late.pop();
    late.push(("version", &seen));
    olive.post(DETAILS, &late).await.is(303);
    olive.get("/organisation").await.hides("Kingfisher Group");
}

#[tokio::test]
async fn a_number_from_registration_is_found_where_it_belongs() {
    let t = TestApp::start().await;
    let olive = t.operator("Olive").await;
    olive.fills_in("/organisation/register", &[("name", "Trust"), ("number", "1234567")]).await.is(303);
    olive.get("/organisation").await.shows("Another number").shows("1234567");
    let form = olive.get(DETAILS).await;
    assert_eq!((form.field("charity_number"), form.field("number")), ("1234567".into(), String::new()));
}

#[tokio::test]
async fn a_colleague_without_an_account_joins_by_the_link() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    let link = olive.invites("Bea", "member").await;
    olive.get(MEMBERS).await.shows("Open invitations").shows("bea@example.org");
    let nobody = t.anybody();
    nobody.get(&link).await.is(200).shows("Kingfisher").shows("bea@example.org").shows("Sign in to join");
    nobody
        .post(&link, &[("name", ""), ("password", "short")])
        .await
        .shows_invalid("name", "Enter your name")
        .shows_invalid("password", "");
    let answer = nobody.post(&link, &[("name", "Bea"), ("password", PASSWORD)]).await;
    let sign_in = answer.location().to_owned();
    assert_eq!(sign_in, format!("/sign-in?back={}&done=invited", link.replace('/', "%2F")));
    let page = nobody.get(&sign_in).await.is(200);
    assert_eq!(page.shows("You can join the organisation after you have signed in").field("back"), link);
    let bea = nobody.signs_in("Bea").await;
    bea.get("/organisation").await.is(404);
    bea.get(&link).await.is(200).shows("Join this organisation");
    assert_eq!(bea.post(&link, &[]).await.location(), "/premises");
    bea.get("/premises").await.is(200).shows("Kingfisher");
    bea.get(MEMBERS).await.is(200).shows("Bea (you)").hides("Open invitations").hides("Change role");
    // Once is all.
    for person in [&t.anybody(), &bea] {
        person.get(&link).await.is(404).shows("This link does not work");
        person.post(&link, &[("name", "Eve"), ("password", PASSWORD)]).await.is(404);
    }
}

#[tokio::test]
async fn nobody_learns_from_an_invitation_who_has_an_account() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    let ann = t.operator("Ann").await;
    // Inviting somebody looks the same whether or not they have an account.
    let made = async |email: &str| {
        olive.fills_in(INVITE, &[("email", email), ("role", "member")]).await.is(200).shape()
    };
    assert_eq!(made("ann@example.org").await, made("new@example.org").await);
    // So does opening an account by the link.
    let opened = async |name: &str| {
        let link = olive.invites(name, "member").await;
        let answer = t.anybody().post(&link, &[("name", "Mallory"), ("password", PASSWORD)]).await;
        assert!(answer.location().starts_with("/sign-in?back=%2Fjoin%2F"));
        answer.shape()
    };
    let (known, unknown) = (opened("Ann").await, opened("New").await);
    let without_place = |shape: (_, Vec<(String, String)>, usize)| {
        (shape.0, shape.1.into_iter().filter(|(name, _)| name != "location").collect::<Vec<_>>(), shape.2)
    };
    assert_eq!(without_place(known), without_place(unknown));
    // Ann's account is as it was.
    ann.get("/account").await.is(200).shows("Ann").hides("Mallory");
}

#[tokio::test]
async fn an_account_takes_up_an_invitation_of_its_own_address_for_one_organisation() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    let link = olive.invites("Bea", "member").await;
    let ann = t.operator("Ann").await;
    ann.get(&link).await.is(200);
    ann.post(&link, &[]).await.is(422).shows("You are signed in with another email address");
    let bea = t.operator_of("Bea", "Bluebell Trust").await;
    bea.get(&link).await.is(200).shows("One account acts for one organisation").hides("Join this");
    bea.post(&link, &[]).await.is(422).shows("One account acts for one organisation");
    bea.get("/premises").await.shows("Bluebell Trust").hides("Kingfisher");
    // Those who advise, count or run the portal do not come this way at all.
    for person in [t.ctsa("Cas", "west-midlands").await, t.administrator("Ada").await] {
        person.get(&link).await.is(404);
        person.post(&link, &[]).await.is(404);
    }
    // An invitation to a role is no way to an organisation, nor the other way round.
    t.anybody().get(&link.replace("/join/", "/invitations/")).await.is(404);
}

#[tokio::test]
async fn an_invitation_says_what_is_wrong_and_sent_twice_is_one() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    for (email, role, field, sentence) in [
        ("", "member", "email", "Enter their email address"),
        ("bea", "member", "email", "Enter an email address in the correct format"),
        ("bea@example.org", "", "role", "Choose a role"),
        ("bea@example.org", "ctsa", "role", "Choose a role"),
        ("olive@example.org", "member", "email", "Somebody with this email address acts for your"),
    ] {
        let answer = olive.fills_in(INVITE, &[("email", email), ("role", role)]).await;
        assert_eq!(answer.shows_invalid(field, sentence).field("email"), email);
    }
    olive.post(INVITE, &[("email", "bea@example.org"), ("role", "member")]).await.is(400);
    olive.get(MEMBERS).await.hides("Open invitations");
    let once = olive.get(INVITE).await.field("once");
    let fields = [("once", once.as_str()), ("email", "bea@example.org"), ("role", "member")];
    let link = |answer: Answer| answer.is(200).body.split("/join/").nth(1).unwrap()[..64].to_owned();
    let first = link(olive.post(INVITE, &fields).await);
    assert_eq!(first, link(olive.post(INVITE, &fields).await));
    assert_eq!(olive.get(MEMBERS).await.body.matches("/take-back").count(), 1);
    // Another invitation to the address makes the first link worth nothing.
    let next = olive.invites("Bea", "administrator").await;
    t.anybody().get(&format!("/join/{first}")).await.is(404);
    t.anybody().get(&next).await.is(200).shows("Administrator");
    // And one that is taken back is gone, asked for twice or not.
    let list = olive.get(MEMBERS).await.body;
    let action = list.split("action=\"").find(|rest| rest.contains("/take-back")).unwrap();
    let action = action.split('"').next().unwrap();
    for _ in 0..2 {
        assert_eq!(olive.post(action, &[]).await.location(), MEMBERS);
    }
    t.anybody().get(&next).await.is(404);
    olive.get(MEMBERS).await.hides("Open invitations");
}

#[tokio::test]
async fn a_removed_member_is_out_in_a_running_session_and_what_they_wrote_stays() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    let mel = t.joins(&olive, "Mel", "member").await;
    let hall = registers_premises(&mel, "Old Hall", "6", "350").await;
    mel.get(&hall).await.is(200);
    let elsewhere = t.anybody().signs_in("Mel").await;
    let remove = member_page(&olive, "Mel", "/remove").await;
    olive.get(&remove).await.is(200).shows("Remove this member?");
    // Twice is once.
    for _ in 0..2 {
        assert_eq!(olive.post(&remove, &[]).await.location(), MEMBERS);
    }
    for session in [&mel, &elsewhere] {
        for path in [&*hall, &format!("{hall}/number"), "/organisation", MEMBERS, "/competent-persons"] {
            session.get(path).await.is(404);
        }
        session.post(&format!("{hall}/number"), &[("number", "1")]).await.is(404);
        assert_eq!(session.get("/premises").await.location(), "/organisation/register");
    }
    olive.get(&hall).await.is(200).shows("Old Hall");
    olive.get(MEMBERS).await.hides("Mel");
    olive.get(&remove).await.is(404);
    // And back in.
    let link = olive.invites("Mel", "member").await;
    mel.post(&link, &[]).await.is(303);
    mel.get(&hall).await.is(200);
}

#[tokio::test]
async fn roles_change_and_the_last_administrator_stays() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    let own_role = member_page(&olive, "Olive", "/role").await;
    olive
        .post(&own_role, &[("role", "member")])
        .await
        .shows_invalid("role", "An organisation needs an administrator");
    let own_remove = member_page(&olive, "Olive", "/remove").await;
    olive.post(&own_remove, &[]).await.shows_invalid("remove", "An organisation needs an administrator");
    olive.post(&own_role, &[("role", "owner")]).await.shows_invalid("role", "Choose a role");

    let mel = t.joins(&olive, "Mel", "member").await;
    let role = member_page(&olive, "Mel", "/role").await;
    olive.get(&role).await.is(200).shows("Change a member’s role");
    assert_eq!(olive.post(&role, &[("role", "administrator")]).await.location(), MEMBERS);
    // Mel is one at once, and makes Olive a member, who is none at once.
    let link = mel.invites("Bea", "member").await;
    assert_eq!(mel.post(&own_role, &[("role", "member")]).await.location(), MEMBERS);
    olive.get(INVITE).await.is(404);
    olive.post(&own_role, &[("role", "administrator")]).await.is(404);
    // Whoever takes their own leave lands where they can still be.
    mel.post(&own_role, &[("role", "administrator")]).await.is(303);
    let leave = member_page(&mel, "Mel", "/remove").await;
    assert_eq!(mel.post(&leave, &[]).await.location(), "/");
    mel.get(MEMBERS).await.is(404);
    // And the links that Mel made are worth nothing.
    t.anybody().get(&link).await.is(404);
}

#[tokio::test]
async fn a_member_and_another_organisations_administrator_change_nothing() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    let mel = t.joins(&olive, "Mel", "member").await;
    let bob = t.operator_of("Bob", "Bluebell Trust").await;
    olive.invites("Bea", "member").await;
    let (role, remove) =
        (member_page(&olive, "Mel", "/role").await, member_page(&olive, "Olive", "/remove").await);
    let list = olive.get(MEMBERS).await.body;
    let take_back = list.split("action=\"").find(|rest| rest.contains("/take-back")).unwrap();
    let take_back = take_back.split('"').next().unwrap();
    let nothing = role.replace(role.split('/').nth(3).unwrap(), "00000000-0000-4000-8000-000000000000");
    for person in [&mel, &bob] {
        for path in [&role, &remove] {
            let answer = person.get(path).await.is(404);
            assert_eq!(answer.shape(), person.get(&nothing).await.shape());
        }
        person.post(&role, &[("role", "administrator")]).await.is(404);
        person.post(&remove, &[]).await.is(404);
        person.post(take_back, &[]).await.is(404);
    }
    for path in [DETAILS, INVITE] {
        mel.get(path).await.is(404);
        mel.post(path, &[("name", "Mine")]).await.is(404);
    }
    let list = olive.get(MEMBERS).await.body;
    assert!(list.contains("bea@example.org") && list.contains("Olive (you)") && list.contains("Mel"));
    bob.get(MEMBERS).await.is(200).hides("Mel").hides("Olive").hides("bea@example.org");
    bob.get("/organisation").await.is(200).shows("Bluebell Trust").hides("Kingfisher");
}

#[tokio::test]
async fn the_list_takes_as_many_statements_for_many_as_for_one() {
    let t = TestApp::start().await;
    let olive = t.operator_of("Olive", "Kingfisher").await;
    let asked = async || {
        t.statements.take();
        olive.get(MEMBERS).await.is(200);
        t.statements.take().len()
    };
    let few = asked().await;
    t.joins(&olive, "Mel", "member").await;
    for n in 0..10 {
        olive.invites(&format!("person{n}"), "member").await;
    }
    assert_eq!(asked().await, few);
    // Session with person, members, invitations.
    assert!(few <= 3, "{few}");
}
