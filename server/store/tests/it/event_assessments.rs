//! Events are assessed, sent and advised on as premises are.

use domain::{
    assessment::AssessmentState,
    content::Audience,
    event::{Covers, Entry, EntryCheck, EventChange, Standing, StatedHost},
    forms::event::StatedPlace,
    ids::{AssessmentId, EventId},
    policy::act,
    premises::Stage,
    scope::{Exclusions, HostUse, Known, head_count::HeadCount},
    submission::CaseState,
};
use store::{CaseAbout, QueueFilter, StoreError, SubmitRefused};
use uuid::Uuid;

use crate::{
    both::Fixture,
    desk::{Desk, adviser, queue_scope},
    events::{an_event, field, register},
    on_both,
    venue::{Venue, noted, permit},
};

on_both!(
    an_event_is_asked_the_questions_for_events,
    what_is_no_qualifying_event_is_not_asked,
    at_own_premises_it_is_asked_too,
    an_event_that_qualifies_no_longer_sends_nothing,
    a_case_of_an_event_goes_to_its_return_and_back,
    advice_opens_the_next_round,
    authority_over_premises_is_none_over_their_event,
    a_submission_of_an_event_is_taken_back,
    others_reach_nothing,
    of_two_opened_at_once_there_is_one,
    what_moved_is_sent_where_it_lies_now,
    statements_are_counted,
);

/// Says of an event what makes it a qualifying one.
pub async fn qualify(venue: &Venue, id: EventId) {
    let today = venue.store.clock().today();
    let host = StatedHost {
        enhanced: Known::No,
        main_use: HostUse::None,
        exclusions: Exclusions::Nothing,
        standing: Standing::NotKnown,
        sia_number: None,
    };
    let checks = Some(vec![EntryCheck::Tickets]);
    let entry = Entry { public_access: Known::Yes, checks, covers: Covers::Whole };
    let number = HeadCount::new(900, "ticket-cap", "", today, today).unwrap();
    let said = [EventChange::Host(host), EventChange::Entry(entry), EventChange::Number(Some(number))];
    for (change, seen) in said.into_iter().zip(1..) {
        let may = permit::<act::EditEvent>(&venue.store, &venue.ann.actor, id).await.unwrap();
        venue.store.change_event(&may, seen, change).await.unwrap();
    }
}

async fn qualifying(venue: &Venue) -> EventId {
    let id = an_event(venue).await;
    qualify(venue, id).await;
    id
}

async fn start(venue: &Venue, id: EventId) -> Result<AssessmentId, StoreError> {
    let may = permit::<act::StartEventAssessment>(&venue.store, &venue.ann.actor, id).await?;
    venue.store.start_assessment(&may).await
}

/// A qualifying event with its answers, all given.
async fn answered(venue: &Venue) -> (EventId, AssessmentId) {
    let event = qualifying(venue).await;
    let id = start(venue, event).await.unwrap();
    venue.answer_all(id).await;
    (event, id)
}

/// The answers of a qualifying event on a CTSA's desk.
async fn desk(t: &Fixture) -> (Desk, EventId, AssessmentId) {
    let venue = Venue::new(t).await;
    let (event, id) = answered(&venue).await;
    let sent = venue.submit(id, Uuid::new_v4()).await.unwrap();
    let case = venue.submission(sent).await.case;
    let desk = Desk { venue, sent, case, carol: adviser("west-midlands"), dan: adviser("west-midlands") };
    (desk, event, id)
}

async fn an_event_is_asked_the_questions_for_events(t: Fixture) {
    let venue = Venue::new(&t).await;
    let event = qualifying(&venue).await;
    let id = start(&venue, event).await.unwrap();
    assert_eq!(start(&venue, event).await.unwrap(), id);
    let open = venue.assessment(id).await;
    assert_eq!((open.of, open.name.as_str()), (event.into(), "Canary Sounds"));
    assert_eq!((open.set.id.as_str(), open.audience()), ("event", Audience::Event));
    assert!(open.other_questions().is_none() && !open.for_another_tier());
    let question = open.set.sections[0].questions[0].id.clone();
    venue.save(&venue.bob, id, &question, 0, &noted("canary")).await.unwrap();
    assert_eq!(venue.assessment(id).await.answers.get(&question), Some(&noted("canary")));
    let see = permit::<act::ViewEvent>(&t.store, &venue.bob.actor, event).await.unwrap();
    assert_eq!(t.store.assessment_of(&see).await.unwrap().unwrap().id, id);
    assert_eq!(t.store.assessment_at(&see).await.unwrap().unwrap().id, id);
    let see = permit::<act::ViewPremises>(&t.store, &venue.bob.actor, venue.premises).await.unwrap();
    assert!(t.store.assessment_of(&see).await.unwrap().is_none());
}

async fn what_is_no_qualifying_event_is_not_asked(t: Fixture) {
    let venue = Venue::new(&t).await;
    let event = an_event(&venue).await;
    assert!(matches!(start(&venue, event).await, Err(StoreError::Closed)), "of it nothing is known yet");
    qualify(&venue, event).await;
    too_few(&venue, event, 4).await;
    assert!(matches!(start(&venue, event).await, Err(StoreError::Closed)));
}

/// Too few people come to it after all.
async fn too_few(venue: &Venue, event: EventId, seen: u32) {
    let today = venue.store.clock().today();
    let few = HeadCount::new(799, "ticket-cap", "", today, today).unwrap();
    let may = permit::<act::EditEvent>(&venue.store, &venue.ann.actor, event).await.unwrap();
    venue.store.change_event(&may, seen, EventChange::Number(Some(few))).await.unwrap();
}

async fn at_own_premises_it_is_asked_too(t: Fixture) {
    let venue = Venue::new(&t).await;
    let here = StatedPlace::Premises(venue.premises);
    let event = register(&venue, Uuid::new_v4(), here).await.unwrap();
    qualify(&venue, event).await;
    let id = start(&venue, event).await.unwrap();
    let of_premises = venue.start().await;
    assert_ne!(id, of_premises);
    assert_eq!(venue.assessment(of_premises).await.set.id, "standard");
    venue.answer_all(id).await;
    let sent = venue.submission(venue.submit(id, Uuid::new_v4()).await.unwrap()).await;
    assert_eq!(sent.of, event.into());
    assert_eq!(venue.premises().await.stage, Stage::Assessing);
    let scope = queue_scope(&adviser("west-midlands"));
    let queue = t.store.queue(&scope, &QueueFilter::default(), 25).await.unwrap();
    assert_eq!(queue.lines.len(), 1);
    assert_eq!(queue.lines[0].summary.town, "Canarytown");
}

async fn an_event_that_qualifies_no_longer_sends_nothing(t: Fixture) {
    let venue = Venue::new(&t).await;
    let (event, id) = answered(&venue).await;
    too_few(&venue, event, 4).await;
    assert!(matches!(venue.submit(id, Uuid::new_v4()).await, Err(SubmitRefused::OutOfScope)));
    assert_eq!(venue.assessment(id).await.state, AssessmentState::Open);
}

async fn a_case_of_an_event_goes_to_its_return_and_back(t: Fixture) {
    let (desk, event, id) = desk(&t).await;
    let scope = queue_scope(&desk.carol);
    let of = async |audience| {
        let filter = QueueFilter { audience: Some(audience), ..QueueFilter::default() };
        t.store.queue(&scope, &filter, 25).await.unwrap().lines
    };
    assert!(of(Audience::Standard).await.is_empty() && of(Audience::Enhanced).await.is_empty());
    let lines = of(Audience::Event).await;
    assert_eq!((lines.len(), lines[0].audience), (1, Audience::Event));
    assert_eq!((lines[0].summary.case, lines[0].summary.name.as_str()), (desk.case, "Canary Sounds"));

    let file = desk.file().await;
    let CaseAbout::Event(about) = &file.about else { panic!("of premises") };
    assert_eq!((about.event.id, file.people.len()), (event, 0));
    assert!(file.authority.is_none() && file.changed.is_none());
    assert!(permit::<act::ViewCase>(&t.store, &adviser("north-west"), desk.case).await.is_err());

    desk.takes_up(&desk.carol).await.unwrap();
    assert!(desk.returns(&desk.carol, 2).await.is_err(), "nobody confirmed who speaks for it");
    desk.confirms(&desk.carol).await.unwrap();
    desk.comments(&desk.carol, Uuid::new_v4()).await.unwrap();
    desk.returns(&desk.carol, 2).await.unwrap();
    let back = desk.venue.assessment(id).await;
    assert_eq!((back.state, back.reopened.len()), (AssessmentState::Returned, 1));
    assert_eq!(t.store.queue(&scope, &QueueFilter::default(), 25).await.unwrap().lines.len(), 0);

    let named = back.reopened.keys().next().unwrap().clone();
    desk.venue.save(&desk.venue.ann, id, &named, back.seen(&named), &noted("mended")).await.unwrap();
    let again = desk.venue.submission(desk.venue.submit(id, Uuid::new_v4()).await.unwrap()).await;
    assert_eq!((again.number, again.of), (2, event.into()));
    let lines = of(Audience::Event).await;
    assert!(lines.len() == 1 && lines[0].summary.submitted_again);
    assert_eq!(desk.venue.submission(desk.sent).await.state, CaseState::Superseded);
    let see = permit::<act::ViewEvent>(&t.store, &desk.venue.bob.actor, event).await.unwrap();
    assert_eq!(t.store.submissions_of(&see).await.unwrap().len(), 2);
}

async fn advice_opens_the_next_round(t: Fixture) {
    let (desk, _, id) = desk(&t).await;
    desk.takes_up(&desk.carol).await.unwrap();
    desk.confirms(&desk.carol).await.unwrap();
    let may = permit::<act::RecordAdvice>(&t.store, &desk.carol, desk.case).await.unwrap();
    t.store.record_advice(&may, 2, "canary advice").await.unwrap();
    assert_eq!(desk.venue.assessment(id).await.state, AssessmentState::Open);
    assert_eq!(desk.venue.submission(desk.sent).await.state, CaseState::AdviceRecorded);
}

async fn authority_over_premises_is_none_over_their_event(t: Fixture) {
    let desk = Desk::new(&t).await;
    desk.takes_up(&desk.carol).await.unwrap();
    desk.confirms(&desk.carol).await.unwrap();
    let here = StatedPlace::Premises(desk.venue.premises);
    let event = register(&desk.venue, Uuid::new_v4(), here).await.unwrap();
    qualify(&desk.venue, event).await;
    let id = start(&desk.venue, event).await.unwrap();
    desk.venue.answer_all(id).await;
    let sent = desk.venue.submission(desk.venue.submit(id, Uuid::new_v4()).await.unwrap()).await;
    let of_event = Desk { sent: sent.id, case: sent.case, ..desk };
    assert!(of_event.file().await.authority.is_none());
    of_event.takes_up(&of_event.carol).await.unwrap();
    assert!(of_event.returns(&of_event.carol, 2).await.is_err());
}

async fn a_submission_of_an_event_is_taken_back(t: Fixture) {
    let (desk, _, id) = desk(&t).await;
    desk.venue.withdraw(desk.sent).await.unwrap();
    assert_eq!(desk.venue.assessment(id).await.state, AssessmentState::Open);
    let filter = QueueFilter { states: store::QueueStates::All, ..QueueFilter::default() };
    assert!(t.store.queue(&queue_scope(&desk.carol), &filter, 25).await.unwrap().lines.is_empty());
    assert!(permit::<act::ViewCase>(&t.store, &desk.carol, desk.case).await.is_err());
}

async fn others_reach_nothing(t: Fixture) {
    let (desk, event, id) = desk(&t).await;
    let other = Venue::of(&t, "Cas", "Dee").await;
    let stranger = &other.ann.actor;
    assert!(permit::<act::StartEventAssessment>(&t.store, stranger, event).await.is_err());
    assert!(permit::<act::ViewAssessment>(&t.store, stranger, id).await.is_err());
    assert!(permit::<act::ViewSubmission>(&t.store, stranger, desk.sent).await.is_err());
    assert!(permit::<act::ViewEvent>(&t.store, &desk.carol, event).await.is_err(), "a CTSA sees the case");
    assert!(permit::<act::ViewAssessment>(&t.store, &desk.carol, id).await.is_err());
}

async fn of_two_opened_at_once_there_is_one(t: Fixture) {
    let venue = Venue::new(&t).await;
    for _ in 0..10 {
        let event = qualifying(&venue).await;
        let tasks = [(); 4].map(|()| {
            let venue = venue.clone();
            tokio::spawn(async move { start(&venue, event).await.unwrap() })
        });
        let mut ids = std::collections::BTreeSet::new();
        for task in tasks {
            ids.insert(task.await.unwrap());
        }
        assert_eq!(ids.len(), 1);
    }
}

async fn what_moved_is_sent_where_it_lies_now(t: Fixture) {
    let venue = Venue::new(&t).await;
    let (event, id) = answered(&venue).await;
    let may = permit::<act::EditEvent>(&t.store, &venue.ann.actor, event).await.unwrap();
    let elsewhere = StatedPlace::Elsewhere {
        address: match field() {
            StatedPlace::Elsewhere { address, .. } => address,
            StatedPlace::Premises(_) => panic!("own premises"),
        },
        council: "E08000003".parse().unwrap(),
        region: "north-west".parse().unwrap(),
    };
    t.store.move_event(&may, 4, crate::events::about(elsewhere)).await.unwrap();
    venue.submit(id, Uuid::new_v4()).await.unwrap();
    let lines = async |region: &str| {
        t.store.queue(&queue_scope(&adviser(region)), &QueueFilter::default(), 25).await.unwrap().lines.len()
    };
    assert_eq!((lines("north-west").await, lines("west-midlands").await), (1, 0));
}

/// Sends the answers of a qualifying event at the venue's premises.
pub async fn sends_of_event(venue: &Venue) {
    let here = StatedPlace::Premises(venue.premises);
    let event = register(venue, Uuid::new_v4(), here).await.unwrap();
    qualify(venue, event).await;
    let id = start(venue, event).await.unwrap();
    venue.answer_all(id).await;
    venue.submit(id, Uuid::new_v4()).await.unwrap();
}

async fn statements_are_counted(t: Fixture) {
    let venue = Venue::new(&t).await;
    let (_, id) = answered(&venue).await;
    let (watched, statements) = t.store.clone().watched();
    let see = permit::<act::ViewAssessment>(&t.store, &venue.ann.actor, id).await.unwrap();
    watched.assessment(&see).await.unwrap();
    assert_eq!(statements.take().len(), 1);
    let submit = permit::<act::Submit>(&t.store, &venue.ann.actor, id).await.unwrap();
    // The region's key is made by the first submission.
    let first = watched.submit(&submit, Uuid::new_v4(), &venue.declaration()).await.unwrap();
    let withdraw = permit::<act::WithdrawSubmission>(&t.store, &venue.ann.actor, first).await.unwrap();
    statements.take();
    watched.withdraw(&withdraw).await.unwrap();
    let asked = statements.take();
    assert_eq!(asked.len(), 5, "withdrawing: {asked:#?}");
    watched.submit(&submit, Uuid::new_v4(), &venue.declaration()).await.unwrap();
    let asked = statements.take();
    assert_eq!(asked.len(), 11, "submitting again: {asked:#?}");
}
