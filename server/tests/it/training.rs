//! Training and awareness, as the operator records them.

use crate::{
    people::{TestApp, Visitor},
    premises::registers_premises,
};

const TRAINING: [(&str, &str); 8] = [
    ("course", "scan"),
    ("on_day", "3"),
    ("on_month", "2"),
    ("on_year", "2026"),
    ("group", "Door staff"),
    ("people", "6"),
    ("refresh", "suggested"),
    ("note", "Two follow in March"),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = TRAINING.to_vec();
    for (field, _) in changes {
        fields.retain(|(name, _)| name != field);
    }
    fields.extend(changes);
    fields
}

/// Records training; answers its address.
pub async fn records_training(person: &Visitor, premises: &str, changes: &[(&str, &str)]) -> String {
    person.fills_in(&format!("{premises}/training/new"), &with(changes)).await.is(303);
    let list = person.get(&format!("{premises}/training")).await.is(200);
    let from = list.body.find("href=\"/training/").unwrap() + 6;
    list.body[from..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_operator_records_training_and_sees_when_it_is_due_again() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let list = format!("{hall}/training");
    ann.get(&hall).await.shows(&format!("href=\"{list}\""));
    ann.get(&list)
        .await
        .is(200)
        .shows("No training is recorded yet")
        .shows("No law names a course")
        .hides("Overdue");
    let training = records_training(&ann, &hall, &[]).await;
    ann.get(&list)
        .await
        .shows("<title>Training and awareness")
        .shows("SCaN: See, Check and Notify")
        .shows("Door staff: 6 people")
        .shows("3 February 2028")
        .hides("Overdue");
    let seen = ann.get(&training).await.is(200).field("version");
    let late = with(&[
        ("refresh", "day"),
        ("again_day", "1"),
        ("again_month", "3"),
        ("again_year", "2026"),
        ("version", &seen),
    ]);
    ann.post(&training, &late).await.is(303);
    ann.get(&list).await.shows("1 March 2026").shows("Overdue");
    // A refresher of the same group takes its place.
    ann.fills_in(&format!("{list}/new"), &with(&[("group", "door staff"), ("on_month", "4")])).await.is(303);
    ann.get(&list).await.hides("Overdue").shows("3 April 2028").shows("Held again since");
    let version = ann.get(&training).await.field("version");
    ann.post(&format!("{training}/remove"), &[("version", &version)]).await.is(303);
    ann.get(&list).await.hides("Held again since");
    ann.get(&training).await.is(404);
}

#[tokio::test]
async fn wrong_training_comes_back_as_typed() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let form = format!("{hall}/training/new");
    let wrong = with(&[("course", "other"), ("on_year", "2999"), ("people", "some"), ("group", "")]);
    let answer = ann
        .fills_in(&form, &wrong)
        .await
        .shows_invalid("described", "Enter which course it was")
        .shows_invalid("on", "The day must be today or in the past")
        .shows_invalid("people", "Enter how many people had it, like 12")
        .shows_invalid("group", "Enter who had it, by role or group")
        .shows_invalid("refresh", "There is no suggestion for this course")
        .shows("Two follow in March");
    assert_eq!(answer.field("people"), "some");
    ann.get(&format!("{hall}/training")).await.shows("No training is recorded yet");
}

#[tokio::test]
async fn a_slower_editor_of_training_sees_what_was_saved() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let training = records_training(&ann, &hall, &[]).await;
    let seen = ann.get(&training).await.field("version");
    ann.post(&training, &with(&[("group", "Everybody"), ("version", &seen)])).await.is(303);
    let merge = ann
        .post(&training, &with(&[("group", "Bar staff"), ("version", &seen)]))
        .await
        .is(409)
        .shows("Somebody else changed this while you were here")
        .shows("Everybody")
        .shows("Bar staff");
    let now = merge.field("version");
    ann.post(&training, &with(&[("group", "Bar staff"), ("version", &now)])).await.is(303);
    ann.get(&format!("{hall}/training")).await.shows("Bar staff").hides("Everybody");
}

#[tokio::test]
async fn somebody_elses_training_looks_like_none() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let training = records_training(&ann, &hall, &[]).await;
    let nowhere = "/training/00000000-0000-4000-8000-000000000000";
    assert_eq!(bob.get(&training).await.is(404).shape(), bob.get(nowhere).await.shape());
    bob.post(&training, &with(&[("version", "1")])).await.is(404);
    bob.post(&format!("{training}/remove"), &[("version", "1")]).await.is(404);
    for page in ["training", "training/new"] {
        bob.get(&format!("{hall}/{page}")).await.is(404);
    }
    t.statements.take();
    ann.get(&format!("{hall}/training")).await.is(200);
    let asked = t.statements.take();
    assert!(asked.len() <= 6, "{asked:#?}");
}
