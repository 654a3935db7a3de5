//! Competent Person records, as the operator keeps them.

use crate::{
    people::{TestApp, Visitor},
    premises::registers_premises,
};

pub const RECORD: [(&str, &str); 12] = [
    ("name", "Carol Canary"),
    ("role", "Duty manager"),
    ("qualification", "ctpsap-3"),
    ("described", ""),
    ("awarding_body", "SFJ Awards"),
    ("number", "SFJ-1234"),
    ("awarded_on_day", "3"),
    ("awarded_on_month", "2"),
    ("awarded_on_year", "2026"),
    ("expiry", "none-stated"),
    ("expires_on_day", ""),
    ("expires_on_month", ""),
];

/// How the caution of that qualification begins.
pub const CAUTION: &str = "Completing this award does not by itself show that the duties of the Act are met";

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = RECORD.to_vec();
    for (field, value) in changes {
        fields.retain(|(name, _)| name != field);
        fields.push((field, value));
    }
    fields
}

/// Adds the record to premises; answers its address.
pub async fn adds_record(person: &Visitor, premises: &str) -> String {
    let form = format!("{premises}/competent-persons/new");
    person.fills_in(&form, &RECORD).await.is(303);
    let list = person.get("/competent-persons").await.is(200);
    let from = list.body.find("href=\"/competent-persons/").unwrap() + 6;
    list.body[from..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_operator_keeps_a_record() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    ann.get(&hall)
        .await
        .shows(&format!("{hall}/competent-persons/new"))
        .shows("There are no records for these premises yet");
    ann.get("/competent-persons").await.is(200).shows("There are no records yet");
    ann.get(&format!("{hall}/competent-persons/new"))
        .await
        .shows("CTPSaP, level 3")
        .shows("Preparedness. Awarded by SFJ Awards.");
    let record = adds_record(&ann, &hall).await;
    ann.get("/competent-persons")
        .await
        .shows("Carol Canary")
        .shows("Old Hall")
        .shows("CTPSaP, level 3")
        .shows("No expiry stated")
        .shows("Not checked by a CTSA")
        .shows("Holding one is optional");
    ann.get(&hall)
        .await
        .is(200)
        .shows("Carol Canary")
        .shows(&record)
        .shows("CTPSaP, level 3")
        .shows("No expiry stated")
        .shows("Not checked by a CTSA");
    let page = ann.get(&record).await.is(200).shows("<title>Competent Person record").shows(CAUTION);
    assert_eq!(page.field("name"), "Carol Canary");
    assert_eq!(page.field("awarded_on_day"), "3");
    let expires = [
        ("expiry", "on"),
        ("expires_on_day", "2"),
        ("expires_on_month", "2"),
        ("expires_on_year", "2026"),
        ("awarded_on_year", "2025"),
    ];
    ann.fills_in(&record, &with(&expires)).await.is(303);
    ann.get("/competent-persons").await.shows("Expired").hides("No expiry stated");
}

#[tokio::test]
async fn a_wrong_record_comes_back_as_typed() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let form = format!("{hall}/competent-persons/new");
    let wrong =
        with(&[("name", ""), ("qualification", "other"), ("awarded_on_year", "2999"), ("expiry", "")]);
    let answer = ann
        .fills_in(&form, &wrong)
        .await
        .shows_invalid("name", "Enter the person’s name")
        .shows_invalid("described", "Enter the name of the qualification")
        .shows_invalid("awarded_on", "The day it was awarded must be today or in the past")
        .shows_invalid("expiry", "Say whether the certificate names a last day");
    assert_eq!(answer.field("role"), "Duty manager");
    assert_eq!(answer.field("awarded_on_year"), "2999");
    ann.get("/competent-persons").await.shows("There are no records yet");
}

#[tokio::test]
async fn a_double_click_adds_one_record() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let form = format!("{hall}/competent-persons/new");
    let once = ann.get(&form).await.field("once");
    let fields = with(&[("once", &once)]);
    ann.post(&form, &fields).await.is(303);
    ann.post(&form, &fields).await.is(303);
    assert_eq!(ann.get("/competent-persons").await.body.matches("Carol Canary").count(), 1);
}

#[tokio::test]
async fn a_slower_editor_sees_what_was_saved() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let record = adds_record(&ann, &hall).await;
    let seen = ann.get(&record).await.field("version");
    ann.post(&record, &with(&[("role", "Head of security"), ("version", &seen)])).await.is(303);
    let merge = ann
        .post(&record, &with(&[("role", "Volunteer"), ("version", &seen)]))
        .await
        .is(409)
        .shows("Somebody else changed this while you were here")
        .shows("Head of security");
    assert_eq!(merge.field("role"), "Volunteer");
    let now = merge.field("version");
    ann.post(&record, &with(&[("role", "Volunteer"), ("version", &now)])).await.is(303);
    assert_eq!(ann.get(&record).await.field("role"), "Volunteer");
}

#[tokio::test]
async fn somebody_elses_record_looks_like_none() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let record = adds_record(&ann, &hall).await;
    let nowhere = "/competent-persons/00000000-0000-4000-8000-000000000000";
    assert_eq!(bob.get(&record).await.is(404).shape(), bob.get(nowhere).await.shape());
    let fields = with(&[("version", "1")]);
    assert_eq!(bob.post(&record, &fields).await.is(404).shape(), bob.post(nowhere, &fields).await.shape());
    bob.get(&format!("{hall}/competent-persons/new")).await.is(404);
    bob.get("/competent-persons").await.is(200).hides("Carol Canary");
}

#[tokio::test]
async fn records_cost_few_statements() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let record = adds_record(&ann, &hall).await;
    t.statements.take();
    for (path, most) in [("/competent-persons", 5), (record.as_str(), 7), (hall.as_str(), 9)] {
        ann.get(path).await.is(200);
        let asked = t.statements.take();
        assert!(asked.len() <= most, "{path}: {asked:#?}");
        assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "{path}: {asked:#?}");
    }
}
