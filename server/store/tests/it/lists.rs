//! The lists of premises and of events, and the history of decisions on premises.

use domain::{
    control::{Control, OperatorIs},
    forms::event::StatedPlace,
    ids::PartyId,
    licence::{Licence, LicenceKind, LicenceState},
    party::{Part, Party},
    policy::{Actor, Grant, act},
    scope::{Fact, Outcome, ScopeFacts, head_count::HeadCount},
};
use store::{PremisesChange, Record, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    events::register,
    on_both,
    venue::{Venue, in_scope, permit},
};

on_both!(
    an_entry_is_added_once_changed_and_removed,
    two_editors_of_an_entry_do_not_overwrite_each_other,
    parties_and_licences_are_lists_of_their_own,
    nobody_else_reaches_an_entry,
    an_event_has_lists_of_its_own,
    every_change_of_facts_keeps_its_decision,
);

fn landlord(name: &str) -> Party {
    Party {
        part: Part::Control { relationship: "Landlord".into() },
        name: name.into(),
        number: None,
        contact: domain::contact::Contact::default(),
    }
}

async fn parties(venue: &Venue) -> Vec<Record<Party>> {
    let may = permit::<act::ViewPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    venue.store.records(&may).await.unwrap()
}

async fn add(venue: &Venue, once: Uuid, name: &str) -> PartyId {
    let may = permit::<act::EditPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    venue.store.add_record(&may, once, &landlord(name)).await.unwrap()
}

async fn an_entry_is_added_once_changed_and_removed(t: Fixture) {
    let venue = Venue::new(&t).await;
    let once = Uuid::new_v4();
    let id = add(&venue, once, "Harbour Estates").await;
    assert_eq!(add(&venue, once, "Harbour Estates").await, id);
    add(&venue, Uuid::new_v4(), "Quay Ltd").await;
    let names: Vec<_> = parties(&venue).await.into_iter().map(|entry| entry.details.name).collect();
    assert_eq!(names, ["Harbour Estates", "Quay Ltd"]);

    let may = permit::<act::EditParty>(&t.store, &venue.bob.actor, id).await.unwrap();
    t.store.change_record(&may, 1, &landlord("Harbour Estates plc")).await.unwrap();
    let now: Record<Party> = t.store.record(&may).await.unwrap();
    assert_eq!(
        (now.details.name.as_str(), now.version, now.of),
        ("Harbour Estates plc", 2, venue.premises.into())
    );
    t.store.remove_record::<Party>(&may, 2).await.unwrap();
    assert_eq!(parties(&venue).await.len(), 1);
    assert!(matches!(t.store.record::<Party>(&may).await, Err(StoreError::NotFound)));
}

async fn two_editors_of_an_entry_do_not_overwrite_each_other(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = add(&venue, Uuid::new_v4(), "Harbour Estates").await;
    let may = permit::<act::EditParty>(&t.store, &venue.ann.actor, id).await.unwrap();
    t.store.change_record(&may, 1, &landlord("First")).await.unwrap();
    let second = t.store.change_record(&may, 1, &landlord("Second")).await;
    assert!(matches!(second, Err(StoreError::Conflict)));
    let removed = t.store.remove_record::<Party>(&may, 1).await;
    assert!(matches!(removed, Err(StoreError::Conflict)));
    assert_eq!(parties(&venue).await[0].details.name, "First");
}

async fn parties_and_licences_are_lists_of_their_own(t: Fixture) {
    let venue = Venue::new(&t).await;
    let edit = permit::<act::EditPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    let licence = Licence {
        kind: LicenceKind::Alcohol,
        state: LicenceState::AppliedFor,
        description: "Premises licence".into(),
        authority: "Birmingham City Council".into(),
    };
    let once = Uuid::new_v4();
    let id = t.store.add_record(&edit, once, &licence).await.unwrap();
    let party = add(&venue, once, "Harbour Estates").await;
    let view = permit::<act::ViewPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    let licences = t.store.records::<Licence, _>(&view).await.unwrap();
    assert_eq!(licences.iter().map(|entry| (entry.id, &entry.details)).collect::<Vec<_>>(), [(id, &licence)]);
    assert_eq!(parties(&venue).await.len(), 1);
    // The id of one list is none on the other.
    let other = domain::ids::LicenceId(party.0);
    assert!(permit::<act::EditLicence>(&t.store, &venue.ann.actor, other).await.is_err());
}

async fn nobody_else_reaches_an_entry(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = add(&venue, Uuid::new_v4(), "Harbour Estates").await;
    let grants = vec![Grant::Operator(Some(domain::ids::OrganisationId(Uuid::new_v4())))];
    let stranger = Actor::Person { account: venue.ann.account, grants };
    let refused = permit::<act::EditParty>(&t.store, &stranger, id).await;
    assert!(matches!(refused, Err(StoreError::NotFound)));
}

async fn an_event_has_lists_of_its_own(t: Fixture) {
    let venue = Venue::new(&t).await;
    let at_home = StatedPlace::Premises(venue.premises);
    let event = register(&venue, Uuid::new_v4(), at_home.clone()).await.unwrap();
    let other = register(&venue, Uuid::new_v4(), at_home).await.unwrap();
    let edit = permit::<act::EditEvent>(&t.store, &venue.ann.actor, event).await.unwrap();
    let once = Uuid::new_v4();
    let id = t.store.add_record(&edit, once, &landlord("Meadow Estates")).await.unwrap();
    assert_eq!(t.store.add_record(&edit, once, &landlord("Meadow Estates")).await.unwrap(), id, "sent twice");
    assert!(parties(&venue).await.is_empty(), "the premises that host it have none");
    let listed = async |event| {
        let see = permit::<act::ViewEvent>(&t.store, &venue.bob.actor, event).await.unwrap();
        t.store.records::<Party, _>(&see).await.unwrap()
    };
    assert!(listed(other).await.is_empty());
    let change = permit::<act::EditParty>(&t.store, &venue.bob.actor, id).await.unwrap();
    t.store.change_record(&change, 1, &landlord("Meadow Estates plc")).await.unwrap();
    let now = listed(event).await.pop().unwrap();
    assert_eq!((now.of, now.version), (event.into(), 2));
    assert_eq!(now.details.name, "Meadow Estates plc");
    let stranger = Venue::of(&t, "Eve", "Mal").await;
    let refused = permit::<act::EditEvent>(&t.store, &stranger.ann.actor, event).await;
    assert!(matches!(refused, Err(StoreError::NotFound)));
    let refused = permit::<act::EditParty>(&t.store, &stranger.ann.actor, id).await;
    assert!(matches!(refused, Err(StoreError::NotFound)));
    t.store.remove_record::<Party>(&change, 2).await.unwrap();
    assert!(listed(event).await.is_empty());
}

async fn every_change_of_facts_keeps_its_decision(t: Fixture) {
    let venue = Venue::new(&t).await;
    let view = permit::<act::ViewPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    let made = t.store.decisions_on(&view).await.unwrap();
    let outcomes: Vec<_> = made.iter().map(|one| one.record.decision.outcome).collect();
    assert_eq!(outcomes, [Outcome::Standard, Outcome::Unclear]);
    assert_eq!(made[0].record.changed_since(&made[1].record), [Fact::Number, Fact::Method]);

    // Who has control decides nothing about scope.
    let control = Control { operator: Some(OperatorIs::Responsible), ..Control::default() };
    venue.change(3, PremisesChange::Control(control.clone())).await;
    assert_eq!(venue.premises().await.control, control);
    // Nor does saying the same again.
    venue.change(4, PremisesChange::Facts(in_scope())).await;
    assert_eq!(t.store.decisions_on(&view).await.unwrap().len(), 2);

    let today = t.store.clock().today();
    let number = HeadCount::new(900, "ticket-cap", "", today, today).unwrap();
    venue.change(5, PremisesChange::Number(Some(number))).await;
    venue.change(6, PremisesChange::Facts(ScopeFacts { uses: Vec::new(), ..in_scope() })).await;
    let made = t.store.decisions_on(&view).await.unwrap();
    let outcomes: Vec<_> = made.iter().map(|one| one.record.decision.outcome).collect();
    assert_eq!(outcomes, [Outcome::Unclear, Outcome::Enhanced, Outcome::Standard, Outcome::Unclear]);
    assert!(made.windows(2).all(|pair| pair[0].at >= pair[1].at));
}
