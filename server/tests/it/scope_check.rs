//! The scope check without an account, and the way from it into registration.

use axum::http::Method;
use chrono::TimeDelta;

use crate::{
    answer::Answer,
    people::{PASSWORD, TestApp, Visitor},
};

const HALL: &str =
    "what=premises&building=yes&exclusion=none&use=6&public-6=yes&mainly=yes&part-of=nothing&count=know";

fn of(answers: &str) -> String {
    format!("/scope-check?{answers}")
}

/// Opens an address and follows where it leads.
async fn opens(person: &Visitor, address: &str) -> Answer {
    let answer = person.get(address).await;
    if answer.status.as_u16() == 303 { person.get(answer.location()).await } else { answer }
}

/// The result of a hall for so many people.
async fn hall(person: &Visitor, number: &str) -> Answer {
    person.get(&of(&format!("{HALL}&number={number}"))).await.is(200)
}

/// Sends the result page's form.
async fn carries(person: &Visitor, answers: &str) -> Answer {
    let page = person.get(&of(answers)).await.is(200).shows("Register with these answers");
    let form = page.body.split("action=\"/scope-check/register\"").nth(1).unwrap();
    let form = form.split("</form>").next().unwrap();
    let of = |tag: &str, name: &str| {
        tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
    };
    let hidden: Vec<(String, String)> = form
        .split('<')
        .filter(|tag| tag.starts_with("input"))
        .map(|tag| (of(tag, "name"), of(tag, "value")))
        .collect();
    let fields: Vec<(&str, &str)> =
        hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    person.post("/scope-check/register", &fields).await
}

const PLACE: [(&str, &str); 6] = [
    ("name", "Old Hall"),
    ("line1", "1 High Street"),
    ("line2", ""),
    ("town", "Birmingham"),
    ("postcode", "B1 1BB"),
    ("district", ""),
];

#[tokio::test]
async fn anybody_is_asked_one_question_a_page_and_told_the_result() {
    let t = TestApp::start().await;
    let anybody = t.anybody();
    anybody.get("/").await.shows("Check whether the Act applies, without an account");
    anybody
        .get("/scope-check")
        .await
        .is(200)
        .shows("What do you want to check?")
        .shows("Nothing you enter is stored");
    let mut answers = String::new();
    for (question, answer, next) in [
        ("what", "what=premises", "Is there a building?"),
        ("building", "building=yes", "Does any of these apply to the premises?"),
        ("exclusion", "exclusion=none", "What are the premises used for?"),
        ("use", "use=6", "Halls and conference centres: is this principally for visiting"),
        ("public-6", "public-6=yes", "Are the premises wholly or mainly used for this?"),
        ("mainly", "mainly=yes", "Are the premises part of larger premises"),
        ("part-of", "part-of=nothing", "How many people do you expect at the same time?"),
        ("count", "count=help", "How do you want to work the number out?"),
        ("method", "method=seating-plan", "Work out how many people"),
        ("figures", "in-seats=700&in-staff=35", "These premises seem to be in the standard tier"),
    ] {
        let sent = anybody.get(&of(&format!("{answers}&answer={question}&{answer}"))).await;
        let location = sent.location().to_owned();
        assert!(!location.contains("answer="), "{location}");
        anybody.get(&location).await.is(200).shows(next);
        answers = location.split('?').nth(1).unwrap().to_owned();
    }
    anybody
        .get(&of(&answers))
        .await
        .shows("735 people expected at the same time: 200 or more.")
        .shows("section 2(2)(c)")
        .shows("700 seats + 35 staff = 735")
        .shows("close to 800")
        .shows("800 people or more were expected")
        .shows("Fewer than 200 people were expected")
        .shows("Have public protection procedures")
        .shows("Expected: Spring 2027")
        .shows("change=building")
        .shows("This is a self-assessment");
}

#[tokio::test]
async fn each_outcome_has_its_words() {
    let t = TestApp::start().await;
    let anybody = t.anybody();
    hall(&anybody, "199")
        .await
        .shows("The Act does not seem to apply")
        .shows("close to 200")
        .hides("What the Act will ask");
    hall(&anybody, "350").await.shows("in the standard tier").hides("close to");
    hall(&anybody, "800").await.shows("in the enhanced tier").shows("Name a senior individual");
    let open = HALL.replace("part-of=nothing", "part-of=some-in-common");
    anybody
        .get(&of(&format!("{open}&number=350")))
        .await
        .shows("It is arguable whether the Act applies")
        .shows("section 11")
        .shows("Section 2(5) says what follows when all are, or none are");
    let unknown = HALL.replace("count=know", "count=not-sure");
    anybody
        .get(&of(&unknown))
        .await
        .shows("It is not clear yet")
        .shows("What to find out")
        .shows("change=count");
    let event = "what=event&e-enhanced=no&e-use=none&e-exclusion=none&e-public=yes&e-checked=no&e-count=know&e-number=5000";
    anybody
        .get(&of(event))
        .await
        .shows("This does not seem to be a qualifying event")
        .shows("Payment, tickets, passes or membership were checked")
        .shows("A qualifying event");
    anybody
        .get(&of(&event.replace("e-checked=no", "e-checked=part")))
        .await
        .shows("This seems to be a qualifying event")
        .shows("section 3(2)");
    let both = format!(
        "{}&number=350&e-same=yes&e-public=yes&e-checked=whole&e-count=know&e-number=900",
        HALL.replace("=premises", "=both")
    );
    anybody.get(&of(&both)).await.shows("in the standard tier").shows("This seems to be a qualifying event");
}

#[tokio::test]
async fn a_wrong_answer_comes_back_with_everything() {
    let t = TestApp::start().await;
    let anybody = t.anybody();
    anybody.get("/scope-check?answer=what").await.shows_invalid("what", "Choose what you want to check");
    let answer = anybody
        .get(&of(&format!("{HALL}&number=many&answer=count")))
        .await
        .shows_invalid("number", "Enter a whole number, like 350");
    assert_eq!(answer.field("number"), "many");
    assert_eq!(answer.field("use"), "6");
    let none_and_more = "what=premises&building=yes&exclusion=none&exclusion=open-air&answer=exclusion";
    anybody
        .get(&of(none_and_more))
        .await
        .shows_invalid("exclusion", "Choose what applies, or “none of these” alone");
    let figures = HALL.replace(
        "count=know",
        "count=help&method=floor-space&in-area=400&in-space=0&in-staff=&answer=figures",
    );
    anybody.get(&of(&figures)).await.shows_invalid("in-staff", "Enter a number: How many staff");
}

#[tokio::test]
async fn a_changed_answer_drops_what_no_longer_shows_and_keeps_the_rest() {
    let t = TestApp::start().await;
    let anybody = t.anybody();
    let page = anybody.get(&of(&format!("{HALL}&number=350&change=use"))).await.is(200);
    let page = page.shows("What are the premises used for?").shows("value=\"350\"");
    assert!(page.body.contains("change=exclusion"), "the back link leads to the question before");
    let school = HALL.replace("use=6", "use=14");
    let sent = anybody.get(&of(&format!("{school}&number=350&answer=use"))).await;
    assert!(!sent.location().contains("public-6"), "{}", sent.location());
    anybody.get(sent.location()).await.is(200).shows("always in the standard tier");
}

#[tokio::test]
async fn nonsense_in_the_address_is_never_a_fault_and_nothing_is_stored() {
    let t = TestApp::start().await;
    let anybody = t.anybody();
    t.statements.take();
    let long = format!("what=premises&{}", "use=1&".repeat(5_000));
    for nonsense in [
        "what=moon",
        "what",
        "=&==&&&",
        "%",
        "%FF%FE=%00",
        "what=premises&building=%F0%9F%92%A5",
        "answer=unknown&change=unknown",
        "change=public-255",
        "what=premises&building=yes&exclusion=none&use=999&use=-1&answer=use",
        "what=event&e-count=know&e-number=99999999999999999999&answer=e-count",
        "what=both&e-count=help&e-method=floor-space&e-in-space=0",
        "<script>alert(1)</script>=\"'><",
        long.as_str(),
    ] {
        let answer = opens(&anybody, &of(&nonsense.replace(['<', '>', '"', ' '], "%3C"))).await;
        assert!([200, 422].contains(&answer.status.as_u16()), "{nonsense}: {}", answer.status);
        answer.hides("<script>alert");
    }
    let answer = hall(&anybody, "350").await;
    assert!(answer.headers.get("set-cookie").is_none(), "no session without need");
    assert_eq!(t.statements.take(), Vec::<String>::new(), "no statement at all");
    anybody
        .send(Method::POST, "/scope-check", &[("origin", "http://portal.test")], String::new())
        .await
        .is(405);
}

#[tokio::test]
async fn somebody_signed_out_registers_with_their_answers() {
    let t = TestApp::start().await;
    let anybody = t.anybody();
    let sent = carries(
        &anybody,
        &HALL.replace("count=know", "count=help&method=seating-plan&in-seats=700&in-staff=35"),
    )
    .await;
    assert_eq!(sent.location(), "/sign-up");
    let ann = anybody.with_cookie_of(&sent);
    ann.get("/sign-up")
        .await
        .shows("The answers of your scope check (Standard tier) wait for you")
        .shows("60 minutes");
    ann.post("/sign-up", &[("name", "Ann Lee"), ("email", "ann@example.org"), ("password", PASSWORD)])
        .await
        .is(303);
    ann.get("/sign-in?done=signed-up").await.shows("The answers of your scope check");
    let signed_in = ann.post("/sign-in", &[("email", "ann@example.org"), ("password", PASSWORD)]).await;
    assert_eq!(signed_in.location(), "/organisation/register");
    let before = ann.clone();
    let ann = ann.with_cookie_of(&signed_in);
    before.get("/sign-up").await.hides("The answers of your scope check");
    let registered =
        ann.fills_in("/organisation/register", &[("name", "Bluebell Trust"), ("number", "")]).await;
    assert_eq!(registered.location(), "/premises/register");
    ann.get("/premises/register").await.shows("From your scope check").shows("735");
    ann.fills_in("/premises/register", &[("name", "")]).await.is(422).shows("From your scope check");
    let tier = ann.fills_in("/premises/register", &PLACE).await.location().to_owned();
    assert!(tier.ends_with("/tier"), "{tier}");
    ann.get(&tier).await.is(200).shows("in the standard tier").shows("700 seats + 35 staff = 735");
    ann.get(tier.trim_end_matches("/tier"))
        .await
        .shows("Halls and conference centres")
        .shows("735")
        .shows("Seating plan");
    ann.get("/premises/register").await.hides("From your scope check");
}

#[tokio::test]
async fn somebody_signed_in_goes_straight_on_or_leaves_the_answers() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let answers = format!("{HALL}&number=350");
    assert_eq!(carries(&ann, &answers).await.location(), "/premises/register");
    assert_eq!(ann.post("/scope-check/forget", &[]).await.location(), "/premises/register");
    ann.get("/premises/register").await.is(200).hides("From your scope check");
    carries(&ann, &answers).await.is(303);
    let tier = ann.fills_in("/premises/register", &PLACE).await.location().to_owned();
    ann.get(&tier).await.shows("in the standard tier");
    ann.get(tier.trim_end_matches("/tier")).await.shows("350").shows("Not said yet how");
    let mut elsewhere = PLACE.to_vec();
    elsewhere[0] = ("name", "Riverside Works");
    elsewhere[4] = ("postcode", "B16 8DX");
    let use_page = ann.fills_in("/premises/register", &elsewhere).await;
    assert!(use_page.location().ends_with("/use"), "the next premises start empty");
}

#[tokio::test]
async fn an_account_that_is_there_already_picks_the_answers_up() {
    let t = TestApp::start().await;
    t.operator_of("Ann", "Bluebell Trust").await;
    let anybody = t.anybody();
    let carrying = anybody.with_cookie_of(&carries(&anybody, &format!("{HALL}&number=350")).await);
    let signed_in = carrying.post("/sign-in", &[("email", "ann@example.org"), ("password", PASSWORD)]).await;
    assert_eq!(signed_in.location(), "/premises/register");
    carrying.with_cookie_of(&signed_in).get("/premises/register").await.shows("From your scope check");
}

#[tokio::test]
async fn carried_answers_end_after_an_hour_and_are_swept() {
    let t = TestApp::start().await;
    let anybody = t.anybody();
    let answers = format!("{HALL}&number=350");
    let carrying = anybody.with_cookie_of(&carries(&anybody, &answers).await);
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    carries(&ann, &answers).await.is(303);
    t.wait(TimeDelta::minutes(59));
    carrying.get("/sign-up").await.shows("The answers of your scope check");
    t.wait(TimeDelta::minutes(1));
    assert_eq!(t.store.sessions().sweep().await.unwrap(), 1, "the browser that is not signed in");
    carrying.get("/sign-up").await.is(200).hides("The answers of your scope check");
}

#[tokio::test]
async fn only_whole_answers_of_a_possible_registrant_are_carried() {
    let t = TestApp::start().await;
    let anybody = t.anybody();
    let sent =
        anybody.post("/scope-check/register", &[("what", "premises"), ("building", "yes"), ("x", "y")]).await;
    assert_eq!(sent.location(), "/scope-check?what=premises&building=yes");
    assert!(sent.headers.get("set-cookie").is_none());
    let ctsa = t.ctsa("Cas", "west-midlands").await;
    hall(&ctsa, "350").await.hides("Register with these answers");
    ctsa.post("/scope-check/register", &[("what", "premises")]).await.is(404);
}

const EVENT: &str = "what=event&e-enhanced=no&e-use=none&e-exclusion=none&e-public=yes&e-checked=whole&e-count=know&e-number=5000";

const FIELD: [(&str, &str); 6] = [
    ("name", "Meadow Sounds"),
    ("description", "Music on a field"),
    ("held_at", "elsewhere"),
    ("line1", "Long Meadow"),
    ("town", "Birmingham"),
    ("postcode", "B1 1BB"),
];

#[tokio::test]
async fn an_event_that_was_checked_alone_is_registered_with_its_answers() {
    let t = TestApp::start().await;
    let anybody = t.anybody();
    anybody.get(&of(EVENT)).await.shows("Register this event");
    let sent = carries(&anybody, EVENT).await;
    assert_eq!(sent.location(), "/sign-up");
    let ann = anybody.with_cookie_of(&sent);
    ann.get("/sign-up").await.shows("The answers of your scope check (Qualifying event) wait for you");
    ann.post("/sign-up", &[("name", "Ann Lee"), ("email", "ann@example.org"), ("password", PASSWORD)])
        .await
        .is(303);
    let ann = ann
        .with_cookie_of(&ann.post("/sign-in", &[("email", "ann@example.org"), ("password", PASSWORD)]).await);
    let registered =
        ann.fills_in("/organisation/register", &[("name", "Bluebell Trust"), ("number", "")]).await;
    assert_eq!(registered.location(), "/events/register");
    // Premises know nothing of it.
    ann.get("/premises/register").await.hides("From your scope check");
    ann.get("/events/register").await.shows("From your scope check").shows("5,000");
    ann.fills_in("/events/register", &[("name", "")]).await.is(422).shows("From your scope check");
    let dates = ann.fills_in("/events/register", &FIELD).await.location().to_owned();
    let event = dates.strip_suffix("/dates").unwrap();
    ann.get(&format!("{event}/scope")).await.shows("This seems to be a qualifying event");
    ann.get(event).await.shows("Payment, tickets, passes or membership, but it was not said which");
    ann.get("/events/register").await.hides("From your scope check");
    let other = ann.fills_in("/events/register", &FIELD).await.location().to_owned();
    ann.get(&other.replace("/dates", "/scope")).await.shows("It is not clear yet");
}

#[tokio::test]
async fn premises_and_an_event_are_registered_one_after_the_other() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let both = format!(
        "{}&number=350&e-same=yes&e-public=yes&e-checked=part&e-count=know&e-number=900",
        HALL.replace("=premises", "=both")
    );
    ann.get(&of(&both)).await.shows("Register the premises and the event");
    assert_eq!(carries(&ann, &both).await.location(), "/premises/register");
    let tier = ann.fills_in("/premises/register", &PLACE).await.location().to_owned();
    ann.get(&tier).await.shows("in the standard tier").shows("Register the event with these answers");
    ann.get("/premises/register").await.hides("From your scope check");
    ann.get("/events/register").await.shows("From your scope check");
    let id = tier.trim_start_matches("/premises/").trim_end_matches("/tier");
    let mut at_home = FIELD.to_vec();
    at_home.truncate(2);
    at_home.extend([("held_at", "premises"), ("premises", id)]);
    let dates = ann.fills_in("/events/register", &at_home).await.location().to_owned();
    ann.get(&dates.replace("/dates", "/scope"))
        .await
        .shows("This seems to be a qualifying event")
        .shows("Part where entry is checked");
    ann.get(&tier).await.hides("Register the event with these answers");

    // The event first, then the premises.
    carries(&ann, &both).await.is(303);
    ann.fills_in("/events/register", &FIELD).await.is(303);
    ann.get("/events/register").await.hides("From your scope check");
    ann.get("/premises/register").await.shows("From your scope check");
    // Leaving the answers leaves both.
    carries(&ann, EVENT).await.is(303);
    assert_eq!(ann.post("/scope-check/forget", &[]).await.location(), "/events/register");
    ann.get("/events/register").await.hides("From your scope check");
}

#[tokio::test]
async fn many_checks_from_one_address_must_wait_and_store_nothing() {
    let t = TestApp::start().await;
    let anybody = t.anybody();
    let answers = format!("{HALL}&number=350");
    let mut sent = carries(&anybody, &answers).await;
    for _ in 0..60 {
        if sent.status.as_u16() == 429 {
            break;
        }
        sent = carries(&anybody, &answers).await;
    }
    let sent = sent.is(429).shows("Too many checks from your network").shows("Nothing was stored");
    assert!(sent.body.contains("/scope-check?what=premises"), "a way back to the result");
    assert!(sent.headers.get("set-cookie").is_none());
    assert_eq!(sent.headers["retry-after"], "300");
    // Somebody with an account is not held up, nor anybody a while later.
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    carries(&ann, &answers).await.is(303);
    t.wait(TimeDelta::minutes(5));
    carries(&anybody, &answers).await.is(303);
}

#[tokio::test]
async fn the_privacy_notice_says_how_long_answers_are_carried() {
    let t = TestApp::start().await;
    t.anybody().get("/privacy").await.shows("its answers, for an hour, encrypted");
}
