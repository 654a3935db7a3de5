//! Answering, checking, sending, taking back.

use crate::{
    answer::Answer,
    people::{TestApp, Visitor},
    premises::registers_premises,
};

/// Opens the assessment of new premises; answers its address.
pub async fn opens_assessment(person: &Visitor) -> String {
    let hall = registers_premises(person, "Old Hall", "6", "350").await;
    person.post(&format!("{hall}/assessment"), &[]).await.location().to_owned()
}

/// The first question's address.
const FIRST: &str = "people.responsible";

/// Answers the questions one after the other, as the pages lead; answers the last address.
pub async fn answers_all(person: &Visitor, assessment: &str) -> String {
    let mut at = first_question(person, assessment).await;
    for _ in 0..60 {
        let page = person.get(&at).await.is(200);
        let seen = page.field("seen");
        let fields = fields(&page);
        let mut fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.push(("seen", &seen));
        fields.push(("note", "as it was at first"));
        at = person.post(&at, &fields).await.location().to_owned();
        if at.ends_with("/check") {
            return at;
        }
    }
    panic!("no end of questions")
}

/// The address of the first question that the task list leads to.
pub async fn first_question(person: &Visitor, assessment: &str) -> String {
    let list = person.get(assessment).await.is(200);
    let mark = format!("href=\"{assessment}/questions/");
    let start = list.body.find(&mark).expect("a question") + "href=\"".len();
    list.body[start..].split('"').next().unwrap().to_owned()
}

/// An answer that fits the page's fields.
pub fn fields(page: &Answer) -> Vec<(String, String)> {
    let has = |name: &str| page.body.contains(&format!("name=\"{name}\""));
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    if has("text") {
        vec![pair("text", "Words of our own")]
    } else if has("day") {
        vec![pair("day", "2"), pair("month", "3"), pair("year", "2026")]
    } else if has("role") {
        vec![pair("name", "Ann Example"), pair("role", "Manager")]
    } else if page.body.contains("value=\"yes\"") {
        vec![pair("answer", "yes")]
    } else {
        let first = page.body.split("type=\"radio\"").nth(1).expect("a choice");
        let value = first.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        vec![pair("answer", value)]
    }
}

/// A yes-or-no question's address.
async fn procedure(person: &Visitor, assessment: &str) -> String {
    let page = format!("{assessment}/questions/evacuation.procedure");
    person.get(&page).await.is(200);
    page
}

#[tokio::test]
async fn an_operator_answers_checks_sends_and_takes_back() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let assessment = ann.post(&format!("{hall}/assessment"), &[]).await.location().to_owned();
    ann.get(&assessment)
        .await
        .is(200)
        .shows("Not started")
        .shows("0 of 35 answered, about 35 minutes to answer the rest")
        .shows("0800 789 321")
        .hides("compliant");
    ann.get(&format!("{assessment}/check")).await.is(200).shows("without an answer yet").hides("/declare");
    let declare = format!("{assessment}/declare");
    assert!(ann.get(&declare).await.location().ends_with("/check"), "nothing to declare yet");

    let check = answers_all(&ann, &assessment).await;
    ann.get(&check)
        .await
        .is(200)
        .shows("Ann Example, Manager")
        .shows("as it was at first")
        .shows("2 March 2026")
        .shows("?from=check")
        .shows(&declare);
    ann.get(&assessment).await.shows(&format!("href=\"{hall}/plan\""));
    ann.fills_in(&declare, &[("name", ""), ("role", "Manager")])
        .await
        .shows_invalid("name", "Enter your name")
        .shows_invalid("agree", "Tick the box")
        .shows("Old Hall");
    let tier = format!("{hall}/tier");
    ann.get(&tier).await.shows("Go on with the questions").hides("Start the questions");
    let sent = ann.fills_in(&declare, &[("name", "Ann"), ("role", "Manager"), ("agree", "yes")]).await;
    ann.get(&tier).await.shows("Go to the questions that you answered").hides("Start the questions");
    let sent = sent.location().to_owned();
    ann.get(&sent)
        .await
        .is(200)
        .shows("Answers sent")
        .shows("Old Hall")
        .shows("ML-")
        .shows("Ann Example, Manager")
        .shows("Seal (SHA-256)")
        .shows("waiting for an adviser");
    ann.get(&hall).await.shows("What you sent").shows(&format!("href=\"{sent}\""));
    ann.get(&assessment).await.is(200).shows("locked");
    ann.get(&procedure(&ann, &assessment).await).await.shows("cannot be changed now").hides("<textarea");

    let page = format!("{sent}/withdraw");
    ann.get(&page).await.is(200).shows("Take the answers back?").shows("Old Hall, reference ML-");
    assert_eq!(ann.post(&page, &[]).await.location(), sent);
    ann.get(&sent).await.shows("govuk-heading-l\">Taken back by you").hides("Answers sent").hides(&page);
    ann.get(&procedure(&ann, &assessment).await).await.shows("<textarea");
    ann.post(&page, &[]).await.is(404);
}

#[tokio::test]
async fn a_wrong_answer_keeps_what_was_typed() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let assessment = opens_assessment(&ann).await;
    let page = procedure(&ann, &assessment).await;
    let note = "the note <b>&";
    ann.fills_in(&page, &[("note", note)])
        .await
        .shows_invalid("answer", "Choose an answer")
        .shows("the note &lt;b&gt;&amp;");
    let reason = ann.fills_in(&page, &[("answer", "not-applicable"), ("note", note)]).await;
    reason.shows_invalid("reason", "Say why it does not apply").shows("the note &lt;b&gt;&amp;");
    ann.fills_in(&page, &[("answer", "maybe")]).await.shows_invalid("answer", "Choose an answer");
    let person = format!("{assessment}/questions/{FIRST}");
    let answer = ann.fills_in(&person, &[("name", "Ann"), ("role", "")]).await;
    assert_eq!(answer.field("name"), "Ann");
    answer.shows_invalid("role", "Enter a role");
    ann.get(&assessment).await.shows("0 of ");
}

#[tokio::test]
async fn two_answers_meet_on_a_page_and_neither_is_lost() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let assessment = opens_assessment(&ann).await;
    let page = procedure(&ann, &assessment).await;
    ann.post(&page, &[("seen", "0"), ("answer", "yes"), ("note", "theirs")]).await.is(303);
    let mine = [("seen", "0"), ("answer", "no"), ("note", "mine \"quoted\"")];
    let met = ann.post(&page, &mine).await.is(409).shows("Two answers to one question");
    let met = met.shows("Note: theirs").shows("mine \"quoted\"").shows("Saved by Ann");
    let (seen, kept) = (met.field("seen"), met.field("mine").replace("&quot;", "\""));
    assert_eq!(seen, "1");
    ann.get(&page).await.shows("theirs").hides("mine");

    let again = |settle: &'static str| {
        let (seen, kept) = (seen.clone(), kept.clone());
        let fields = [("answer", "partly"), ("note", "merged"), ("settle", settle)];
        let mut fields: Vec<(&str, String)> = fields.map(|(name, value)| (name, value.to_owned())).to_vec();
        fields.push(("seen", seen));
        fields.push(("mine", kept));
        fields
    };
    let send = async |settle: &'static str| {
        let fields = again(settle);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ann.post(&page, &fields).await
    };
    send("").await.is(409).shows("Choose which answer should stand").shows("merged").shows("theirs");
    send("theirs").await.is(303);
    ann.get(&page).await.shows("theirs").hides("mine");
    send("mine").await.is(303);
    ann.get(&page).await.shows("mine \"quoted\"").hides("merged");
    send("merged").await.is(409).shows("Saved by Ann");
    let again = ann.get(&page).await;
    assert_eq!(again.field("seen"), "2", "the answer to a stale page is another conflict");
}

#[tokio::test]
async fn an_answer_that_comes_too_late_is_shown_and_not_saved() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let assessment = opens_assessment(&ann).await;
    answers_all(&ann, &assessment).await;
    let page = procedure(&ann, &assessment).await;
    let seen = ann.get(&page).await.field("seen");
    let declare = format!("{assessment}/declare");
    ann.fills_in(&declare, &[("name", "Ann"), ("role", "Manager"), ("agree", "yes")]).await.is(303);
    ann.post(&page, &[("seen", &seen), ("answer", "no"), ("note", "too late")])
        .await
        .is(409)
        .shows("This can no longer be changed")
        .shows("too late")
        .shows("as it was at first");
    ann.get(&page).await.hides("too late");
}

#[tokio::test]
async fn a_form_sent_twice_sends_once() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let assessment = opens_assessment(&ann).await;
    answers_all(&ann, &assessment).await;
    let declare = format!("{assessment}/declare");
    let once = ann.get(&declare).await.is(200).field("once");
    let fields = [("name", "Ann"), ("role", "Manager"), ("agree", "yes"), ("once", once.as_str())];
    let first = ann.post(&declare, &fields).await.location().to_owned();
    let second = ann.post(&declare, &fields).await.location().to_owned();
    assert_eq!(first, second);
    let other = "11111111-1111-4111-8111-111111111111";
    let fields = [("name", "Ann"), ("role", "Manager"), ("agree", "yes"), ("once", other)];
    ann.post(&declare, &fields).await.is(409).shows("This cannot be done now");
}

#[tokio::test]
async fn starting_twice_opens_one() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let start = format!("{hall}/assessment");
    let first = ann.post(&start, &[]).await.location().to_owned();
    assert_eq!(ann.post(&start, &[]).await.location(), first);
}

#[tokio::test]
async fn somebody_elses_answers_look_like_none() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let assessment = opens_assessment(&ann).await;
    answers_all(&ann, &assessment).await;
    let declare = format!("{assessment}/declare");
    let declared = [("name", "Ann"), ("role", "Manager"), ("agree", "yes")];
    let nothing = "00000000-0000-4000-8000-000000000000";
    let parts = ["", "/questions/evacuation.procedure", "/check", "/readiness", "/declare"];
    for part in parts {
        let theirs = bob.get(&format!("{assessment}{part}")).await.is(404);
        let missing = bob.get(&format!("/assessments/{nothing}{part}")).await;
        assert_eq!(theirs.shape(), missing.shape(), "{part}");
    }
    let sent = ann.fills_in(&declare, &declared).await.location().to_owned();
    for part in ["", "/withdraw"] {
        let theirs = bob.get(&format!("{sent}{part}")).await.is(404);
        let missing = bob.get(&format!("/submissions/{nothing}{part}")).await;
        assert_eq!(theirs.shape(), missing.shape(), "{part}");
    }
    let question = format!("{assessment}/questions/evacuation.procedure");
    bob.post(&question, &[("seen", "1"), ("answer", "no")]).await.is(404);
    bob.post(&format!("{sent}/withdraw"), &[]).await.is(404);
    let once = [("name", "B"), ("role", "B"), ("agree", "yes"), ("once", nothing)];
    bob.post(&declare, &once).await.is(404);
    ann.get(&sent).await.shows("waiting for an adviser");
    ann.get(&format!("{assessment}/questions/no.such")).await.is(404);
    ann.get(&format!("{assessment}/questions/nonsense")).await.is(404);
}

#[tokio::test]
async fn pages_ask_few_questions_and_write_nothing() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let assessment = opens_assessment(&ann).await;
    answers_all(&ann, &assessment).await;
    let declare = format!("{assessment}/declare");
    let question = procedure(&ann, &assessment).await;
    t.statements.take();
    let parts = ["", "/questions/evacuation.procedure", "/check", "/readiness", "/declare"];
    for part in parts {
        ann.get(&format!("{assessment}{part}")).await.is(200);
        let asked = t.statements.take();
        assert_eq!(asked.len(), 2, "{part}: {asked:#?}");
        assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "{part}: {asked:#?}");
    }
    ann.post(&question, &[("seen", "1"), ("answer", "not-sure")]).await.is(303);
    let asked = t.statements.take();
    assert_eq!(asked.len(), 5, "{asked:#?}");
    let sent = ann.fills_in(&declare, &[("name", "Ann"), ("role", "Manager"), ("agree", "yes")]).await;
    let sent = sent.location().to_owned();
    t.statements.take();
    for (part, most) in [("", 6), ("/withdraw", 5)] {
        ann.get(&format!("{sent}{part}")).await.is(200);
        let asked = t.statements.take();
        assert_eq!(asked.len(), most, "{part}: {asked:#?}");
    }
}

#[tokio::test]
async fn a_larger_number_brings_other_questions_and_keeps_the_answers() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "3", "350").await;
    let assessment = ann.post(&format!("{hall}/assessment"), &[]).await.location().to_owned();
    let changes = format!("{assessment}/changes");
    assert_eq!(ann.get(&changes).await.location(), assessment, "the questions fit");
    let page = procedure(&ann, &assessment).await;
    ann.fills_in(&page, &[("answer", "yes"), ("note", "by both doors")]).await.is(303);

    let number = [
        ("number", "900"),
        ("method", "ticket-cap"),
        ("method_note", "Tickets sold"),
        ("counted_on_day", "1"),
        ("counted_on_month", "2"),
        ("counted_on_year", "2026"),
    ];
    ann.fills_in(&format!("{hall}/number"), &number).await.is(303);
    ann.get(&assessment).await.shows("The questions have changed").shows(&changes);
    ann.get(&format!("{assessment}/check"))
        .await
        .shows("in another tier now")
        .shows(&changes)
        .hides("/declare");
    let offered = ann.get(&changes).await.is(200);
    let offered = offered.shows("Enhanced duty self-assessment").shows("One of your answers stays as it is");
    let offered = offered.shows("Who is your senior individual");
    let (from, to) = (offered.field("from"), offered.field("to"));
    ann.post(&changes, &[("from", &from), ("to", "enhanced 1999-01")]).await.is(400);
    assert_eq!(ann.post(&changes, &[("from", &from), ("to", &from)]).await.location(), changes);
    for click in 1..=2 {
        assert_eq!(
            ann.post(&changes, &[("from", &from), ("to", &to)]).await.location(),
            assessment,
            "{click}"
        );
    }
    ann.get(&assessment).await.shows("Enhanced duty self-assessment").hides("The questions have changed");
    ann.get(&page).await.shows("by both doors");
}

#[tokio::test]
async fn premises_out_of_scope_may_answer_and_send_nothing() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "3", "90").await;
    ann.get(&hall).await.shows("Answer the voluntary questions");
    let assessment = ann.post(&format!("{hall}/assessment"), &[]).await.location().to_owned();
    ann.get(&assessment).await.shows("Voluntary self-check").hides("The questions have changed");
    let check = answers_all(&ann, &assessment).await;
    ann.get(&check).await.shows("nothing to send").hides("/declare");
    assert_eq!(ann.get(&format!("{assessment}/declare")).await.location(), check);
}

#[tokio::test]
async fn readiness_is_told_by_topic_and_a_drill_makes_it_better_founded() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let assessment = ann.post(&format!("{hall}/assessment"), &[]).await.location().to_owned();
    let page = format!("{assessment}/readiness");
    ann.get(&assessment).await.shows(&format!("href=\"{page}\""));
    ann.get(&page)
        .await
        .is(200)
        .shows("<title>Readiness, topic by topic")
        .shows("This is your own account")
        .shows("there is no overall grade")
        .shows("Not known yet")
        .shows("Section 5(3)(c) of the Act")
        .hides("compliant");
    let say = async |question: &str, answer: &str| {
        ann.fills_in(&format!("{assessment}/questions/{question}"), &[("answer", answer)]).await.is(303);
    };
    answers_all(&ann, &assessment).await;
    say("lockdown.procedure", "partly").await;
    say("awareness.tried-out", "no").await;
    ann.get(&page)
        .await
        .shows("Partly in place")
        .shows("of what applies is in place.")
        .shows("Described in your notes. Nothing shows that it has been tried out.")
        .shows(&format!("href=\"{assessment}/questions/lockdown.procedure\""))
        .hides("Tried out on");
    crate::drill::records_drill(&ann, &hall, &[]).await;
    t.statements.take();
    ann.get(&page).await.is(200).shows("Tried out on 3 February 2026.");
    let asked = t.statements.take();
    assert!(asked.len() <= 3, "{asked:#?}");

    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    bob.get(&page).await.is(404);
}

#[tokio::test]
async fn answers_that_do_not_go_together_stand_on_top_of_readiness() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let assessment = opens_assessment(&ann).await;
    let page = format!("{assessment}/readiness");
    ann.get(&page).await.is(200).hides("do not go together");
    answers_all(&ann, &assessment).await;
    let say = async |question: &str, answer: &str| {
        ann.fills_in(&format!("{assessment}/questions/{question}"), &[("answer", answer)]).await.is(303);
    };
    say("lockdown.procedure", "yes").await;
    say("lockdown.doors", "no").await;
    let flagged = ann.get(&page).await.is(200).shows("Answers that do not go together");
    let (from, to) = (flagged.body.find("do not go together"), flagged.body.find("govuk-summary-card"));
    let flagged = &flagged.body[from.unwrap()..to.unwrap()];
    assert!(flagged.contains("staff cannot close and secure the public doors"));
    for question in ["lockdown.procedure", "lockdown.doors"] {
        assert!(flagged.contains(&format!("href=\"{assessment}/questions/{question}\"")), "{flagged}");
    }
    assert_eq!(flagged.matches("href=").count(), 2, "{flagged}");
}
