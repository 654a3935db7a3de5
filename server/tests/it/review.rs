//! The CTSA's desk through the pages, and what the operator sees of it.

use domain::{
    assessment::{Answer, Value},
    content::AnswerKind,
    ids::{AssessmentId, PremisesId, SubmissionId},
    policy::{Act, Actor, Facts, Grant, Permit, act, decide},
    submission::Declaration,
};
use store::{CaseAnswer, Store, Subject};
use uuid::Uuid;

use crate::{
    competent_person::{CAUTION, adds_record},
    people::{PASSWORD, TestApp, Visitor},
    premises::registers_premises,
};

async fn permit<A: Act>(store: &Store, actor: &Actor, target: A::Target) -> Permit<A>
where
    A::Target: Subject,
{
    let facts = target.facts(store).await.unwrap();
    decide::<A>(actor, target, &facts).unwrap()
}

/// What Ann sent, and where it lies on the desk.
struct Sent {
    ann: Visitor,
    hall: String,
    actor: Actor,
    assessment: AssessmentId,
    submission: SubmissionId,
    case: String,
    question: String,
}

/// Ann answers all questions about Old Hall; whether she sends them is for the caller.
async fn answers(t: &TestApp, name: &str) -> (Visitor, String, Actor, AssessmentId) {
    let ann = t.operator_of(name, "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let premises: PremisesId = hall.trim_start_matches("/premises/").parse().unwrap();
    let sign_in = decide(&Actor::Anonymous, (), &Facts::default()).unwrap();
    let email = format!("{}@example.org", name.to_lowercase()).parse().unwrap();
    let account = t.store.sign_in(&sign_in, &email, PASSWORD, "127.0.0.1").await.unwrap();
    let organisation = premises.facts(&t.store).await.unwrap().organisation;
    let actor = Actor::Person { account, grants: vec![Grant::Operator(organisation)] };
    let start = permit::<act::StartAssessment>(&t.store, &actor, premises).await;
    let id = t.store.start_assessment(&start).await.unwrap();
    let edit = permit::<act::EditAnswers>(&t.store, &actor, id).await;
    loop {
        let assessment = t.store.assessment(&edit).await.unwrap();
        let Some(question) = assessment.journey().first_unanswered() else { break };
        let value = match &question.answer {
            AnswerKind::Procedure | AnswerKind::YesNo => Value::Partly,
            AnswerKind::Choice { options } => Value::Option { id: options[0].id.clone() },
            AnswerKind::Text { .. } => Value::Text { text: "In our words".into() },
            AnswerKind::DateOrNone => Value::NoDate,
            AnswerKind::Person => Value::Person { name: "Pat".into(), role: "Manager".into() },
            AnswerKind::Number { .. } => Value::NotSure,
            AnswerKind::Decision => Value::NoDecision,
        };
        let value =
            if value == Value::Partly && question.answer == AnswerKind::YesNo { Value::No } else { value };
        let answer = Answer { value, note: String::new() };
        t.store.save_answer(&edit, &assessment, &question.id, 0, &answer).await.unwrap();
    }
    (ann, hall, actor, id)
}

async fn sends(t: &TestApp, name: &str) -> Sent {
    let (ann, hall, actor, assessment) = answers(t, name).await;
    let submit = permit::<act::Submit>(&t.store, &actor, assessment).await;
    let on = t.clock.today();
    let declaration = Declaration { name: "Ann Lee".into(), role: "Trustee".into(), on };
    let submission = t.store.submit(&submit, Uuid::new_v4(), &declaration).await.unwrap();
    let view = permit::<act::ViewSubmission>(&t.store, &actor, submission).await;
    let sent = t.store.submission(&view).await.unwrap();
    let question = sent.snapshot.answers[0].question.to_string();
    Sent { ann, hall, actor, assessment, submission, case: format!("/cases/{}", sent.case), question }
}

pub const AUTHORITY: [(&str, &str); 5] = [
    ("how", "switchboard"),
    ("on_day", "1"),
    ("on_month", "11"),
    ("on_year", "2026"),
    ("note", "Spoke to the office"),
];

impl Sent {
    async fn told(&self, t: &TestApp) -> Option<store::Said> {
        let view = permit::<act::ViewSubmission>(&t.store, &self.actor, self.submission).await;
        t.store.adviser_said(&view).await.unwrap()
    }

    fn part(&self, part: &str) -> String {
        format!("{}/{part}", self.case)
    }

    fn comment(&self) -> String {
        self.part(&format!("comments/{}", self.question))
    }
}

#[tokio::test]
async fn nothing_is_in_the_queue_before_it_is_sent() {
    let t = TestApp::start().await;
    let cas = t.ctsa("Cas", "west-midlands").await;
    let (_, hall, ..) = answers(&t, "Ann").await;
    cas.get("/queue").await.is(200).shows("Nothing waits for an adviser.").hides("Old Hall");
    cas.get("/queue?tier=enhanced").await.is(200).shows("Nothing here matches.");
    cas.get(&hall).await.is(404);
}

#[tokio::test]
async fn a_ctsa_takes_a_case_to_its_return() {
    let t = TestApp::start().await;
    let cas = t.ctsa("Cas", "west-midlands").await;
    let sent = sends(&t, "Ann").await;
    cas.get("/queue").await.is(200).shows("Old Hall, Birmingham").shows(&sent.case).shows("Submitted");
    cas.get("/queue?tier=enhanced").await.is(200).hides("Old Hall");
    cas.get("/queue?use=6&council=E08000025&sort=newest&state=all").await.is(200).shows("Old Hall");
    cas.get("/queue?after=nonsense&state=nonsense").await.is(200).shows("Old Hall");
    cas.get(&sent.case)
        .await
        .is(200)
        .shows("<title>Case – ")
        .shows("Unverified claim")
        .shows("is the regulator")
        .shows("Ann Lee, Trustee")
        .shows("1 High Street, Birmingham, B1 1BB");
    cas.post(&sent.comment(), &[("comment", "x"), ("once", &Uuid::new_v4().to_string())]).await.is(409);
    cas.post(&sent.part("review"), &[]).await.is(303);
    cas.get(&sent.case).await.shows("In review").shows("You took this case up").hides("Record advice");
    cas.fills_in(&sent.comment(), &[("comment", "")]).await.shows_invalid("comment", "Enter a comment");
    let typed = [("comment", "Which <doors>?")];
    cas.fills_in(&sent.comment(), &typed).await.is(303);
    cas.get(&sent.case).await.shows("Which &lt;doors&gt;?").shows("Not visible to the operator yet");

    // The gate.
    for part in ["return", "advice"] {
        cas.get(&sent.part(part))
            .await
            .is(409)
            .shows("This cannot be done now")
            .shows("confirm authority before you return it or record advice");
    }
    cas.post(&sent.part("advice"), &[("advice", "x"), ("version", "2")]).await.is(409);
    assert!(sent.told(&t).await.is_none());
    let page = format!("/submissions/{}", sent.submission);
    sent.ann.get(&page).await.is(200).hides("Which").hides("From a CTSA");
    cas.fills_in(&sent.part("authority"), &[])
        .await
        .shows_invalid("how", "Choose how authority was confirmed");
    cas.fills_in(&sent.part("authority"), &AUTHORITY).await.is(303);
    cas.get(&sent.case)
        .await
        .hides("Unverified claim")
        .shows("Called the switchboard on a number found independently")
        .shows("1 November 2026")
        .shows("Record advice");

    let form = sent.part("return");
    let reason = format!("reason-{}", sent.question);
    cas.fills_in(&form, &[("message", "Please look again")])
        .await
        .shows_invalid("question", "Choose at least one question")
        .shows("Please look again");
    // First the questions are chosen, all of them on the page; then reasons are asked for those alone.
    let chosen = [("question", sent.question.as_str()), ("step", "explain")];
    cas.get(&form).await.is(200).hides("<textarea");
    let explain = cas.fills_in(&form, &chosen).await.is(200).shows(&format!("name=\"{reason}\""));
    assert_eq!(explain.body.matches("<textarea").count(), 2, "one reason and the message");
    let again = [chosen[0], ("step", "choose"), ("message", "Not lost"), (&reason, "Nor this")];
    let again = cas.fills_in(&form, &again).await.is(200).shows("checked").hides("<textarea");
    assert_eq!((again.field("message"), again.field(&reason)), ("Not lost".into(), "Nor this".into()));
    cas.fills_in(&form, &[("step", "explain")])
        .await
        .shows_invalid("question", "Choose at least one question");
    cas.fills_in(&form, &[("message", "m"), ("question", &sent.question)])
        .await
        .shows_invalid(&reason, "Enter why this question is open again");
    let whole =
        [("message", "Please look again"), ("question", sent.question.as_str()), (&reason, "Too short")];
    cas.post(&form, &[whole[0], whole[1], whole[2], ("version", "1")]).await.is(409);
    cas.fills_in(&form, &whole).await.is(303);
    cas.get(&sent.case).await.shows("Returned with questions").shows("Please look again").shows("Too short");
    cas.post(&form, &whole).await.is(409);

    sent.ann
        .get(&page)
        .await
        .is(200)
        .shows("Returned with questions")
        .shows("Please look again")
        .shows("Too short")
        .shows("Which &lt;doors&gt;?")
        .shows("From a CTSA of West Midlands, ")
        .shows("Old Hall")
        .shows(&format!("href=\"/assessments/{}/questions/{}\"", sent.assessment, sent.question))
        .shows("Answer the questions that are open again")
        .hides("Cas");
    let told = sent.told(&t).await.unwrap();
    assert!(
        matches!(told.answer.unwrap().answer, CaseAnswer::Returned { message } if message == "Please look again")
    );
    assert_eq!(told.comments[0].text, "Which <doors>?");
    let view = permit::<act::ViewAssessment>(&t.store, &sent.actor, sent.assessment).await;
    let assessment = t.store.assessment(&view).await.unwrap();
    assert_eq!(assessment.reopened.len(), 1);
    let question = format!("/assessments/{}/questions/{}", sent.assessment, sent.question);
    t.statements.take();
    let seen = sent.ann.get(&question).await.is(200).shows("Too short").field("seen");
    assert_eq!(t.statements.take().len(), 2, "the page of a question that was named");
    sent.ann.post(&question, &[("seen", &seen), ("name", "Pat"), ("role", "Owner")]).await.is(303);
    let asked = t.statements.take();
    assert_eq!(asked.len(), 5, "{asked:#?}");
    sent.ann.get(&sent.hall).await.is(200).shows("Returned to you");
}

#[tokio::test]
async fn advice_is_recorded_and_answered_once() {
    let t = TestApp::start().await;
    let cas = t.ctsa("Cas", "west-midlands").await;
    let dot = t.ctsa("Dot", "west-midlands").await;
    let sent = sends(&t, "Ann").await;
    cas.post(&sent.part("review"), &[]).await.is(303);
    cas.post(&sent.part("review"), &[]).await.is(303);
    dot.post(&sent.part("review"), &[]).await.is(409);
    dot.get(&sent.case).await.is(200).shows("Another adviser took this case up");
    dot.fills_in(&sent.part("authority"), &AUTHORITY).await.is(303);
    let form = sent.part("advice");
    cas.get(&form).await.is(200).shows("is the regulator").shows("Do not enter intelligence");
    cas.fills_in(&form, &[("advice", " ")]).await.shows_invalid("advice", "Enter your advice");
    cas.fills_in(&form, &[("advice", "Walk the building with staff.")]).await.is(303);
    cas.get(&sent.case).await.shows("Walk the building with staff.").shows("From a CTSA of West Midlands");
    cas.get("/queue").await.hides("Old Hall");
    cas.get("/queue?state=advice-recorded").await.shows("Old Hall");
    sent.ann.get(&sent.hall).await.shows("Advice given");
    let page = format!("/submissions/{}", sent.submission);
    let page = sent.ann.get(&page).await.is(200).shows("Walk the building with staff.");
    page.shows("govuk-heading-l\">Advice given").hides("Answers sent");
}

#[tokio::test]
async fn a_case_says_that_the_premises_were_changed_after_sending() {
    let t = TestApp::start().await;
    let cas = t.ctsa("Cas", "west-midlands").await;
    let sent = sends(&t, "Ann").await;
    cas.get(&sent.case).await.is(200).hides("The operator changed facts");
    // A new Competent Person record is no changed fact.
    adds_record(&sent.ann, &sent.hall).await;
    cas.get(&sent.case).await.is(200).hides("The operator changed facts");
    t.wait(chrono::TimeDelta::days(1));
    let ann = sent.ann.signs_in("Ann").await;
    let excluded = [("exclusion", "none"), ("part_of", "not-sure")];
    ann.fills_in(&format!("{}/exclusions", sent.hall), &excluded).await.is(303);
    let cas = cas.signs_in("Cas").await;
    cas.get(&sent.case).await.is(200).shows("The operator changed facts about these premises on ");
}

#[tokio::test]
async fn authority_is_confirmed_again_and_taken_back() {
    let t = TestApp::start().await;
    let (cas, dot) = (t.ctsa("Cas", "west-midlands").await, t.ctsa("Dot", "west-midlands").await);
    let sent = sends(&t, "Ann").await;
    let (form, revoke) = (sent.part("authority"), sent.part("authority/revoke"));
    cas.post(&sent.part("review"), &[]).await.is(303);
    cas.get(&revoke).await.is(409);
    cas.fills_in(&form, &AUTHORITY).await.is(303);
    cas.get(&sent.case).await.shows("Confirm authority again").shows("take the confirmation back");

    // Dot opened the form before Cas confirmed again: nothing is overwritten.
    let late = dot.get(&form).await.is(200).shows("It was confirmed before").field("seen");
    let mut again = AUTHORITY.to_vec();
    again[4] = ("note", "Met the trustees");
    cas.fills_in(&form, &again).await.is(303);
    cas.get(&sent.case).await.shows("Met the trustees").hides("Spoke to the office");
    again[4] = ("note", "Too late");
    again.push(("seen", &late));
    dot.post(&form, &again).await.is(409).shows("Nothing was overwritten");
    dot.post(&revoke, &[("seen", &late)]).await.is(409);
    cas.get(&sent.case).await.shows("Met the trustees").shows("Record advice");

    dot.get(&revoke).await.is(200).shows("Met the trustees");
    dot.fills_in(&revoke, &[]).await.is(303);
    cas.get(&sent.case).await.shows("Unverified claim").hides("Record advice").hides("Met the trustees");
    cas.post(&sent.part("advice"), &[("advice", "x"), ("version", "2")]).await.is(409);
    cas.fills_in(&form, &AUTHORITY).await.is(303);
    cas.get(&sent.case).await.shows("Spoke to the office").shows("Record advice");
}

#[tokio::test]
async fn a_case_elsewhere_looks_like_none() {
    let t = TestApp::start().await;
    let sent = sends(&t, "Ann").await;
    let record = adds_record(&sent.ann, &sent.hall).await;
    let cyn = t.ctsa("Cyn", "north-west").await;
    cyn.get("/queue?state=all").await.is(200).hides("Old Hall");
    let nowhere = "/cases/00000000-0000-4000-8000-000000000000";
    let comments = format!("/comments/{}", sent.question);
    for part in ["", "/authority", "/authority/revoke", "/return", "/advice", comments.as_str()] {
        let theirs = cyn.get(&format!("{}{part}", sent.case)).await.is(404);
        assert_eq!(theirs.shape(), cyn.get(&format!("{nowhere}{part}")).await.shape(), "{part}");
    }
    for part in ["/review", "/authority", "/advice", "/return", comments.as_str()] {
        let theirs = cyn.post(&format!("{}{part}", sent.case), &[]).await.is(404);
        assert_eq!(theirs.shape(), cyn.post(&format!("{nowhere}{part}"), &[]).await.shape(), "{part}");
    }
    let person = "/competent-persons/00000000-0000-4000-8000-000000000000/check";
    assert_eq!(cyn.get(&format!("{record}/check")).await.is(404).shape(), cyn.get(person).await.shape());
    sent.ann.get(&sent.case).await.is(404);
    sent.ann.get("/queue").await.is(404);
}

#[tokio::test]
async fn a_ctsa_marks_a_record_and_the_operator_is_told_in_time() {
    let t = TestApp::start().await;
    let cas = t.ctsa("Cas", "west-midlands").await;
    let sent = sends(&t, "Ann").await;
    let record = adds_record(&sent.ann, &sent.hall).await;
    let check = format!("{record}/check");
    cas.get(&sent.case).await.shows("Carol Canary").shows("Not checked by a CTSA").shows(&check);
    cas.get(&check).await.is(200).shows("CTPSaP, level 3").shows(CAUTION);
    cas.fills_in(&check, &[]).await.shows_invalid("seen", "Say whether you have seen it");
    cas.fills_in(&check, &[("seen", "yes")]).await.shows_invalid("how", "Choose how you saw it");
    let seen = [
        ("seen", "yes"),
        ("how", "awarding-body"),
        ("on_day", "2"),
        ("on_month", "11"),
        ("on_year", "2026"),
        ("note", "By telephone"),
    ];
    cas.fills_in(&check, &seen).await.is(303);
    cas.get(&sent.case).await.shows("on 2 November 2026: asked the awarding body");
    sent.ann.get(&record).await.shows("Not checked by a CTSA").hides("By telephone");
    cas.fills_in(&sent.part("authority"), &AUTHORITY).await.is(303);
    sent.ann
        .get(&record)
        .await
        .shows("Seen outside this service by a CTSA of West Midlands on 2 November 2026")
        .shows("By telephone");
    sent.ann.get("/competent-persons").await.shows("Seen outside this service");
    sent.ann.get(&sent.hall).await.shows("Carol Canary").shows("Seen outside this service");
}

#[tokio::test]
async fn the_desk_costs_few_statements() {
    let t = TestApp::start().await;
    let cas = t.ctsa("Cas", "west-midlands").await;
    let sent = sends(&t, "Ann").await;
    cas.post(&sent.part("review"), &[]).await.is(303);
    cas.get("/queue").await.is(200);
    t.statements.take();
    for (path, most) in
        [("/queue".to_owned(), 2), (sent.case.clone(), 11), (sent.comment(), 3), (sent.part("authority"), 5)]
    {
        cas.get(&path).await.is(200);
        let asked = t.statements.take();
        assert!(asked.len() <= most, "{path}: {asked:#?}");
        assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "{path}: {asked:#?}");
    }
}
