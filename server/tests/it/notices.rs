//! Notices to the SIA: recorded with what was said, compared with what is said since, taken back.

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::{
    answer::Answer,
    festival::registers_event,
    people::{TestApp, Visitor},
    premises::registers_premises,
};

const LANDLORD: [(&str, &str); 4] = [
    ("part", "control"),
    ("name", "Harbour Estates Ltd"),
    ("relationship", "Landlord"),
    ("phone", "0121 496 0000"),
];

async fn hall(t: &TestApp) -> (Visitor, String) {
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let site = [("buildings", "one"), ("seats", "none"), ("everybody", "same"), ("online", "none")];
    ann.fills_in(&format!("{hall}/site"), &site).await.is(303);
    let control = [("operator", "responsible"), ("others", "no"), ("elsewhere", "no"), ("licensed", "no")];
    ann.fills_in(&format!("{hall}/control"), &control).await.is(303);
    (ann, hall)
}

/// The clock goes on to noon of a day; everybody must sign in again.
fn until(t: &TestApp, day: &str) {
    let day: NaiveDate = day.parse().unwrap();
    let noon = day.and_hms_opt(12, 0, 0).unwrap().and_utc();
    t.wait(noon - t.clock.now());
}

fn given(what: &'static str, on: NaiveDate) -> Vec<(&'static str, String)> {
    vec![
        ("what", what.to_owned()),
        ("given_day", on.day().to_string()),
        ("given_month", on.month().to_string()),
        ("given_year", on.year().to_string()),
    ]
}

async fn records(ann: &Visitor, page: &str, fields: &[(&str, String)], more: &[(&str, &str)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    ann.fills_in(&format!("{page}/notices/new"), &[&fields[..], more].concat()).await
}

/// The page of the only notice on a list.
async fn only(ann: &Visitor, page: &str) -> String {
    let body = ann.get(&format!("{page}/notices")).await.is(200).body;
    assert_eq!(body.matches("href=\"/notices/").count(), 1, "{body}");
    let start = body.find("href=\"/notices/").unwrap();
    body[start + 6..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_notice_is_recorded_once_with_what_was_said_and_taken_back() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    let list = format!("{hall}/notices");
    ann.get(&list).await.is(200).shows("No notices are recorded yet.");
    let new = ann.get(&format!("{list}/new")).await.is(200).shows("350");
    let (once, seen) = (new.field("once"), new.field("seen"));
    let today = t.clock.today();
    let fields = given("became", today);
    let mut form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form.extend([("reference", "SIA 12/345"), ("same", "yes"), ("once", &once), ("seen", &seen)]);
    for _ in 0..2 {
        assert_eq!(ann.post(&format!("{list}/new"), &form).await.location(), list);
    }
    let notice = only(&ann, &hall).await;
    ann.get(&notice)
        .await
        .is(200)
        .shows("SIA 12/345")
        .shows("That you became responsible")
        .shows("1 High Street, Birmingham, B1 1BB");

    ann.post(&notice, &[("why", "")]).await.shows_invalid("why", "Say what was wrong with the record");
    ann.post(&notice, &[("why", "Never sent")]).await.is(303);
    ann.post(&notice, &[("why", "Never sent")]).await.is(303);
    ann.get(&notice).await.shows("Why it was a mistake").shows("Never sent").hides("Take the record back");
    ann.get(&list).await.shows("A mistake, taken back on");
    // A colleague who had it open finds that it is done.
    let bob = t.joins(&ann, "Bob", "member").await;
    bob.post(&notice, &[("why", "Another day")]).await.is(409).shows("Never sent").hides("Another day");
}

#[tokio::test]
async fn a_change_after_notice_has_a_last_day_until_a_correction_is_recorded() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    until(&t, "2027-05-01");
    let ann = ann.signs_in("Ann").await;
    let page = format!("{hall}/deadlines");
    let planned = format!("{page}?planned_day=1&planned_month=4&planned_year=2027");
    ann.get(&page).await.is(200).shows("You have recorded no notice.");
    records(&ann, &hall, &given("became", t.clock.today()), &[("same", "yes")]).await.is(303);
    ann.get(&page)
        .await
        .shows("You recorded that you gave notice of being responsible on 1 May 2027.")
        .shows("What this service says is what you notified")
        .hides("By when to send a correction");
    ann.get(&planned).await.shows("You gave notice on 1 May 2027").shows("30 June 2027");

    // Several changes: the first day counts. Half past eleven in summer is the next day in London.
    t.wait(TimeDelta::minutes(9 * 24 * 60 + 11 * 60 + 30));
    let ann = ann.signs_in("Ann").await;
    ann.fills_in(&format!("{hall}/parties/new"), &LANDLORD).await.is(303);
    t.wait(TimeDelta::days(5));
    let ann = ann.signs_in("Ann").await;
    let number = [
        ("number", "420"),
        ("method", "ticket-cap"),
        ("method_note", "Tickets sold"),
        ("counted_on_day", "1"),
        ("counted_on_month", "2"),
        ("counted_on_year", "2026"),
    ];
    ann.fills_in(&format!("{hall}/number"), &number).await.is(303);
    ann.get(&page).await.shows("Others with any control").shows("11 May 2027").shows("Not yet set");
    ann.get(&planned)
        .await
        .shows("28 days beginning with 11 May 2027 end on 7 June 2027.")
        .shows("28 days beginning with 16 May 2027 end on 12 June 2027.")
        .shows("Greatest number of people expected at one time")
        .shows("SI 2026/793, regulation 6");
    let (calendar, correct) = (format!("{hall}/calendar"), "Last day to correct what you told the SIA");
    ann.get(&calendar).await.shows(&format!("{correct} (2)")).shows("Not yet set");
    ann.get("/calendar").await.shows(&format!("{correct} (2)")).shows("No day yet");
    // Before the duties start there is no clear date.
    ann.get(&format!("{page}?planned_day=1&planned_month=6&planned_year=2027"))
        .await
        .shows("the duties had not started on that day");

    // Put back: no longer inaccurate, and it is said that it was.
    t.wait(TimeDelta::days(1));
    let ann = ann.signs_in("Ann").await;
    let back: Vec<_> = number.iter().map(|(f, v)| (*f, if *f == "number" { "350" } else { *v })).collect();
    ann.fills_in(&format!("{hall}/number"), &back).await.is(303);
    ann.get(&planned)
        .await
        .shows("other than you notified from 16 May 2027, and as you notified again from 17 May 2027")
        .hides("28 days beginning with 16 May 2027");

    // A correction ends it; taken back, it does not.
    records(&ann, &hall, &given("correction", t.clock.today()), &[("same", "yes")]).await.is(303);
    ann.get(&planned).await.hides("By when to send a correction").hides("for a while");
    ann.get(&calendar).await.hides(correct);
    let body = ann.get(&format!("{hall}/notices")).await.body;
    let newest = body[body.find("href=\"/notices/").unwrap() + 6..].split('"').next().unwrap().to_owned();
    ann.post(&newest, &[("why", "The SIA has not answered")]).await.is(303);
    ann.get(&planned).await.shows("28 days beginning with 11 May 2027 end on 7 June 2027.");
    records(&ann, &hall, &given("ceased", t.clock.today()), &[]).await.is(303);
    ann.get(&planned)
        .await
        .shows("there is nothing of yours to correct")
        .hides("By when to send a correction");
}

#[tokio::test]
async fn what_the_sia_was_told_otherwise_is_due_from_that_day() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    until(&t, "2027-05-01");
    let ann = ann.signs_in("Ann").await;
    let on = "2027-04-20".parse().unwrap();
    records(&ann, &hall, &given("became", on), &[("same", "no"), ("otherwise", "address")]).await.is(303);
    ann.get(&only(&ann, &hall).await).await.shows("Told otherwise, or not told");
    ann.get(&format!("{hall}/deadlines?planned_day=1&planned_month=4&planned_year=2027"))
        .await
        .shows("Name and address of the premises")
        .shows("28 days beginning with 20 April 2027 end on 17 May 2027.");
}

#[tokio::test]
async fn every_wrong_field_is_named_and_nothing_typed_is_lost() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    let tomorrow = t.clock.today() + TimeDelta::days(1);
    let long = "x".repeat(61);
    let answer = records(&ann, &hall, &given("", tomorrow), &[("reference", &long), ("same", "no")])
        .await
        .shows_invalid("what", "Say what you told the SIA")
        .shows_invalid("given", "The day must not be later than today")
        .shows_invalid("reference", "The reference must be 60 characters or fewer")
        .shows_invalid("otherwise", "Choose what the SIA was told otherwise");
    assert_eq!(answer.field("reference"), long);
    assert_eq!(answer.field("given_day"), tomorrow.day().to_string());
    records(&ann, &hall, &given("became", "2025-04-02".parse().unwrap()), &[])
        .await
        .shows_invalid("given", "The day must not be before the Act was passed, on 3 April 2025")
        .shows_invalid("same", "Say whether the SIA was told the same");
    ann.post(&format!("{hall}/notices/new"), &[("what", "became"), ("strange", "1")]).await.is(400);
    ann.get(&format!("{hall}/notices")).await.shows("No notices are recorded yet.");
}

#[tokio::test]
async fn facts_that_changed_meanwhile_are_shown_again_before_they_are_kept() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    let new = ann.get(&format!("{hall}/notices/new")).await;
    ann.fills_in(&format!("{hall}/parties/new"), &LANDLORD).await.is(303);
    let (once, seen) = (new.field("once"), new.field("seen"));
    let fields = given("became", t.clock.today());
    let mut form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form.extend([("reference", "SIA 12/345"), ("same", "yes"), ("once", &once)]);
    let old = [&form[..], &[("seen", seen.as_str())]].concat();
    let again = ann
        .post(&format!("{hall}/notices/new"), &old)
        .await
        .is(409)
        .shows("What this service says has changed while you were here")
        .shows("Harbour Estates Ltd");
    assert_eq!(again.field("reference"), "SIA 12/345");
    let now = again.field("seen");
    ann.post(&format!("{hall}/notices/new"), &[&form[..], &[("seen", now.as_str())]].concat()).await.is(303);
    ann.get(&only(&ann, &hall).await).await.shows("Harbour Estates Ltd");
}

#[tokio::test]
async fn somebody_elses_notices_look_like_none() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    records(&ann, &hall, &given("became", t.clock.today()), &[("same", "yes")]).await.is(303);
    let notice = only(&ann, &hall).await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let none = "00000000-0000-4000-8000-000000000000";
    for part in ["notices", "notices/new"] {
        let theirs = bob.get(&format!("{hall}/{part}")).await.is(404);
        assert_eq!(theirs.shape(), bob.get(&format!("/premises/{none}/{part}")).await.shape());
    }
    let missing = bob.get(&format!("/notices/{none}")).await.is(404);
    assert_eq!(bob.get(&notice).await.shape(), missing.shape());
    bob.post(&notice, &[("why", "Mischief")]).await.is(404);
    bob.post(&format!("{hall}/notices/new"), &[("what", "ceased"), ("once", none)]).await.is(404);
    ann.get(&notice).await.is(200).hides("Mischief");
}

#[tokio::test]
async fn an_event_has_notices_of_its_own_and_14_days_for_a_correction() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let event = registers_event(&ann, "900").await;
    until(&t, "2027-05-01");
    let ann = ann.signs_in("Ann").await;
    ann.get(&event).await.is(200).shows("Notices to the SIA that you gave");
    ann.get(&format!("{event}/notices/new"))
        .await
        .shows("Date and time of the event")
        .hides("Seats in adjoining areas");
    let told = [("reference", "E 7"), ("same", "yes")];
    records(&ann, &event, &given("became", t.clock.today()), &told).await.is(303);
    let notice = only(&ann, &event).await;
    ann.get(&notice).await.is(200).shows("E 7").shows("Music on a field");
    let planned = format!("{event}/deadlines?planned_day=1&planned_month=4&planned_year=2027");
    ann.get(&planned)
        .await
        .shows("You gave notice on 1 May 2027")
        .shows("What this service says is what you notified")
        .hides("By when to send a correction");
    t.wait(TimeDelta::days(3));
    let ann = ann.signs_in("Ann").await;
    let larger = [("larger", "yes"), ("larger_name", "Summer of Sound"), ("notified", "no")];
    ann.fills_in(&format!("{event}/larger"), &larger).await.is(303);
    t.statements.take();
    ann.get(&planned)
        .await
        .shows("By when to send a correction")
        .shows("A larger event around it")
        .shows("14 days beginning with 4 May 2027 end on 17 May 2027");
    let asked = t.statements.take();
    assert!(asked.len() <= 10, "{asked:#?}");
    assert_eq!(ann.post(&notice, &[("why", "Never sent")]).await.location(), format!("{event}/notices"));
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    bob.get(&format!("{event}/notices")).await.is(404);
}

#[tokio::test]
async fn the_pages_ask_few_questions() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    for _ in 0..5 {
        records(&ann, &hall, &given("became", t.clock.today()), &[("same", "yes")]).await.is(303);
    }
    t.statements.take();
    for (part, most) in [("notices", 4), ("notices/new", 10), ("deadlines", 10)] {
        ann.get(&format!("{hall}/{part}")).await.is(200);
        let asked = t.statements.take();
        assert!(asked.len() <= most, "{part}: {asked:#?}");
        assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "{part}: {asked:#?}");
    }
}
