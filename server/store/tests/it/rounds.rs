//! From a return to the next submission, and what else may happen at that moment.

use domain::{assessment::AssessmentState, content::QuestionId, review::Return, submission::CaseState};
use store::{StoreError, SubmitRefused};
use uuid::Uuid;

use crate::{
    both::Fixture,
    desk::Desk,
    on_both,
    venue::{answer, noted, permit},
};

/// Rounds of the race on each database.
const ROUNDS: u32 = 100;

on_both!(
    a_return_opens_the_named_questions_and_the_next_submission_shuts_them,
    a_return_a_withdrawal_advice_and_submissions_at_once_do_not_wait_for_each_other,
);

async fn a_return_opens_the_named_questions_and_the_next_submission_shuts_them(t: Fixture) {
    let desk = Desk::new(&t).await;
    let id = desk.venue.start().await;
    desk.takes_up(&desk.carol).await.unwrap();
    desk.confirms(&desk.carol).await.unwrap();
    let named: QuestionId = "sharing.shared".parse().unwrap();
    let may = permit::<domain::policy::act::ReturnCase>(&t.store, &desk.carol, desk.case).await.unwrap();
    let said = Return { questions: vec![(named.clone(), "canary reason".into())], message: "m".into() };
    t.store.return_case(&may, 2, &said).await.unwrap();

    let assessment = desk.venue.assessment(id).await;
    assert_eq!(assessment.state, AssessmentState::Returned);
    let (mut opened, mut shut) = (Vec::new(), 0);
    for (_, question) in assessment.set.questions() {
        let seen = assessment.seen(&question.id);
        let given = assessment.answers.get(&question.id).cloned().unwrap_or_else(|| answer(&question.answer));
        match desk.venue.save(&desk.venue.ann, id, &question.id, seen, &given).await {
            Ok(_) => opened.push(question.id.as_str()),
            Err(StoreError::Closed) => shut += 1,
            Err(other) => panic!("{}: {other}", question.id),
        }
    }
    assert_eq!(opened, ["sharing.shared", "sharing.who", "sharing.coordinate"]);
    assert_eq!(shut, assessment.set.questions().count() - opened.len());

    desk.venue.answer_all(id).await;
    let again = desk.venue.submit(id, Uuid::new_v4()).await.unwrap();
    let (first, second) = (desk.venue.submission(desk.sent).await, desk.venue.submission(again).await);
    assert_eq!((first.number, second.number), (1, 2));
    assert_eq!((first.state, second.state), (CaseState::Superseded, CaseState::Submitted));
    let assessment = desk.venue.assessment(id).await;
    assert_eq!(assessment.state, AssessmentState::Submitted);
    for (_, question) in assessment.set.questions() {
        assert!(!assessment.may_answer(&question.id), "{}", question.id);
        let seen = assessment.seen(&question.id);
        let late = desk.venue.save(&desk.venue.ann, id, &question.id, seen, &noted("late")).await;
        assert!(matches!(late, Err(StoreError::Closed | StoreError::NotFound)), "{}: {late:?}", question.id);
    }

    // What was named before is named no more: taken back, everything is open; no reason is left over.
    desk.venue.withdraw(again).await.unwrap();
    let assessment = desk.venue.assessment(id).await;
    assert_eq!((assessment.state, assessment.reopened.len()), (AssessmentState::Open, 0));
}

/// All of them take the assessment and its case. Taken in another order by one of them, PostgreSQL
/// would find them waiting for each other, which is a fault.
async fn a_return_a_withdrawal_advice_and_submissions_at_once_do_not_wait_for_each_other(t: Fixture) {
    let mut desk = Desk::new(&t).await;
    let id = desk.venue.start().await;
    desk.confirms(&desk.carol).await.unwrap();
    let (mut won, mut sent_again) = ([0; 3], 0);
    for round in 0..ROUNDS {
        desk.takes_up(&desk.carol).await.unwrap();
        let submits = || async {
            match desk.venue.submit(id, Uuid::new_v4()).await {
                Ok(sent) => Some(sent),
                Err(SubmitRefused::Store(
                    StoreError::Closed | StoreError::Conflict | StoreError::NotFound,
                )) => None,
                Err(other) => panic!("round {round}: submission: {other}"),
            }
        };
        let went = |what: &str, result: Result<(), StoreError>| match result {
            Ok(()) => true,
            Err(StoreError::Closed | StoreError::Conflict | StoreError::NotFound) => false,
            Err(other) => panic!("round {round}: {what}: {other}"),
        };
        let (returned, withdrawn, advised, other) = tokio::join!(
            async {
                let went = went("return", desk.returns(&desk.carol, 2).await);
                (went, submits().await)
            },
            async { went("withdrawal", desk.venue.withdraw(desk.sent).await) },
            async { went("advice", desk.advises(&desk.dan, 2).await) },
            submits(),
        );
        let steps = [returned.0, withdrawn, advised];
        let sent: Vec<_> = returned.1.into_iter().chain(other).collect();
        assert!(sent.len() <= 1, "round {round}: {sent:?}");
        println!("{round}: {steps:?} {sent:?}");
        for (count, step) in won.iter_mut().zip(steps) {
            *count += u32::from(step);
        }
        sent_again += sent.len();
        let next = match sent.first() {
            Some(sent) => *sent,
            None => desk.venue.submit(id, Uuid::new_v4()).await.unwrap(),
        };
        assert_eq!(desk.venue.submission(desk.sent).await.state, CaseState::Superseded, "round {round}");
        let sent = desk.venue.submission(next).await;
        assert_eq!((sent.number, sent.state), (round + 2, CaseState::Submitted));
        (desk.sent, desk.case) = (next, sent.case);
    }
    println!("{won:?} won, {sent_again} sent again at once");
}
