//! Working out the number of people on the pages of premises.

use crate::{
    people::{TestApp, Visitor},
    premises::registers_premises,
};

const SEATS: [(&str, &str); 7] = [
    ("in-seats", "780"),
    ("in-standing", ""),
    ("in-staff", "35"),
    ("counted_on_day", "1"),
    ("counted_on_month", "2"),
    ("counted_on_year", "2026"),
    ("review", "6"),
];

/// The hidden fields of the page, and these.
async fn works_out(person: &Visitor, page: &str, changed: &[(&str, &str)]) -> crate::answer::Answer {
    let form = person.get(page).await.is(200);
    let (version, method) = (form.field("version"), form.field("method"));
    let mut fields = vec![("version", version.as_str()), ("method", method.as_str())];
    fields.extend(SEATS.iter().map(|(name, text)| {
        let other = changed.iter().find(|(field, _)| field == name);
        (*name, other.map_or(*text, |(_, text)| *text))
    }));
    let post = page.split('?').next().unwrap();
    person.post(post, &fields).await
}

#[tokio::test]
async fn a_number_is_worked_out_and_shown_with_its_working_and_review() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    ann.get(&format!("{hall}/number"))
        .await
        .shows("Help me work the number out")
        .shows("A one-off crowd that you do not expect again does not count")
        .shows("Certain nights or seasons are enough")
        .shows("Staff, volunteers and performers count")
        .shows("Fire capacity is not the test");
    let methods = ann.get(&format!("{hall}/number/work-out")).await.is(200);
    for method in domain_methods() {
        assert!(methods.body.contains(method), "{method}");
    }
    let page = format!("{hall}/number/work-out?method=seating-plan");
    works_out(&ann, &page, &[]).await.is(303);
    let line = "780 seats + 35 staff = 815";
    ann.get(&hall).await.shows(line).shows("1 August 2026").shows("815");
    let tier = ann.get(&format!("{hall}/tier")).await.shows("enhanced tier");
    tier.shows("close to 800").shows(line).shows("look at it again by 1 August 2026");
    let again = ann.get(&page).await;
    assert_eq!((again.field("in-seats"), again.field("in-staff")), ("780".into(), "35".into()));
}

fn domain_methods() -> [&'static str; 8] {
    [
        "Safe occupancy from the fire risk assessment",
        "Counts from earlier busy days",
        "A limit on tickets or entries",
        "Seating plan",
        "Door counts",
        "Booking records",
        "Floor space",
        "Venues like yours",
    ]
}

#[tokio::test]
async fn wrong_figures_come_back_with_what_was_typed() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let page = format!("{hall}/number/work-out?method=seating-plan");
    let answer = works_out(&ann, &page, &[("in-staff", ""), ("counted_on_month", "13")])
        .await
        .shows_invalid("in-staff", "Enter a number: How many staff")
        .shows_invalid("counted_on", "Enter the date that you worked it out");
    assert_eq!(answer.field("in-seats"), "780");
    works_out(&ann, &page, &[("in-seats", "12.5")]).await.shows_invalid("in-seats", "Enter a whole number");
    ann.get(&format!("{hall}/number/work-out?choose=1")).await.shows_invalid("method", "Choose how");
    for nonsense in ["?choose=1&method=guess", "?choose=1&method=other", "?method=%FF%FE&choose=1"] {
        ann.get(&format!("{hall}/number/work-out{nonsense}")).await.is(422);
    }
    ann.post(&format!("{hall}/number/work-out"), &[("method", "seating-plan"), ("in-tickets", "1")])
        .await
        .is(400);
    ann.get(&hall).await.shows("350").hides("780");
}

#[tokio::test]
async fn somebody_faster_gets_the_number_merged_and_not_lost() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let page = format!("{hall}/number/work-out?method=seating-plan");
    let form = ann.get(&page).await;
    let (seen, method) = (form.field("version"), form.field("method"));
    works_out(&ann, &page, &[("in-seats", "400")]).await.is(303);
    let mut late = vec![("version", seen.as_str()), ("method", method.as_str())];
    late.extend(SEATS);
    let merge = ann.post(&format!("{hall}/number/work-out"), &late).await.is(409);
    let merge = merge.shows("Somebody else changed this").shows("400 seats + 35 staff = 435");
    assert_eq!(merge.field("in-seats"), "780");
}

#[tokio::test]
async fn a_number_saved_unchanged_keeps_its_working() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    works_out(&ann, &format!("{hall}/number/work-out?method=seating-plan"), &[]).await.is(303);
    let again = |number: &'static str| {
        [
            ("number", number),
            ("method", "seating-plan"),
            ("method_note", "From the plan at the desk"),
            ("counted_on_day", "1"),
            ("counted_on_month", "3"),
            ("counted_on_year", "2026"),
            ("review", "12"),
        ]
    };
    ann.fills_in(&format!("{hall}/number"), &again("815")).await.is(303);
    ann.get(&hall).await.shows("780 seats + 35 staff = 815").shows("1 March 2027");
    ann.fills_in(&format!("{hall}/number"), &again("820")).await.is(303);
    ann.get(&hall).await.hides("780 seats");
}

#[tokio::test]
async fn somebody_elses_number_looks_like_none() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    bob.get(&format!("{hall}/number/work-out?method=seating-plan")).await.is(404);
    let mut fields = vec![("version", "4"), ("method", "seating-plan")];
    fields.extend(SEATS);
    bob.post(&format!("{hall}/number/work-out"), &fields).await.is(404);
}
