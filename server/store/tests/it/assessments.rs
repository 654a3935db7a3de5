//! Opening an assessment and saving answers.

use domain::{
    assessment::AssessmentState, content::QuestionId, policy::act, premises::Stage,
    scope::head_count::HeadCount,
};
use store::{AnswerSaved, PremisesChange, StoreError};

use crate::{
    both::Fixture,
    on_both,
    venue::{Venue, noted, permit},
};

on_both!(
    premises_have_one_assessment,
    premises_are_asked_by_their_tier,
    answers_go_on_into_the_questions_of_another_tier,
    a_changed_question_is_asked_again_with_the_old_answer_kept,
    an_answer_to_questions_that_are_asked_no_more_is_refused,
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
    assert_eq!((assessment.set.id.as_str(), assessment.of), ("standard", venue.premises.into()));
    assert_eq!(assessment.organisation, venue.organisation);
    assert!(assessment.versions.is_empty() && assessment.reopened.is_empty());
    assert_eq!(venue.premises().await.stage, Stage::Assessing);
    let see = permit::<act::ViewPremises>(&t.store, &venue.bob.actor, venue.premises).await.unwrap();
    assert_eq!(t.store.assessment_of(&see).await.unwrap().unwrap().id, assessment.id);
}

fn number(t: &Fixture, people: u32) -> HeadCount {
    let today = t.clock.today();
    HeadCount::new(people, "ticket-cap", "", today, today).unwrap()
}

async fn premises_are_asked_by_their_tier(t: Fixture) {
    let venue = Venue::new(&t).await;
    for (people, set, stage) in [
        (None, "voluntary", Stage::Registered),
        (Some(350), "standard", Stage::Assessing),
        (Some(900), "enhanced", Stage::Assessing),
    ] {
        let venue = venue.with_other_premises().await;
        venue.change(3, PremisesChange::Number(people.map(|people| number(&t, people)))).await;
        let assessment = venue.assessment(venue.start().await).await;
        assert_eq!((assessment.set.id.as_str(), venue.premises().await.stage), (set, stage));
        assert_eq!(assessment.other_questions(), None);
    }
}

async fn answers_go_on_into_the_questions_of_another_tier(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    let question: QuestionId = "lockdown.procedure".parse().unwrap();
    venue.save(&venue.ann, id, &question, 0, &noted("stays")).await.unwrap();
    venue.change(3, PremisesChange::Number(Some(number(&t, 900)))).await;
    let before = venue.assessment(id).await;
    let enhanced = before.other_questions().unwrap();
    assert!(before.for_another_tier() && enhanced.id == "enhanced");
    let edit = permit::<act::EditAnswers>(&t.store, &venue.bob.actor, id).await.unwrap();
    t.store.move_assessment(&edit, before.set, enhanced).await.unwrap();
    t.store.move_assessment(&edit, before.set, enhanced).await.expect("the second click does nothing");
    let after = venue.assessment(id).await;
    assert_eq!((after.set.id.as_str(), after.other_questions()), ("enhanced", None));
    assert_eq!(after.answers.get(&question), Some(&noted("stays")));
    assert!(after.earlier.is_empty() && !after.for_another_tier());
}

async fn a_changed_question_is_asked_again_with_the_old_answer_kept(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    let library = domain::content::library().unwrap();
    let (old, new) = (library.edition("standard", "2026-11").unwrap(), library.newest("standard").unwrap());
    let edit = permit::<act::EditAnswers>(&t.store, &venue.ann.actor, id).await.unwrap();
    t.store.move_assessment(&edit, new, old).await.unwrap();
    let (again, stays): (QuestionId, QuestionId) =
        ("reporting.recognise".parse().unwrap(), "communication.staff".parse().unwrap());
    for question in [&again, &stays] {
        venue.save(&venue.ann, id, question, 0, &noted("as it was")).await.unwrap();
    }
    assert_eq!(venue.assessment(id).await.other_questions(), Some(new));
    t.store.move_assessment(&edit, old, new).await.unwrap();
    let after = venue.assessment(id).await;
    assert_eq!(after.answers.get(&stays), Some(&noted("as it was")));
    assert_eq!(after.answers.get(&again), None);
    assert_eq!((&after.earlier[&again].answer, after.earlier[&again].set), (&noted("as it was"), old));
    assert!(after.journey().missing().iter().any(|question| question.id == again));

    // Somebody who still has the page of before meets it as a conflict, also with the very same answer.
    let late = venue.save(&venue.bob, id, &again, 1, &noted("as it was")).await.unwrap();
    assert!(matches!(late, AnswerSaved::Conflict(_)), "{late:?}");
    let seen = after.seen(&again);
    venue.save(&venue.bob, id, &again, seen, &noted("as it is")).await.unwrap();
    let mended = venue.assessment(id).await;
    assert_eq!(mended.answers.get(&again), Some(&noted("as it is")));
    assert!(mended.earlier.is_empty());
    assert!(matches!(
        t.store.move_assessment(&edit, old, library.newest("enhanced").unwrap()).await,
        Err(StoreError::Conflict)
    ));
}

async fn an_answer_to_questions_that_are_asked_no_more_is_refused(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    let library = domain::content::library().unwrap();
    let (old, new) = (library.edition("standard", "2026-11").unwrap(), library.newest("standard").unwrap());
    let edit = permit::<act::EditAnswers>(&t.store, &venue.ann.actor, id).await.unwrap();
    let open = venue.assessment(id).await;
    let question = &open.set.sections[0].questions[0].id;
    t.store.save_answer(&edit, &open, question, 0, &noted("one")).await.unwrap();
    t.store.save_answer(&edit, &open, question, 1, &noted("two")).await.expect("a save ends no round");
    t.store.move_assessment(&edit, new, old).await.unwrap();
    let late = t.store.save_answer(&edit, &open, question, 2, &noted("three")).await;
    assert!(matches!(late, Err(StoreError::Closed)), "{late:?}");
    assert_eq!(venue.assessment(id).await.answers.get(question), Some(&noted("two")));
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
    let edit = permit::<act::EditAnswers>(&t.store, &venue.ann.actor, id).await.unwrap();
    let stored = t.store.other_answer(&edit, &assessment, question).await.unwrap().expect("an answer");
    assert_eq!((stored.answer, stored.is_earlier), (noted("two"), false));
    assert_eq!((stored.version, stored.by.as_str()), (2, "Bob"));
    assert!(stored.at >= before && stored.at <= t.clock.now());
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
        assert_eq!((other.version, other.by.as_str()), (1, "Ann"));
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
    assert!(venue.assessment(id).await.versions.is_empty());
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
    let open = watched.assessment(&see).await.unwrap();
    assert_eq!(statements.take().len(), 1, "reading");
    watched.save_answer(&edit, &open, &question, 1, &noted("two")).await.unwrap();
    let asked = statements.take();
    assert_eq!(asked.len(), 3, "saving: {asked:#?}");
    watched.save_answer(&edit, &open, &question, 1, &noted("three")).await.unwrap();
    let asked = statements.take();
    assert_eq!(asked.len(), 3, "a conflict: {asked:#?}");
    venue.start().await;
    assert_eq!(statements.take().len(), 2, "the facts, and the one there is");
}
