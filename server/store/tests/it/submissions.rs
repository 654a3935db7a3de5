//! Sending an assessment, and taking it back.

use domain::{
    assessment::AssessmentState,
    policy::act,
    premises::Stage,
    submission::{CaseState, sha256_hex},
};
use store::{PremisesChange, StoreError, SubmitRefused};
use uuid::Uuid;

use crate::{
    both::Fixture,
    on_both,
    venue::{Venue, noted, permit},
};

on_both!(
    missing_answers_stop_it,
    what_was_sent_is_sealed_with_its_wording,
    a_form_sent_twice_makes_one,
    two_forms_at_once_make_one,
    what_was_sent_is_locked_until_taken_back,
    premises_out_of_scope_send_nothing,
    others_reach_nothing,
    statements_are_counted,
);

async fn missing_answers_stop_it(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    let Err(SubmitRefused::Missing(missing)) = venue.submit(id, Uuid::new_v4()).await else { panic!("sent") };
    let assessment = venue.assessment(id).await;
    let open: Vec<_> = assessment.journey().missing().iter().map(|question| question.id.clone()).collect();
    assert_eq!(missing, open);
    assert_eq!(assessment.state, AssessmentState::Open, "the lock was given back");
    assert_eq!(venue.premises().await.stage, Stage::Assessing);
}

async fn what_was_sent_is_sealed_with_its_wording(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    venue.answer_all(id).await;
    let sent = venue.submit(id, Uuid::new_v4()).await.unwrap();
    let submission = venue.submission(sent).await;
    let assessment = venue.assessment(id).await;
    assert_eq!(submission.state, CaseState::Submitted);
    assert_eq!((submission.number, submission.assessment), (1, id));
    assert_eq!(submission.submitted_by, venue.ann.account);
    assert_eq!(submission.snapshot.declaration, venue.declaration());
    assert_eq!(submission.snapshot.answers.len(), assessment.journey().steps().len());
    for (sent, step) in submission.snapshot.answers.iter().zip(assessment.journey().steps()) {
        assert_eq!((&sent.text, sent.answer.as_ref()), (&step.question.text, step.answer));
    }
    let canonical = submission.snapshot.canonical().unwrap();
    assert_eq!(submission.sha256, sha256_hex(canonical.json.as_bytes()));
    assert_eq!(venue.premises().await.stage, Stage::Submitted);
    let see = permit::<act::ViewPremises>(&t.store, &venue.bob.actor, venue.premises).await.unwrap();
    let lines = t.store.submissions_of(&see).await.unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].id, lines[0].reference), (sent, submission.reference));
}

async fn a_form_sent_twice_makes_one(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    venue.answer_all(id).await;
    let once = Uuid::new_v4();
    let submit = permit::<act::Submit>(&t.store, &venue.ann.actor, id).await.unwrap();
    let first = t.store.submit(&submit, once, &venue.declaration()).await.unwrap();
    let second = t.store.submit(&submit, once, &venue.declaration()).await.unwrap();
    assert_eq!(first, second);
    let other = t.store.submit(&submit, Uuid::new_v4(), &venue.declaration()).await;
    assert!(matches!(other, Err(SubmitRefused::Store(StoreError::Closed))));
    let see = permit::<act::ViewAssessment>(&t.store, &venue.ann.actor, id).await.unwrap();
    assert_eq!(t.store.submitted_by_form(&see, once).await.unwrap(), Some(first));
    assert_eq!(t.store.submitted_by_form(&see, Uuid::new_v4()).await.unwrap(), None);
}

async fn two_forms_at_once_make_one(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    venue.answer_all(id).await;
    let once = Uuid::new_v4();
    let submit = permit::<act::Submit>(&t.store, &venue.ann.actor, id).await.unwrap();
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let (venue, submit) = (venue.clone(), submit.clone());
            tokio::spawn(async move { venue.store.submit(&submit, once, &venue.declaration()).await })
        })
        .collect();
    let mut ids = std::collections::BTreeSet::new();
    for task in tasks {
        ids.insert(task.await.unwrap().unwrap());
    }
    assert_eq!(ids.len(), 1);
    let see = permit::<act::ViewPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    assert_eq!(t.store.submissions_of(&see).await.unwrap().len(), 1);
}

async fn what_was_sent_is_locked_until_taken_back(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    venue.answer_all(id).await;
    let edit = permit::<act::EditAnswers>(&t.store, &venue.ann.actor, id).await.unwrap();
    let open = venue.assessment(id).await;
    let question = open.set.sections[0].questions[0].id.clone();
    let first = venue.submit(id, Uuid::new_v4()).await.unwrap();
    let late = t.store.save_answer(&edit, &open, &question, 1, &noted("late")).await;
    assert!(matches!(late, Err(StoreError::Closed)));
    assert!(matches!(
        venue.save(&venue.bob, id, &question, 1, &noted("late")).await,
        Err(StoreError::NotFound)
    ));

    venue.withdraw(first).await.unwrap();
    assert!(matches!(venue.withdraw(first).await, Err(StoreError::NotFound)));
    assert_eq!(venue.submission(first).await.state, CaseState::Withdrawn);
    assert_eq!(venue.assessment(id).await.state, AssessmentState::Open);
    assert_eq!(venue.premises().await.stage, Stage::Assessing);

    venue.save(&venue.bob, id, &question, 1, &noted("in time")).await.unwrap();
    let second = venue.submit(id, Uuid::new_v4()).await.unwrap();
    let (old, new) = (venue.submission(first).await, venue.submission(second).await);
    assert_eq!((old.state, new.state), (CaseState::Superseded, CaseState::Submitted));
    assert_eq!((old.number, new.number), (1, 2));
    let note = |sent: &store::Submission| {
        sent.snapshot.question(&question).unwrap().answer.as_ref().unwrap().note.clone()
    };
    assert_eq!((note(&old), note(&new)), ("a canary note".to_owned(), "in time".to_owned()));
}

async fn premises_out_of_scope_send_nothing(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    venue.answer_all(id).await;
    venue.change(3, PremisesChange::Number(None)).await;
    assert!(matches!(venue.submit(id, Uuid::new_v4()).await, Err(SubmitRefused::OutOfScope)));
    assert_eq!(venue.assessment(id).await.state, AssessmentState::Open);
}

async fn others_reach_nothing(t: Fixture) {
    use domain::{
        ids::OrganisationId,
        policy::{Actor, Grant},
    };
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    venue.answer_all(id).await;
    let sent = venue.submit(id, Uuid::new_v4()).await.unwrap();
    let grants = [
        Grant::Operator(Some(OrganisationId(Uuid::new_v4()))),
        Grant::Operator(None),
        Grant::Ctsa("west-midlands".parse().unwrap()),
        Grant::Administrator,
        Grant::Council("E08000025".parse().unwrap()),
    ];
    for grant in grants {
        let other = Actor::Person { account: venue.bob.account, grants: vec![grant] };
        assert!(permit::<act::ViewAssessment>(&t.store, &other, id).await.is_err());
        assert!(permit::<act::EditAnswers>(&t.store, &other, id).await.is_err());
        assert!(permit::<act::ViewSubmission>(&t.store, &other, sent).await.is_err());
        assert!(permit::<act::WithdrawSubmission>(&t.store, &other, sent).await.is_err());
    }
}

async fn statements_are_counted(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    venue.answer_all(id).await;
    let (watched, statements) = t.store.clone().watched();
    let submit = permit::<act::Submit>(&t.store, &venue.ann.actor, id).await.unwrap();
    // The region's key is made by the first submission.
    let first = watched.submit(&submit, Uuid::new_v4(), &venue.declaration()).await.unwrap();
    let withdraw = permit::<act::WithdrawSubmission>(&t.store, &venue.ann.actor, first).await.unwrap();
    statements.take();
    watched.withdraw(&withdraw).await.unwrap();
    let asked = statements.take();
    assert_eq!(asked.len(), 6, "withdrawing: {asked:#?}");
    let second = watched.submit(&submit, Uuid::new_v4(), &venue.declaration()).await.unwrap();
    let asked = statements.take();
    assert_eq!(asked.len(), 10, "submitting again: {asked:#?}");
    let see = permit::<act::ViewSubmission>(&t.store, &venue.ann.actor, second).await.unwrap();
    watched.submission(&see).await.unwrap();
    assert_eq!(statements.take().len(), 1);
}

/// What a thief of the database's files could read.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_answered_is_in_the_files() {
    let t = Fixture::sqlite().await;
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    venue.answer_all(id).await;
    let sent = venue.submit(id, Uuid::new_v4()).await.unwrap();
    assert!(format!("{:?}", venue.submission(sent).await.snapshot).contains("canary"));
    let (mut files, mut bytes) = (0, 0);
    for file in std::fs::read_dir(t.database.folder.path()).unwrap() {
        let content = std::fs::read(file.unwrap().path()).unwrap();
        (files, bytes) = (files + 1, bytes + content.len());
        let text = content.to_ascii_lowercase();
        for canary in ["canary", "ann example", "general manager"] {
            assert!(!text.windows(canary.len()).any(|window| window == canary.as_bytes()), "{canary}");
        }
    }
    assert!(files >= 3 && bytes > 100_000, "{files} files, {bytes} bytes");
}
