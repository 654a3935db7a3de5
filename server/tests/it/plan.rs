//! The action plan, as the operator keeps it.

use crate::{
    drill::records_drill,
    people::{TestApp, Visitor},
    premises::registers_premises,
};

/// Opens the questions of premises and answers one of them "no".
async fn answers_no(person: &Visitor, premises: &str) -> String {
    let assessment = person.post(&format!("{premises}/assessment"), &[]).await.location().to_owned();
    let question = format!("{assessment}/questions/evacuation.procedure");
    person.post(&question, &[("seen", "0"), ("answer", "no")]).await.is(303);
    question
}

const ITEM: [(&str, &str); 7] = [
    ("owner", "Duty manager"),
    ("due_day", "1"),
    ("due_month", "2"),
    ("due_year", "2999"),
    ("status", "in-progress"),
    ("reason", ""),
    ("note", "Ask the landlord"),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = ITEM.to_vec();
    for (field, _) in changes {
        fields.retain(|(name, _)| name != field);
    }
    fields.extend(changes);
    fields
}

async fn plans(person: &Visitor, premises: &str) -> String {
    let plan = format!("{premises}/plan");
    let sent = person.post(&plan, &[("question", "evacuation.procedure"), ("rule", "0")]).await;
    sent.location().to_owned()
}

#[tokio::test]
async fn what_follows_from_an_answer_gets_an_owner_and_a_day_and_is_never_dropped() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let plan = format!("{hall}/plan");
    ann.get(&hall).await.shows(&format!("href=\"{plan}\""));
    ann.get(&plan).await.is(200).shows("were not started yet");
    let question = answers_no(&ann, &hall).await;
    ann.get(&plan)
        .await
        .shows("<title>Action plan")
        .shows("govuk-heading-m\">First")
        .shows("Plan it")
        .shows("What it costs: ")
        .shows("Guidance and sources")
        .shows(&format!("href=\"{question}\""));
    let item = plans(&ann, &hall).await;
    assert!(item.starts_with("/plan/"), "{item}");
    assert_eq!(plans(&ann, &hall).await, item, "it is there once");
    let page =
        ann.get(&item).await.is(200).shows("It follows from one of your answers").hides("name=\"text\"");
    let seen = page.field("version");
    ann.post(&item, &with(&[("version", &seen)])).await.is(303);
    let listed = ann.get(&plan).await;
    listed
        .shows("Who sees to it: Duty manager. By 1 February 2999")
        .shows("In progress")
        .shows("Ask the landlord");

    // Overdue comes first, under a heading of its own.
    let seen = ann.get(&item).await.field("version");
    ann.post(&item, &with(&[("due_year", "2020"), ("version", &seen)])).await.is(303);
    let first = ann.get(&plan).await.body;
    let first = first.split("govuk-heading-m\">").nth(1).unwrap();
    assert!(first.starts_with("Overdue"), "{first}");

    // Done does not change the answer, and says so.
    let seen = ann.get(&item).await.field("version");
    ann.post(&item, &with(&[("status", "done"), ("version", &seen)])).await.is(303);
    ann.get(&plan)
        .await
        .shows("Your answer still calls for it")
        .shows("govuk-heading-m\">Done")
        .hides("Overdue");
    let seen = ann.get(&item).await.field("version");
    ann.post(&item, &with(&[("version", &seen)])).await.is(303);
    ann.post(&question, &[("seen", "1"), ("answer", "yes")]).await.is(303);
    ann.get(&plan)
        .await
        .shows("No longer follows from your answers")
        .shows("Duty manager")
        .shows(&format!("href=\"{question}\""));
    let version = ann.get(&item).await.field("version");
    ann.post(&format!("{item}/remove"), &[("version", &version)]).await.is(303);
    ann.get(&plan).await.hides("Duty manager");
}

#[tokio::test]
async fn deciding_against_something_needs_a_reason() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    answers_no(&ann, &hall).await;
    let item = plans(&ann, &hall).await;
    let seen = ann.get(&item).await.field("version");
    let against = [("status", "decided-against"), ("version", seen.as_str())];
    ann.post(&item, &with(&against))
        .await
        .is(422)
        .shows_invalid("reason", "Enter why it will not be done")
        .shows("Ask the landlord");
    let why = [against[0], against[1], ("reason", "The floor cannot carry it")];
    ann.post(&item, &with(&why)).await.is(303);
    ann.get(&format!("{hall}/plan")).await.shows("Decided against").shows("The floor cannot carry it");
}

#[tokio::test]
async fn people_add_actions_of_their_own_and_see_what_is_wrong() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let form = format!("{hall}/plan/new");
    ann.fills_in(&form, &with(&[("due_day", "31"), ("status", "")]))
        .await
        .shows_invalid("text", "Enter what there is to do")
        .shows_invalid("priority", "Choose how urgent it is")
        .shows_invalid("due", "Enter a date like 1 2 2027")
        .shows_invalid("status", "Choose how far it is")
        .shows("Duty manager");
    let own = with(&[("text", "Paint the <arrows>"), ("priority", "2"), ("cost", "low")]);
    ann.fills_in(&form, &own).await.is(303);
    ann.get(&format!("{hall}/plan"))
        .await
        .shows("Paint the &lt;arrows&gt;")
        .shows("Under £500")
        .shows("govuk-heading-m\">Next");
}

#[tokio::test]
async fn the_lessons_of_a_drill_become_actions_once() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let drill = records_drill(&ann, &hall, &[]).await;
    let lessons = format!("{drill}/lessons");
    ann.get(&format!("{hall}/drills")).await.shows(&format!("href=\"{lessons}\""));
    ann.get(&lessons).await.is(200).shows("Cut a second key").shows("Move the sign");
    ann.post(&lessons, &[]).await.is(422).shows_invalid("lessons", "Choose a lesson");
    for _ in 0..2 {
        ann.post(&lessons, &[("lessons", "Cut a second key")]).await.is(303);
    }
    let plan = format!("{hall}/plan");
    let listed = ann.get(&plan).await.shows("A lesson of").shows(&format!("href=\"{drill}\"")).body;
    assert_eq!(listed.matches("govuk-!-font-weight-bold\">Cut a second key").count(), 1);
    ann.get(&lessons).await.shows("In the plan already").shows("Put them into the plan");
    ann.post(&lessons, &[("lessons", "Something else")]).await.is(422);
    // What came of a drill stays when its record goes.
    let version = ann.get(&drill).await.field("version");
    ann.post(&format!("{drill}/remove"), &[("version", &version)]).await.is(303);
    ann.get(&plan).await.shows("Cut a second key").shows("a drill whose record was removed");
}

#[tokio::test]
async fn a_slower_editor_of_an_action_sees_what_was_saved() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    answers_no(&ann, &hall).await;
    let item = plans(&ann, &hall).await;
    let seen = ann.get(&item).await.field("version");
    ann.post(&item, &with(&[("owner", "Bar manager"), ("version", &seen)])).await.is(303);
    let merge = ann
        .post(&item, &with(&[("owner", "Caretaker"), ("version", &seen)]))
        .await
        .is(409)
        .shows("Somebody else changed this while you were here")
        .shows("Bar manager")
        .shows("Caretaker");
    let now = merge.field("version");
    ann.post(&item, &with(&[("owner", "Caretaker"), ("version", &now)])).await.is(303);
    ann.get(&format!("{hall}/plan")).await.shows("Caretaker").hides("Bar manager");
}

#[tokio::test]
async fn what_if_shows_which_gaps_close_and_stores_nothing() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let page = format!("{hall}/plan/what-if");
    ann.get(&page).await.is(404);
    let question = answers_no(&ann, &hall).await;
    ann.get(&format!("{hall}/plan")).await.shows(&format!("href=\"{page}\""));
    ann.get(&page).await.is(200).shows("Nothing is saved").hides("What would change");
    ann.post(&page, &[]).await.is(422).shows_invalid("actions", "Choose what you would do");
    t.statements.take();
    let answer = ann.post(&page, &[("actions", "evacuation.procedure")]).await.is(200);
    let asked = t.statements.take();
    assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "{asked:#?}");
    answer
        .shows("What would change")
        .shows("Getting people out")
        .shows("Not in place")
        .shows("Partly in place")
        .shows("Together: ");
    ann.get(&question).await.shows("value=\"no\" checked");
}

#[tokio::test]
async fn somebody_elses_plan_looks_like_none_and_a_plan_costs_few_statements() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    answers_no(&ann, &hall).await;
    let item = plans(&ann, &hall).await;
    let nowhere = "/plan/00000000-0000-4000-8000-000000000000";
    assert_eq!(bob.get(&item).await.is(404).shape(), bob.get(nowhere).await.shape());
    bob.post(&item, &with(&[("version", "1")])).await.is(404);
    bob.post(&format!("{item}/remove"), &[("version", "1")]).await.is(404);
    for page in ["plan", "plan/new", "plan/what-if"] {
        bob.get(&format!("{hall}/{page}")).await.is(404);
    }
    bob.post(&format!("{hall}/plan"), &[("question", "evacuation.procedure"), ("rule", "0")]).await.is(404);
    t.statements.take();
    ann.get(&format!("{hall}/plan")).await.is(200);
    let asked = t.statements.take();
    assert!(asked.len() <= 9, "{asked:#?}");
    assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "{asked:#?}");
}
