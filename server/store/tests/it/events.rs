//! Events: saved once, changed in turn, and found only where they belong.

use domain::{
    estate::PAGE,
    event::{EventChange, HostedEvent, Larger, Line, Paragraph},
    forms::{
        event::{StatedAbout, StatedPlace},
        premises::NameAndAddress,
    },
    ids::EventId,
    policy::act,
    premises::{Address, AddressLine},
};
use store::{Cursor, PremisesChange, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    on_both,
    venue::{Person, Venue, permit, place},
};

on_both!(
    an_event_is_registered_once_and_read_back,
    of_two_changes_the_second_conflicts,
    an_event_lies_where_its_host_lies,
    only_own_premises_host_an_event,
    moving_an_event_forgets_its_host_and_nothing_else,
    the_list_goes_on_by_key,
);

pub fn about(place: StatedPlace) -> StatedAbout {
    StatedAbout {
        name: Line::new("Canary Sounds").unwrap(),
        description: Paragraph::new("Canary music").unwrap(),
        place,
        part_of_site: None,
    }
}

pub fn field() -> StatedPlace {
    StatedPlace::Elsewhere {
        address: Address {
            line1: AddressLine::new("Canary Meadow").unwrap(),
            line2: None,
            town: AddressLine::new("Canarytown").unwrap(),
            postcode: "B1 1AA".parse().unwrap(),
        },
        council: "E08000025".parse().unwrap(),
        region: "west-midlands".parse().unwrap(),
    }
}

pub async fn register(venue: &Venue, once: Uuid, place: StatedPlace) -> Result<EventId, StoreError> {
    let may = permit::<act::RegisterEvent>(&venue.store, &venue.ann.actor, venue.organisation).await?;
    venue.store.register_event(&may, once, about(place)).await
}

/// An event of the venue's organisation at another place.
pub async fn an_event(venue: &Venue) -> EventId {
    register(venue, Uuid::new_v4(), field()).await.unwrap()
}

async fn event(venue: &Venue, who: &Person, id: EventId) -> Result<HostedEvent, StoreError> {
    venue.store.event(&permit::<act::ViewEvent>(&venue.store, &who.actor, id).await?).await
}

async fn change(venue: &Venue, who: &Person, id: EventId, seen: u32) -> Result<(), StoreError> {
    let may = permit::<act::EditEvent>(&venue.store, &who.actor, id).await?;
    venue.store.change_event(&may, seen, EventChange::Larger(Larger::Nothing)).await
}

async fn move_to(venue: &Venue, id: EventId, seen: u32, place: StatedPlace) -> Result<(), StoreError> {
    let may = permit::<act::EditEvent>(&venue.store, &venue.ann.actor, id).await?;
    venue.store.move_event(&may, seen, about(place)).await
}

async fn listed(venue: &Venue) -> Vec<EventId> {
    let may = permit::<act::ListEvents>(&venue.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let list = venue.store.events_of(&may, None).await.unwrap().events;
    list.into_iter().map(|hosted| hosted.event.id).collect()
}

async fn here(venue: &Venue) -> Vec<EventId> {
    let may = permit::<act::ViewPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    let list = venue.store.events_at(&may, &venue.premises().await).await.unwrap();
    list.into_iter().map(|hosted| hosted.event.id).collect()
}

async fn an_event_is_registered_once_and_read_back(t: Fixture) {
    let venue = Venue::new(&t).await;
    let once = Uuid::new_v4();
    let id = register(&venue, once, field()).await.unwrap();
    assert_eq!(register(&venue, once, field()).await.unwrap(), id, "sent twice");
    assert_eq!(listed(&venue).await, [id]);
    let hosted = event(&venue, &venue.bob, id).await.unwrap();
    assert_eq!(hosted.host, None);
    assert_eq!(hosted.event.details.name.as_str(), "Canary Sounds");
    assert_eq!(hosted.event.council.as_str(), "E08000025");
    assert_eq!((hosted.event.version, hosted.event.registered_on), (1, t.clock.today()));
    let stranger = Venue::of(&t, "Eve", "Mal").await;
    assert!(matches!(event(&stranger, &stranger.ann, id).await, Err(StoreError::NotFound)));
    assert!(matches!(change(&stranger, &stranger.ann, id, 1).await, Err(StoreError::NotFound)));
    assert_eq!(listed(&stranger).await, []);
}

async fn of_two_changes_the_second_conflicts(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = register(&venue, Uuid::new_v4(), field()).await.unwrap();
    let (first, second) = tokio::join!(change(&venue, &venue.ann, id, 1), change(&venue, &venue.bob, id, 1));
    let conflicts =
        [&first, &second].iter().filter(|saved| matches!(saved, Err(StoreError::Conflict))).count();
    assert_eq!((conflicts, first.is_ok() || second.is_ok()), (1, true), "{first:?} {second:?}");
    assert_eq!(event(&venue, &venue.ann, id).await.unwrap().event.version, 2);
    for seen in [0, 1, 3, u32::MAX] {
        assert!(matches!(change(&venue, &venue.ann, id, seen).await, Err(StoreError::Conflict)), "{seen}");
    }
    change(&venue, &venue.ann, id, 2).await.unwrap();
}

async fn an_event_lies_where_its_host_lies(t: Fixture) {
    let venue = Venue::new(&t).await;
    let other = venue.with_other_premises().await;
    let id = register(&venue, Uuid::new_v4(), StatedPlace::Premises(venue.premises)).await.unwrap();
    let elsewhere = register(&venue, Uuid::new_v4(), field()).await.unwrap();
    assert_eq!((here(&venue).await, here(&other).await), (vec![id], vec![]));
    let may = permit::<act::ViewPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    let others = venue.store.events_at(&may, &other.premises().await).await;
    assert!(matches!(others, Err(StoreError::NotFound)), "a permit is for its own premises");
    let moved = NameAndAddress {
        council: "E08000003".parse().unwrap(),
        region: "north-west".parse().unwrap(),
        ..place()
    };
    venue.change(3, PremisesChange::Place(moved)).await;
    let hosted = event(&venue, &venue.ann, id).await.unwrap();
    assert_eq!((hosted.event.council.as_str(), hosted.event.region.as_str()), ("E08000003", "north-west"));
    assert_eq!(hosted.event.version, 1, "nobody changed the event");
    assert_eq!(hosted.host.unwrap().version, 4);
    let hosted = event(&venue, &venue.ann, elsewhere).await.unwrap();
    assert_eq!(hosted.event.region.as_str(), "west-midlands");
}

async fn only_own_premises_host_an_event(t: Fixture) {
    let (venue, stranger) = (Venue::new(&t).await, Venue::of(&t, "Eve", "Mal").await);
    let theirs = || StatedPlace::Premises(stranger.premises);
    assert!(matches!(register(&venue, Uuid::new_v4(), theirs()).await, Err(StoreError::NotFound)));
    let id = register(&venue, Uuid::new_v4(), field()).await.unwrap();
    assert!(matches!(move_to(&venue, id, 1, theirs()).await, Err(StoreError::NotFound)));
    assert_eq!(event(&venue, &venue.ann, id).await.unwrap().event.version, 1);
    assert_eq!(here(&stranger).await, []);
}

async fn moving_an_event_forgets_its_host_and_nothing_else(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = register(&venue, Uuid::new_v4(), field()).await.unwrap();
    change(&venue, &venue.ann, id, 1).await.unwrap();
    move_to(&venue, id, 2, StatedPlace::Premises(venue.premises)).await.unwrap();
    assert_eq!(here(&venue).await, [id]);
    let hosted = event(&venue, &venue.ann, id).await.unwrap();
    assert_eq!(hosted.host.unwrap().id, venue.premises);
    assert_eq!(hosted.event.details.larger, Some(Larger::Nothing));
    assert!(matches!(move_to(&venue, id, 2, field()).await, Err(StoreError::Conflict)));
    move_to(&venue, id, 3, field()).await.unwrap();
    assert_eq!(here(&venue).await, []);
}

async fn the_list_goes_on_by_key(t: Fixture) {
    let venue = Venue::new(&t).await;
    let mut made = Vec::new();
    for _ in 0..PAGE * 2 + 1 {
        made.push(register(&venue, Uuid::new_v4(), field()).await.unwrap());
    }
    let may = permit::<act::ListEvents>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let (mut found, mut after, mut pages) = (Vec::new(), None::<Cursor>, 0);
    loop {
        let page = t.store.events_of(&may, after).await.unwrap();
        found.extend(page.events.into_iter().map(|hosted| hosted.event.id));
        pages += 1;
        // What is registered meanwhile comes before the first page, and moves nothing.
        register(&venue, Uuid::new_v4(), field()).await.unwrap();
        match page.next {
            Some(next) => after = Some(next.to_string().parse().unwrap()),
            None => break,
        }
    }
    assert_eq!((pages, found.len()), (3, made.len()));
    found.sort();
    made.sort();
    assert_eq!(found, made, "each once");
    assert!("x".parse::<Cursor>().is_err());
}
