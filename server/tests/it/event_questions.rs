//! The questions of an event: for what qualifies, and where its answers can be sent.

use crate::{
    festival::{number, registers_event},
    people::{TestApp, Visitor},
};

async fn starts(ann: &Visitor, event: &str) -> String {
    ann.post(&format!("{event}/assessment"), &[]).await.is(303).location().to_owned()
}

/// The mark of a link of the navigation that the page stands under.
fn marked(href: &str) -> String {
    format!("href=\"{href}\" aria-current=\"true\"")
}

#[tokio::test]
async fn a_qualifying_event_is_asked_its_questions_and_its_pages_stand_under_the_events() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let event = registers_event(&ann, "900").await;
    ann.get(&event).await.is(200).shows("Start the questions").hides("Action plan");
    let assessment = starts(&ann, &event).await;
    assert_eq!(starts(&ann, &event).await, assessment, "it has one");
    ann.get(&event).await.is(200).shows("Go on with the questions").shows("Action plan");
    let question = format!("{assessment}/questions/people.shift-lead");
    let save = [("seen", "0"), ("answer", "no"), ("note", "")];
    ann.post(&question, &save).await.is(303);
    for part in ["", "/questions/people.shift-lead", "/check", "/readiness"] {
        let page = ann.get(&format!("{assessment}{part}")).await.is(200);
        page.shows(&marked("/events")).hides(&marked("/premises"));
    }
    ann.get(&format!("{event}/plan")).await.is(200).shows("Meadow Sounds").shows("Plan it");
    let others = t.operator_of("Cas", "Other Trust").await;
    others.get(&assessment).await.is(404);
    others.post(&format!("{event}/assessment"), &[]).await.is(404);
}

#[tokio::test]
async fn what_does_not_qualify_is_not_asked_and_sends_nothing() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let small = registers_event(&ann, "700").await;
    ann.get(&small).await.is(200).hides("Start the questions");
    ann.get(&format!("{small}/scope")).await.is(200).hides("Go to the questions");
    assert_eq!(starts(&ann, &small).await, small, "its page says why");

    let event = registers_event(&ann, "900").await;
    let assessment = starts(&ann, &event).await;
    ann.get(&format!("{assessment}/check")).await.is(200).hides("not a qualifying event");
    ann.fills_in(&format!("{event}/number"), &number("700")).await.is(303);
    let check = ann.get(&format!("{assessment}/check")).await.is(200);
    check.shows("This is not a qualifying event as far as your facts tell, so there is nothing to send.");
    let declare = ann.get(&format!("{assessment}/declare")).await.is(303);
    assert_eq!(declare.location(), format!("{assessment}/check"));
    // What was answered is still there.
    ann.get(&event).await.is(200).shows("Go on with the questions");
}

#[tokio::test]
async fn a_question_of_an_event_and_its_save_ask_as_little_as_those_of_premises() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let event = registers_event(&ann, "900").await;
    let assessment = starts(&ann, &event).await;
    let question = format!("{assessment}/questions/people.shift-lead");
    ann.get(&question).await.is(200);
    t.statements.take();
    ann.get(&question).await.is(200);
    let asked = t.statements.take();
    assert_eq!(asked.len(), 2, "{asked:#?}");
    ann.post(&question, &[("seen", "0"), ("answer", "yes"), ("note", "")]).await.is(303);
    let asked = t.statements.take();
    assert_eq!(asked.len(), 5, "{asked:#?}");
}
