//! Opening an assessment and saving answers.

use domain::{assessment::AssessmentState, policy::act, premises::Stage};
use store::{AnswerSaved, PremisesChange, StoreError};

use crate::{
    both::Fixture,
    on_both,
    venue::{Venue, noted, permit},
};

on_both!(
    premises_have_one_assessment,
    premises_that_left_the_scope_start_none,
    a_save_is_read_back_with_who_and_when,
    a_second_save_shows_both_answers,
    a_question_of_no_edition_is_refused,
    statements_are_counted,
);

async fn premises_have_one_assessment(t: Fixture) {
    let venue = Venue::new(&t).await;
    assert_eq!(venue.premises().await.stage, Stage::Registered);
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let venue = venue.clone();
            tokio::spawn(async move { venue.start().await })
        })
        .collect();
    let mut ids = std::collections::BTreeSet::new();
    for task in tasks {
        ids.insert(task.await.unwrap());
    }
    assert_eq!(ids.len(), 1);
    let assessment = venue.assessment(*ids.first().unwrap()).await;
    assert_eq!(assessment.state, AssessmentState::Open);
    assert_eq!((assessment.set.id.as_str(), assessment.premises), ("standard", venue.premises));
    assert_eq!(assessment.organisation, venue.organisation);
    assert!(assessment.saves.is_empty() && assessment.reopened.is_empty());
    assert_eq!(venue.premises().await.stage, Stage::Assessing);
    let see = permit::<act::ViewPremises>(&t.store, &venue.bob.actor, venue.premises).await.unwrap();
    assert_eq!(t.store.assessment_of(&see).await.unwrap().unwrap().id, assessment.id);
}

async fn premises_that_left_the_scope_start_none(t: Fixture) {
    let venue = Venue::new(&t).await;
    let start = permit::<act::StartAssessment>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    venue.change(3, PremisesChange::Number(None)).await;
    assert!(matches!(t.store.start_assessment(&start).await, Err(StoreError::Closed)));
    let again = permit::<act::StartAssessment>(&t.store, &venue.ann.actor, venue.premises).await;
    assert!(matches!(again, Err(StoreError::NotFound)));
}

async fn a_save_is_read_back_with_who_and_when(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    let question = &venue.assessment(id).await.set.sections[0].questions[0].id.clone();
    let before = t.clock.now();
    let saved = venue.save(&venue.bob, id, question, 0, &noted("one")).await.unwrap();
    assert!(matches!(saved, AnswerSaved::Saved { version: 1 }));
    let saved = venue.save(&venue.bob, id, question, 1, &noted("two")).await.unwrap();
    assert!(matches!(saved, AnswerSaved::Saved { version: 2 }));
    let assessment = venue.assessment(id).await;
    assert_eq!(assessment.answers.get(question), Some(&noted("two")));
    let save = &assessment.saves[question];
    assert_eq!((save.version, save.account, save.by.as_str()), (2, venue.bob.account, "Bob"));
    assert!(save.at >= before && save.at <= t.clock.now());
    assert_eq!(assessment.seen(question), 2);
}

async fn a_second_save_shows_both_answers(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    let question = &venue.assessment(id).await.set.sections[0].questions[0].id.clone();
    venue.save(&venue.ann, id, question, 0, &noted("Ann's")).await.unwrap();
    for seen in [0, 2, 7, u32::MAX] {
        let AnswerSaved::Conflict(other) =
            venue.save(&venue.bob, id, question, seen, &noted("Bob's")).await.unwrap()
        else {
            panic!("overwritten")
        };
        assert_eq!(other.answer, noted("Ann's"));
        assert_eq!((other.save.version, other.save.by.as_str()), (1, "Ann"));
    }
    assert_eq!(venue.assessment(id).await.answers.get(question), Some(&noted("Ann's")));
    let same = venue.save(&venue.bob, id, question, 0, &noted("Ann's")).await.unwrap();
    assert!(matches!(same, AnswerSaved::Saved { version: 1 }), "the same answer is no conflict");
    let settled = venue.save(&venue.bob, id, question, 1, &noted("both")).await.unwrap();
    assert!(matches!(settled, AnswerSaved::Saved { version: 2 }));
}

async fn a_question_of_no_edition_is_refused(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    let made_up = "made.up".parse().unwrap();
    let saved = venue.save(&venue.ann, id, &made_up, 0, &noted("")).await;
    assert!(matches!(saved, Err(StoreError::Closed)));
    assert!(venue.assessment(id).await.saves.is_empty());
}

async fn statements_are_counted(t: Fixture) {
    let mut venue = Venue::new(&t).await;
    let id = venue.start().await;
    let question = venue.assessment(id).await.set.sections[0].questions[0].id.clone();
    venue.save(&venue.ann, id, &question, 0, &noted("one")).await.unwrap();
    let edit = permit::<act::EditAnswers>(&t.store, &venue.ann.actor, id).await.unwrap();
    let see = permit::<act::ViewAssessment>(&t.store, &venue.ann.actor, id).await.unwrap();

    let (watched, statements) = t.store.clone().watched();
    venue.store = watched.clone();
    watched.assessment(&see).await.unwrap();
    assert_eq!(statements.take().len(), 2, "reading");
    watched.save_answer(&edit, &question, 1, &noted("two")).await.unwrap();
    let asked = statements.take();
    assert_eq!(asked.len(), 4, "saving: {asked:#?}");
    watched.save_answer(&edit, &question, 1, &noted("three")).await.unwrap();
    let asked = statements.take();
    assert_eq!(asked.len(), 4, "a conflict: {asked:#?}");
    venue.start().await;
    assert_eq!(statements.take().len(), 2, "the facts, and the one there is");
}
