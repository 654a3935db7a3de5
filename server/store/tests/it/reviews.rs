//! The CTSA's desk, on both databases.

use domain::{
    assessment::AssessmentState,
    competent_person::{HowSeen, Mark},
    content::Audience,
    policy::{Facts, Permit, act, decide},
    premises::Stage,
    submission::CaseState,
};
use store::{CaseAnswer, QueueFilter, QueueStates, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    desk::{Desk, adviser, queue_scope},
    on_both,
    venue::{Venue, noted, permit},
};

on_both!(
    a_case_goes_from_the_queue_to_its_return_and_back,
    advice_opens_the_next_round,
    nothing_is_answered_before_authority_is_confirmed,
    two_advisers_at_once_take_a_case_once,
    two_advisers_at_once_answer_a_case_once,
    a_comment_and_an_answer_at_once_lose_nothing,
    a_mark_is_told_once_authority_is_confirmed,
    what_was_taken_back_is_out_of_reach,
    the_queue_filters_and_goes_on_from_a_place,
    statements_are_counted,
);

async fn a_case_goes_from_the_queue_to_its_return_and_back(t: Fixture) {
    let desk = Desk::new(&t).await;
    let queue = t.store.queue(&queue_scope(&desk.carol), &QueueFilter::default(), 25).await.unwrap();
    assert_eq!(queue.lines.len(), 1);
    assert_eq!((queue.lines[0].summary.case, queue.lines[0].state), (desk.case, CaseState::Submitted));
    assert_eq!(queue.lines[0].summary.name, "Canary Old Hall");
    let elsewhere = adviser("north-west");
    let other = t.store.queue(&queue_scope(&elsewhere), &QueueFilter::default(), 25).await.unwrap();
    assert!(other.lines.is_empty());
    assert!(permit::<act::ViewCase>(&t.store, &elsewhere, desk.case).await.is_err());

    assert!(
        matches!(desk.comments(&desk.carol, Uuid::new_v4()).await, Err(StoreError::Closed)),
        "not taken up"
    );
    desk.takes_up(&desk.carol).await.unwrap();
    desk.takes_up(&desk.carol).await.unwrap();
    assert!(matches!(desk.takes_up(&desk.dan).await, Err(StoreError::Closed)));
    let once = Uuid::new_v4();
    desk.comments(&desk.carol, once).await.unwrap();
    desk.comments(&desk.carol, once).await.unwrap();
    desk.confirms(&desk.carol).await.unwrap();
    desk.confirms(&desk.carol).await.unwrap();
    assert!(matches!(desk.confirms(&desk.dan).await, Err(StoreError::Conflict)));
    assert!(desk.told().await.is_none(), "nothing is told before the answer");
    let file = desk.file().await;
    assert_eq!((file.case.state, file.said.comments.len()), (CaseState::InReview, 1));
    assert_eq!(file.case.taken_by, desk.carol.account());
    assert_eq!(file.authority.unwrap().check, desk.check());
    assert!(matches!(desk.returns(&desk.carol, file.case.version - 1).await, Err(StoreError::Conflict)));
    desk.returns(&desk.carol, file.case.version).await.unwrap();

    let told = desk.told().await.unwrap();
    assert!(
        matches!(&told.answer.unwrap().answer, CaseAnswer::Returned { message } if message == "canary message")
    );
    assert_eq!(told.comments[0].text, "canary comment");
    assert_eq!(desk.venue.premises().await.stage, Stage::Returned);
    let assessment = desk.venue.assessment(desk.venue.start().await).await;
    let questions = desk.questions().await;
    assert_eq!(assessment.state, AssessmentState::Returned);
    assert_eq!(assessment.reopened[&questions[0]], "canary reason");
    let locked = questions.iter().find(|id| !assessment.may_answer(id)).unwrap();
    let save = desk.venue.save(&desk.venue.ann, assessment.id, locked, 1, &noted("no")).await;
    assert!(matches!(save, Err(StoreError::Closed)));
    desk.venue.save(&desk.venue.ann, assessment.id, &questions[0], 1, &noted("now so")).await.unwrap();
    let again = desk.venue.submit(assessment.id, Uuid::new_v4()).await.unwrap();
    assert_ne!(again, desk.sent);
    assert_eq!(desk.file().await.case.state, CaseState::Superseded);
    assert!(desk.told().await.is_some(), "what was said stays");
    let queue = t.store.queue(&queue_scope(&desk.carol), &QueueFilter::default(), 25).await.unwrap();
    assert!(queue.lines[0].summary.submitted_again);
    // Authority was confirmed for the premises: the next case needs no second call.
    let next = queue.lines[0].summary.case;
    assert!(permit::<act::ViewCase>(&t.store, &desk.carol, next).await.is_ok());
    assert!(permit::<act::ReturnCase>(&t.store, &desk.carol, next).await.is_ok());
}

async fn advice_opens_the_next_round(t: Fixture) {
    let desk = Desk::new(&t).await;
    desk.confirms(&desk.carol).await.unwrap();
    assert!(matches!(desk.advises(&desk.carol, 1).await, Err(StoreError::Closed)), "not taken up");
    desk.takes_up(&desk.carol).await.unwrap();
    desk.advises(&desk.dan, 2).await.unwrap();
    assert!(matches!(desk.advises(&desk.dan, 3).await, Err(StoreError::NotFound)), "answered");
    let told = desk.told().await.unwrap();
    assert!(
        matches!(&told.answer.unwrap().answer, CaseAnswer::Advised { advice } if advice == "canary advice")
    );
    assert_eq!(desk.venue.premises().await.stage, Stage::Advised);
    assert_eq!(desk.file().await.case.taken_by, desk.carol.account());
    let assessment = desk.venue.assessment(desk.venue.start().await).await;
    assert_eq!(assessment.state, AssessmentState::Open);
    assert!(desk.questions().await.iter().all(|id| assessment.may_answer(id)));
    let waiting = t.store.queue(&queue_scope(&desk.carol), &QueueFilter::default(), 25).await.unwrap();
    assert!(waiting.lines.is_empty());
    let all = QueueFilter { states: QueueStates::All, ..QueueFilter::default() };
    let all = t.store.queue(&queue_scope(&desk.carol), &all, 25).await.unwrap();
    assert_eq!(all.lines[0].state, CaseState::AdviceRecorded);
}

async fn nothing_is_answered_before_authority_is_confirmed(t: Fixture) {
    let desk = Desk::new(&t).await;
    desk.takes_up(&desk.carol).await.unwrap();
    desk.comments(&desk.carol, Uuid::new_v4()).await.unwrap();
    assert!(matches!(desk.returns(&desk.carol, 2).await, Err(StoreError::NotFound)));
    assert!(matches!(desk.advises(&desk.carol, 2).await, Err(StoreError::NotFound)));
    // Even with a permit that should not exist, the transaction looks again.
    let facts = Facts {
        region: Some("west-midlands".parse().unwrap()),
        case_open: true,
        authority_confirmed: true,
        ..Facts::default()
    };
    let forged: Permit<act::RecordAdvice> = decide(&desk.carol, desk.case, &facts).unwrap();
    assert!(matches!(t.store.record_advice(&forged, 2, "canary").await, Err(StoreError::Closed)));
    let file = desk.file().await;
    assert_eq!((file.case.state, file.case.version), (CaseState::InReview, 2));
    assert!(file.said.answer.is_none() && file.authority.is_none());
    assert!(desk.told().await.is_none());
}

async fn two_advisers_at_once_take_a_case_once(t: Fixture) {
    let desk = std::sync::Arc::new(Desk::new(&t).await);
    let tasks: Vec<_> = (0..8)
        .map(|n| {
            let desk = desk.clone();
            tokio::spawn(async move {
                let who = if n % 2 == 0 { &desk.carol } else { &desk.dan };
                (n % 2, desk.takes_up(who).await)
            })
        })
        .collect();
    let mut winners = std::collections::BTreeSet::new();
    for task in tasks {
        match task.await.unwrap() {
            (who, Ok(())) => drop(winners.insert(who)),
            (_, Err(StoreError::Conflict | StoreError::Closed)) => {}
            (_, Err(other)) => panic!("{other}"),
        }
    }
    let file = desk.file().await;
    assert_eq!(winners.len(), 1);
    let winner = if winners.contains(&0) { &desk.carol } else { &desk.dan };
    assert_eq!((file.case.taken_by, file.case.version), (winner.account(), 2));
}

async fn two_advisers_at_once_answer_a_case_once(t: Fixture) {
    let desk = Desk::new(&t).await;
    desk.takes_up(&desk.carol).await.unwrap();
    desk.confirms(&desk.carol).await.unwrap();
    let desk = std::sync::Arc::new(desk);
    let tasks: Vec<_> = (0..8)
        .map(|n| {
            let desk = desk.clone();
            tokio::spawn(async move {
                if n % 2 == 0 { desk.returns(&desk.carol, 2).await } else { desk.advises(&desk.dan, 2).await }
            })
        })
        .collect();
    let mut answered = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(()) => answered += 1,
            // A permit asked for after the answer is not given.
            Err(StoreError::Conflict | StoreError::Closed | StoreError::NotFound) => {}
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(answered, 1);
    let file = desk.file().await;
    let assessment = desk.venue.assessment(desk.venue.start().await).await;
    let (state, stage, opened) = match file.said.answer.unwrap().answer {
        CaseAnswer::Returned { .. } => (CaseState::Returned, Stage::Returned, AssessmentState::Returned),
        CaseAnswer::Advised { .. } => (CaseState::AdviceRecorded, Stage::Advised, AssessmentState::Open),
    };
    assert_eq!((file.case.state, file.case.version), (state, 3));
    assert_eq!((desk.venue.premises().await.stage, assessment.state), (stage, opened));
    assert_eq!(file.said.reopened.len(), usize::from(state == CaseState::Returned));
}

async fn a_comment_and_an_answer_at_once_lose_nothing(t: Fixture) {
    let desk = Desk::new(&t).await;
    desk.takes_up(&desk.carol).await.unwrap();
    desk.confirms(&desk.carol).await.unwrap();
    let desk = std::sync::Arc::new(desk);
    let comments: Vec<_> = (0..8)
        .map(|_| {
            let desk = desk.clone();
            tokio::spawn(async move { desk.comments(&desk.dan, Uuid::new_v4()).await })
        })
        .collect();
    desk.advises(&desk.carol, 2).await.unwrap();
    let mut kept = 0;
    for comment in comments {
        match comment.await.unwrap() {
            Ok(()) => kept += 1,
            Err(StoreError::Closed | StoreError::NotFound) => {}
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(desk.told().await.unwrap().comments.len(), kept);
}

async fn a_mark_is_told_once_authority_is_confirmed(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    venue.answer_all(id).await;
    let (carol, elsewhere) = (adviser("west-midlands"), adviser("north-west"));
    let sent = venue.submit(id, Uuid::new_v4()).await.unwrap();
    let case = venue.submission(sent).await.case;
    let desk = Desk { venue, sent, case, carol: carol.clone(), dan: adviser("west-midlands") };
    let person = desk.adds_person().await;
    let own = permit::<act::EditCompetentPerson>(&t.store, &desk.venue.ann.actor, person).await.unwrap();
    let check = permit::<act::CheckCompetentPerson>(&t.store, &carol, person).await.unwrap();
    assert!(permit::<act::CheckCompetentPerson>(&t.store, &elsewhere, person).await.is_err());
    assert!(permit::<act::EditCompetentPerson>(&t.store, &carol, person).await.is_err());
    let once = Uuid::new_v4();
    let not_seen = Mark::NotSeen { note: "canary first".into() };
    t.store.check_competent_person(&check, once, &not_seen).await.unwrap();
    t.store.check_competent_person(&check, once, &not_seen).await.unwrap();
    t.clock.shift(chrono::TimeDelta::minutes(1));
    let on = t.clock.today();
    let seen = Mark::Seen { how: HowSeen::PublicRegister, on, note: "canary second".into() };
    t.store.check_competent_person(&check, Uuid::new_v4(), &seen).await.unwrap();
    assert_eq!(t.store.competent_person_to_check(&check).await.unwrap().mark.unwrap().mark, seen);
    assert_eq!(desk.file().await.people[0].mark.as_ref().unwrap().mark, seen);
    assert!(t.store.competent_person(&own).await.unwrap().mark.is_none(), "a claim is told nothing");
    desk.confirms(&carol).await.unwrap();
    let told = t.store.competent_person(&own).await.unwrap();
    assert_eq!(told.mark.unwrap().mark, seen);
    let details = told.details;
    t.store.change_competent_person(&own, 1, &details).await.unwrap();
    let late = t.store.change_competent_person(&own, 1, &details).await;
    assert!(matches!(late, Err(StoreError::Conflict)));
}

async fn what_was_taken_back_is_out_of_reach(t: Fixture) {
    let desk = Desk::new(&t).await;
    let person = desk.adds_person().await;
    desk.takes_up(&desk.carol).await.unwrap();
    let review = permit::<act::ReviewCase>(&t.store, &desk.carol, desk.case).await.unwrap();
    assert!(permit::<act::CheckCompetentPerson>(&t.store, &desk.carol, person).await.is_ok());
    desk.venue.withdraw(desk.sent).await.unwrap();
    assert!(permit::<act::ViewCase>(&t.store, &desk.carol, desk.case).await.is_err());
    assert!(permit::<act::CheckCompetentPerson>(&t.store, &desk.carol, person).await.is_err());
    let question = desk.questions().await[0].clone();
    let late = t.store.comment(&review, Uuid::new_v4(), &question, "canary").await;
    assert!(matches!(late, Err(StoreError::Closed)));
    let all = QueueFilter { states: QueueStates::All, ..QueueFilter::default() };
    assert!(t.store.queue(&queue_scope(&desk.carol), &all, 25).await.unwrap().lines.is_empty());
}

async fn the_queue_filters_and_goes_on_from_a_place(t: Fixture) {
    let desk = Desk::new(&t).await;
    let scope = queue_scope(&desk.carol);
    let of = async |filter: QueueFilter| t.store.queue(&scope, &filter, 25).await.unwrap().lines.len();
    let all = QueueFilter::default;
    assert_eq!(of(QueueFilter { audience: Some(Audience::Standard), ..all() }).await, 1);
    assert_eq!(of(QueueFilter { audience: Some(Audience::Enhanced), ..all() }).await, 0);
    assert_eq!(of(QueueFilter { council: Some("E08000025".parse().unwrap()), ..all() }).await, 1);
    assert_eq!(of(QueueFilter { council: Some("E08000026".parse().unwrap()), ..all() }).await, 0);
    assert_eq!(of(QueueFilter { used_for: Some(domain::law::UseCode(3)), ..all() }).await, 1);
    assert_eq!(of(QueueFilter { used_for: Some(domain::law::UseCode(6)), ..all() }).await, 0);
    let only = |state| QueueFilter { states: QueueStates::Only(state), ..all() };
    assert_eq!(of(only(CaseState::Submitted)).await, 1);
    assert_eq!(of(only(CaseState::InReview)).await, 0);
    let here = t.store.queue(&scope, &all(), 25).await.unwrap().lines[0].submitted_at.timestamp_millis();
    let after = |millis: i64, newest_first| {
        let cursor = format!("{millis}-{}", "0".repeat(64));
        QueueFilter { after: Some(cursor.parse().unwrap()), newest_first, ..all() }
    };
    assert_eq!(of(after(here - 1, false)).await, 1);
    assert_eq!(of(after(here, false)).await, 1, "of the same moment, with a later key");
    assert_eq!(of(after(here + 1, false)).await, 0);
    assert_eq!(of(after(here + 1, true)).await, 1);
    assert_eq!(of(after(here, true)).await, 0);

    let mut cases = vec![desk.case];
    for _ in 0..2 {
        t.clock.shift(chrono::TimeDelta::seconds(1));
        let venue = desk.venue.with_other_premises().await;
        let id = venue.start().await;
        venue.answer_all(id).await;
        let sent = venue.submit(id, Uuid::new_v4()).await.unwrap();
        cases.push(venue.submission(sent).await.case);
    }
    for newest_first in [false, true] {
        let mut filter = QueueFilter { newest_first, ..all() };
        let mut met = Vec::new();
        loop {
            let page = t.store.queue(&scope, &filter, 1).await.unwrap();
            met.extend(page.lines.iter().map(|line| line.summary.case));
            let Some(next) = page.next else { break };
            assert_eq!(next.to_string().parse::<store::QueueCursor>().unwrap(), next);
            filter.after = Some(next);
        }
        assert_eq!(met, cases, "newest first: {newest_first}");
        cases.reverse();
    }
}

async fn statements_are_counted(t: Fixture) {
    let mut desk = Desk::new(&t).await;
    desk.adds_person().await;
    desk.takes_up(&desk.carol).await.unwrap();
    desk.confirms(&desk.carol).await.unwrap();
    let (watched, statements) = t.store.clone().watched();
    desk.venue.store = watched.clone();
    let view = permit::<act::ViewCase>(&t.store, &desk.carol, desk.case).await.unwrap();
    let review = permit::<act::ReviewCase>(&t.store, &desk.carol, desk.case).await.unwrap();
    let advise = permit::<act::RecordAdvice>(&t.store, &desk.carol, desk.case).await.unwrap();
    let question = desk.questions().await[0].clone();
    statements.take();
    let count = |what: &str, most: usize| {
        let asked = statements.take();
        assert_eq!(asked.len(), most, "{what}: {asked:#?}");
    };
    watched.queue(&queue_scope(&desk.carol), &QueueFilter::default(), 25).await.unwrap();
    count("the queue", 1);
    watched.case(&view).await.unwrap();
    count("a case", 9);
    watched.comment(&review, Uuid::new_v4(), &question, "canary").await.unwrap();
    count("a comment", 4);
    watched.record_advice(&advise, 2, "canary").await.unwrap();
    count("advice", 8);
    let told = permit::<act::ViewSubmission>(&t.store, &desk.venue.ann.actor, desk.sent).await.unwrap();
    watched.adviser_said(&told).await.unwrap();
    count("what was said", 3);
}

/// What a thief of the database's files could read.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_a_ctsa_wrote_is_in_the_files() {
    let t = Fixture::sqlite().await;
    let desk = Desk::new(&t).await;
    let person = desk.adds_person().await;
    let check = permit::<act::CheckCompetentPerson>(&t.store, &desk.carol, person).await.unwrap();
    let mark = Mark::NotSeen { note: "canary mark".into() };
    t.store.check_competent_person(&check, Uuid::new_v4(), &mark).await.unwrap();
    desk.takes_up(&desk.carol).await.unwrap();
    desk.comments(&desk.carol, Uuid::new_v4()).await.unwrap();
    desk.confirms(&desk.carol).await.unwrap();
    desk.returns(&desk.carol, 2).await.unwrap();
    assert_eq!(desk.told().await.unwrap().reopened[0].1, "canary reason");
    let mut bytes = 0;
    for file in std::fs::read_dir(t.database.folder.path()).unwrap() {
        let text = std::fs::read(file.unwrap().path()).unwrap().to_ascii_lowercase();
        bytes += text.len();
        assert!(!text.windows(6).any(|window| window == b"canary"));
    }
    assert!(bytes > 100_000, "{bytes} bytes");
}
