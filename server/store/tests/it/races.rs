//! Two people at the same moment: nothing is lost, nothing happens in silence.

use domain::{content::QuestionId, ids::AssessmentId};
use store::{AnswerSaved, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    on_both,
    venue::{Venue, noted},
};

/// Rounds of each race on each database.
const ROUNDS: u32 = 1_000;

on_both!(different_answers, the_same_answer, answers_to_different_questions, a_save_against_a_submission);

async fn opened(t: &Fixture) -> (Venue, AssessmentId, Vec<QuestionId>) {
    let venue = Venue::new(t).await;
    let id = venue.start().await;
    let questions = venue.assessment(id).await.set.questions().map(|(_, one)| one.id.clone()).collect();
    (venue, id, questions)
}

async fn different_answers(t: Fixture) {
    let (venue, id, questions) = opened(&t).await;
    let question = &questions[0];
    let mut saved_first = [0; 2];
    for round in 0..ROUNDS {
        let (anns, bobs) = (noted(&format!("Ann's {round}")), noted(&format!("Bob's {round}")));
        let (one, other) = tokio::join!(
            venue.save(&venue.ann, id, question, round, &anns),
            venue.save(&venue.bob, id, question, round, &bobs),
        );
        let (winner, loser) = match (one.unwrap(), other.unwrap()) {
            (AnswerSaved::Saved { version }, AnswerSaved::Conflict(theirs)) if version == round + 1 => {
                saved_first[0] += 1;
                (&anns, theirs)
            }
            (AnswerSaved::Conflict(theirs), AnswerSaved::Saved { version }) if version == round + 1 => {
                saved_first[1] += 1;
                (&bobs, theirs)
            }
            both => panic!("round {round}: {both:?}"),
        };
        assert_eq!(loser.answer, *winner, "the loser sees what the winner saved");
        if round % 50 == 0 {
            assert_eq!(venue.assessment(id).await.answers.get(question), Some(winner));
        }
    }
    assert_eq!(saved_first.iter().sum::<u32>(), ROUNDS);
}

async fn the_same_answer(t: Fixture) {
    let (venue, id, questions) = opened(&t).await;
    let question = &questions[0];
    for round in 0..ROUNDS {
        let answer = noted(&format!("{round}"));
        let (one, other) = tokio::join!(
            venue.save(&venue.ann, id, question, round, &answer),
            venue.save(&venue.bob, id, question, round, &answer),
        );
        for saved in [one, other] {
            assert!(matches!(saved.unwrap(), AnswerSaved::Saved { version } if version == round + 1));
        }
    }
    let assessment = venue.assessment(id).await;
    assert_eq!(assessment.seen(question), ROUNDS);
    assert_eq!(assessment.answers.get(question), Some(&noted(&format!("{}", ROUNDS - 1))));
}

async fn answers_to_different_questions(t: Fixture) {
    let (venue, id, questions) = opened(&t).await;
    for round in 0..ROUNDS {
        let answer = noted(&format!("{round}"));
        let (one, other) = tokio::join!(
            venue.save(&venue.ann, id, &questions[0], round, &answer),
            venue.save(&venue.bob, id, &questions[1], round, &answer),
        );
        for saved in [one, other] {
            assert!(matches!(saved.unwrap(), AnswerSaved::Saved { version } if version == round + 1));
        }
    }
    let assessment = venue.assessment(id).await;
    assert_eq!((assessment.seen(&questions[0]), assessment.seen(&questions[1])), (ROUNDS, ROUNDS));
}

async fn a_save_against_a_submission(t: Fixture) {
    let (venue, id, questions) = opened(&t).await;
    venue.answer_all(id).await;
    let question = &questions[0];
    let (mut in_time, mut late) = (0, 0);
    for round in 0..ROUNDS {
        let seen = venue.assessment(id).await.seen(question);
        let answer = noted(&format!("round {round}"));
        let (saved, sent) = tokio::join!(
            async {
                // Half of the rounds give the submission a start of a few milliseconds or less.
                if round % 2 == 1 {
                    tokio::time::sleep(std::time::Duration::from_micros(u64::from(round) * 4)).await;
                }
                venue.save(&venue.bob, id, question, seen, &answer).await
            },
            venue.submit(id, Uuid::new_v4()),
        );
        let sent = match sent {
            Ok(sent) => sent,
            Err(error) => panic!("round {round}: {error}"),
        };
        let snapshot = venue.submission(sent).await.snapshot;
        let holds = snapshot.question(question).and_then(|sent| sent.answer.as_ref()) == Some(&answer);
        match saved {
            Ok(AnswerSaved::Saved { .. }) => {
                assert!(holds, "round {round}: saved, and not in the snapshot");
                in_time += 1;
            }
            // Closed, or refused by the policy before it came that far: either way a page says so.
            Err(StoreError::Closed | StoreError::NotFound) => {
                assert!(!holds, "round {round}: refused, and in the snapshot");
                late += 1;
            }
            other => panic!("round {round}: {other:?}"),
        }
        venue.withdraw(sent).await.unwrap();
    }
    assert_eq!(in_time + late, ROUNDS);
    assert!(in_time > 0 && late > 0, "{in_time} in time, {late} late: not a race");
    println!("{in_time} in time, {late} late");
}
