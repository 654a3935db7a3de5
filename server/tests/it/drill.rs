//! Drills and exercises, as the operator records them.

use crate::{
    people::{TestApp, Visitor},
    premises::registers_premises,
};

const DRILL: [(&str, &str); 8] = [
    ("on_day", "3"),
    ("on_month", "2"),
    ("on_year", "2026"),
    ("kind", "walk-through"),
    ("topics", "lockdown"),
    ("took_part", "Duty manager, six door staff"),
    ("went_well", "The doors closed in a minute"),
    ("lessons", "Cut a second key\nMove the sign"),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = DRILL.to_vec();
    for (field, _) in changes {
        fields.retain(|(name, _)| name != field);
    }
    fields.extend(changes);
    fields
}

/// Records a drill; answers its address.
pub async fn records_drill(person: &Visitor, premises: &str, changes: &[(&str, &str)]) -> String {
    person.fills_in(&format!("{premises}/drills/new"), &with(changes)).await.is(303);
    let list = person.get(&format!("{premises}/drills")).await.is(200);
    let from = list.body.find("href=\"/drills/").unwrap() + 6;
    list.body[from..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_operator_records_corrects_and_removes_a_drill() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let list = format!("{hall}/drills");
    ann.get(&hall).await.shows(&format!("href=\"{list}\""));
    ann.get(&list)
        .await
        .is(200)
        .shows("No drills or exercises are recorded yet")
        .shows("The Act asks for no drill");
    let drill = records_drill(&ann, &hall, &[("topics", "evacuation"), ("topics", "lockdown")]).await;
    ann.get(&list)
        .await
        .is(200)
        .shows("<title>Drills and exercises")
        .shows("3 February 2026, walk-through")
        .shows("Getting people out; Stopping people entering or leaving")
        .shows("Cut a second key; Move the sign");
    let page = ann.get(&drill).await.is(200);
    assert_eq!(page.field("on_year"), "2026");
    let seen = page.field("version");
    ann.post(&drill, &with(&[("kind", "live"), ("lessons", ""), ("version", &seen)])).await.is(303);
    let page = ann.get(&list).await.shows("3 February 2026, live").shows("Nothing noted");
    let page = page.hides("Cut a second key");
    assert_eq!(page.body.matches("govuk-summary-card__title-wrapper").count(), 1);
    let version = ann.get(&drill).await.field("version");
    ann.post(&format!("{drill}/remove"), &[("version", &version)]).await.is(303);
    ann.get(&list).await.shows("No drills or exercises are recorded yet");
    ann.get(&drill).await.is(404);
}

#[tokio::test]
async fn a_wrong_drill_comes_back_as_typed() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let form = format!("{hall}/drills/new");
    let mut wrong = with(&[("on_year", "2999"), ("kind", ""), ("took_part", "")]);
    wrong.retain(|(field, _)| *field != "topics");
    let answer = ann
        .fills_in(&form, &wrong)
        .await
        .shows_invalid("on", "The day must be today or in the past")
        .shows_invalid("kind", "Choose how it was held")
        .shows_invalid("topics", "Choose what was tried out")
        .shows_invalid("took_part", "Enter who took part, by role")
        .shows("The doors closed in a minute");
    assert_eq!(answer.field("on_year"), "2999");
    ann.get(&format!("{hall}/drills")).await.shows("No drills or exercises are recorded yet");
}

#[tokio::test]
async fn a_slower_editor_of_a_drill_sees_what_was_saved() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let drill = records_drill(&ann, &hall, &[]).await;
    let seen = ann.get(&drill).await.field("version");
    ann.post(&drill, &with(&[("took_part", "Everybody"), ("version", &seen)])).await.is(303);
    let merge = ann
        .post(&drill, &with(&[("took_part", "Nobody"), ("version", &seen)]))
        .await
        .is(409)
        .shows("Somebody else changed this while you were here")
        .shows("Everybody")
        .shows("Nobody");
    let now = merge.field("version");
    ann.post(&drill, &with(&[("took_part", "Nobody"), ("version", &now)])).await.is(303);
    ann.get(&format!("{hall}/drills")).await.shows("Nobody").hides("Everybody");
}

#[tokio::test]
async fn somebody_elses_drill_looks_like_none() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let drill = records_drill(&ann, &hall, &[]).await;
    let nowhere = "/drills/00000000-0000-4000-8000-000000000000";
    assert_eq!(bob.get(&drill).await.is(404).shape(), bob.get(nowhere).await.shape());
    let fields = with(&[("version", "1")]);
    assert_eq!(bob.post(&drill, &fields).await.is(404).shape(), bob.post(nowhere, &fields).await.shape());
    bob.post(&format!("{drill}/remove"), &[("version", "1")]).await.is(404);
    for page in ["drills", "drills/new"] {
        bob.get(&format!("{hall}/{page}")).await.is(404);
    }
    t.statements.take();
    ann.get(&format!("{hall}/drills")).await.is(200);
    let asked = t.statements.take();
    assert!(asked.len() <= 4, "{asked:#?}");
}
