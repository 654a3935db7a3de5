//! What premises keep a record of, and the days that it leads to.

use chrono::{Days, NaiveDate};
use domain::{
    drill::{Drill, DrillKind},
    ids::{AssessmentId, DrillId, OrganisationId},
    policy::{Actor, Grant, act},
};
use store::{Record, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    on_both,
    venue::{Venue, permit},
};

on_both!(
    a_record_is_added_once_corrected_and_removed,
    two_editors_of_a_record_do_not_overwrite_each_other,
    nobody_else_reaches_a_record,
    the_last_drills_follow_every_change,
    records_made_at_the_same_time_all_count,
);

fn held(on: NaiveDate, topic: &str) -> Drill {
    Drill {
        on,
        kind: DrillKind::WalkThrough,
        topics: vec![topic.into()],
        took_part: "Door staff".into(),
        went_well: None,
        lessons: vec!["Cut a second key".into()],
    }
}

async fn add(venue: &Venue, once: Uuid, drill: &Drill) -> DrillId {
    let may = permit::<act::EditPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    venue.store.add_record(&may, once, drill).await.unwrap()
}

async fn drills(venue: &Venue) -> Vec<Record<Drill>> {
    let may = permit::<act::ViewPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    venue.store.records(&may).await.unwrap()
}

async fn last_days(venue: &Venue, id: AssessmentId) -> Vec<(String, NaiveDate)> {
    let may = permit::<act::ViewAssessment>(&venue.store, &venue.ann.actor, id).await.unwrap();
    venue.store.assessment(&may).await.unwrap().dates.drills.into_iter().collect()
}

async fn a_record_is_added_once_corrected_and_removed(t: Fixture) {
    let venue = Venue::new(&t).await;
    let today = t.clock.today();
    let once = Uuid::new_v4();
    let id = add(&venue, once, &held(today, "lockdown")).await;
    assert_eq!(add(&venue, once, &held(today, "lockdown")).await, id);
    let other = venue.with_other_premises().await;
    add(&other, Uuid::new_v4(), &held(today, "evacuation")).await;
    assert_eq!(drills(&venue).await.len(), 1);

    let may = permit::<act::EditDrill>(&t.store, &venue.bob.actor, id).await.unwrap();
    t.store.change_record(&may, 1, &held(today, "evacuation")).await.unwrap();
    let now: Record<Drill> = t.store.record(&may).await.unwrap();
    assert_eq!(
        (now.details.topics, now.version, now.of),
        (vec!["evacuation".into()], 2, venue.premises.into())
    );
    t.store.remove_record::<Drill>(&may, 2).await.unwrap();
    assert!(drills(&venue).await.is_empty());
    assert!(matches!(t.store.record::<Drill>(&may).await, Err(StoreError::NotFound)));
}

async fn two_editors_of_a_record_do_not_overwrite_each_other(t: Fixture) {
    let venue = Venue::new(&t).await;
    let today = t.clock.today();
    let id = add(&venue, Uuid::new_v4(), &held(today, "lockdown")).await;
    let may = permit::<act::EditDrill>(&t.store, &venue.ann.actor, id).await.unwrap();
    t.store.change_record(&may, 1, &held(today, "evacuation")).await.unwrap();
    let second = t.store.change_record(&may, 1, &held(today, "communication")).await;
    assert!(matches!(second, Err(StoreError::Conflict)));
    let removed = t.store.remove_record::<Drill>(&may, 1).await;
    assert!(matches!(removed, Err(StoreError::Conflict)));
    assert_eq!(drills(&venue).await[0].details.topics, ["evacuation"]);
}

async fn nobody_else_reaches_a_record(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = add(&venue, Uuid::new_v4(), &held(t.clock.today(), "lockdown")).await;
    let grants = vec![Grant::Operator(Some(OrganisationId(Uuid::new_v4())))];
    let stranger = Actor::Person { account: venue.ann.account, grants };
    assert!(matches!(permit::<act::EditDrill>(&t.store, &stranger, id).await, Err(StoreError::NotFound)));
    assert!(permit::<act::EditPremises>(&t.store, &stranger, venue.premises).await.is_err());
}

async fn the_last_drills_follow_every_change(t: Fixture) {
    let venue = Venue::new(&t).await;
    let assessment = venue.start().await;
    assert!(last_days(&venue, assessment).await.is_empty());
    let (today, before) = (t.clock.today(), t.clock.today() - Days::new(400));
    let id = add(&venue, Uuid::new_v4(), &held(today, "lockdown")).await;
    add(&venue, Uuid::new_v4(), &held(before, "lockdown")).await;
    assert_eq!(last_days(&venue, assessment).await, [("lockdown".to_owned(), today)]);
    let may = permit::<act::EditDrill>(&t.store, &venue.ann.actor, id).await.unwrap();
    t.store.change_record(&may, 1, &held(today, "evacuation")).await.unwrap();
    let both = [("evacuation".to_owned(), today), ("lockdown".to_owned(), before)];
    assert_eq!(last_days(&venue, assessment).await, both);
    t.store.remove_record::<Drill>(&may, 2).await.unwrap();
    assert_eq!(last_days(&venue, assessment).await, [("lockdown".to_owned(), before)]);
}

async fn records_made_at_the_same_time_all_count(t: Fixture) {
    let venue = Venue::new(&t).await;
    let assessment = venue.start().await;
    let topics = ["evacuation", "invacuation", "lockdown", "communication", "deciding", "items"];
    let made = topics.map(|topic| {
        let (venue, drill) = (venue.clone(), held(t.clock.today(), topic));
        tokio::spawn(async move { add(&venue, Uuid::new_v4(), &drill).await })
    });
    for one in made {
        one.await.unwrap();
    }
    assert_eq!(last_days(&venue, assessment).await.len(), topics.len());
}
