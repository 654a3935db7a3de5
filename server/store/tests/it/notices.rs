//! Notices to the regulator: recorded once, taken back and kept; and what facts said before.

use chrono::TimeDelta;
use domain::{
    contact::Contact,
    control::Control,
    estate::shared::SharedChange,
    event::EventChange,
    forms::{event::StatedPlace, premises::NameAndAddress},
    ids::{EventId, NoticeId, OrganisationId, PremisesId, PremisesOrEvent},
    law,
    licence::{Licence, LicenceKind, LicenceState},
    notice::{Accuracy, Kept, Notice, Since, What, accuracy},
    notification::{Entry, Field, Sources, Subject, pack},
    organisation::OrganisationDetails,
    party::{Part, Party},
    policy::{Actor, Grant, act},
    premises::{PremisesName, site::Everybody, site::Site},
    scope::Known,
};
use sea_orm::{ConnectionTrait, Database, Statement};
use store::{PremisesChange, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    events::{an_event, register},
    on_both,
    venue::{Person, Venue, permit, place},
};

on_both!(
    a_notice_is_recorded_once_and_taken_back,
    of_two_people_the_first_takes_a_notice_back,
    nobody_else_reaches_a_notice,
    an_event_has_notices_of_its_own,
    later_changes_of_an_event_and_its_host_are_told_too,
    nothing_earlier_is_kept_before_the_first_notice,
    every_later_change_is_told_with_its_day,
    a_removed_entry_was_there_for_a_while,
    other_premises_and_organisations_are_left_out,
);

fn given(venue: &Venue, what: What, facts: Vec<Entry>) -> Notice {
    Notice {
        what,
        given_on: venue.store.clock().today(),
        reference: Some("SIA 12/345".into()),
        facts,
        otherwise: Vec::new(),
    }
}

async fn record(venue: &Venue, once: Uuid, notice: &Notice) -> NoticeId {
    let may = permit::<act::EditPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    venue.store.record_notice(&may, once, notice).await.unwrap()
}

async fn notices(venue: &Venue) -> Vec<Kept> {
    let may = permit::<act::ViewPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    venue.store.notices(&may).await.unwrap()
}

/// What the portal says now.
async fn facts(venue: &Venue) -> Vec<Entry> {
    let may = permit::<act::ViewPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    let premises = venue.store.premises(&may).await.unwrap();
    let decision = premises.decide(&law::known(), venue.store.clock().today());
    let parties = venue.store.records::<Party, _>(&may).await.unwrap();
    pack(&Sources {
        organisation: &venue.store.organisation_behind(&may).await.unwrap(),
        subject: Subject::Premises(&premises, &decision),
        parties: &parties.into_iter().map(|entry| entry.details).collect::<Vec<_>>(),
        licences: &[],
    })
}

async fn stands(venue: &Venue) -> Accuracy {
    let may = permit::<act::ViewPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    let kept = venue.store.notices(&may).await.unwrap();
    let since = kept.iter().map(|kept| kept.recorded_at).min().unwrap();
    let past = venue.store.premises_past(&may, since).await.unwrap();
    let found = accuracy(&kept, &past.states(&kept, &law::known()));
    assert_eq!(stands_in_estate(venue, venue.premises.into()).await, found);
    found
}

/// The same, as it is found among all that the organisation has.
async fn stands_in_estate(venue: &Venue, of: PremisesOrEvent) -> Accuracy {
    let may = permit::<act::ListPremises>(&venue.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let facts = venue.store.calendar_of(&may).await.unwrap();
    let (store, statements) = venue.store.clone().watched();
    let pasts = store.estate_pasts(&may, &facts).await.unwrap();
    assert_eq!(statements.take().len(), 4);
    let (_, past) = pasts.iter().find(|(one, _)| *one == of).expect("a notice of it was recorded");
    accuracy(facts.notices(of), &past.states(facts.notices(of), &law::known()))
}

async fn take_back(venue: &Venue, who: &Person, id: NoticeId, why: &str) -> Result<(), StoreError> {
    let may = permit::<act::EditNotice>(&venue.store, &who.actor, id).await?;
    venue.store.take_back_notice(&may, why).await
}

/// How many earlier facts are kept, past the store.
async fn kept_earlier(t: &Fixture) -> i64 {
    let db = Database::connect(&t.database.url).await.unwrap();
    let sql = Statement::from_string(db.get_database_backend(), "SELECT COUNT(*) FROM earlier_fact");
    db.query_one_raw(sql).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

fn everybody(number: u32) -> PremisesChange {
    let everybody = Some(Everybody::Other { number, how: "Counted".into() });
    PremisesChange::Site(Site { everybody, ..Site::default() })
}

fn landlord(name: &str) -> Party {
    Party {
        part: Part::Control { relationship: "Landlord".into() },
        name: name.into(),
        number: None,
        contact: Contact::default(),
    }
}

async fn a_notice_is_recorded_once_and_taken_back(t: Fixture) {
    let venue = Venue::new(&t).await;
    let (once, notice) = (Uuid::new_v4(), given(&venue, What::Became, facts(&venue).await));
    let id = record(&venue, once, &notice).await;
    assert_eq!(record(&venue, once, &notice).await, id);
    let kept = notices(&venue).await;
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].id, &kept[0].notice, &kept[0].taken_back), (id, &notice, &None));

    take_back(&venue, &venue.ann, id, "Never sent").await.unwrap();
    take_back(&venue, &venue.ann, id, "Sent twice").await.unwrap();
    let may = permit::<act::EditNotice>(&t.store, &venue.bob.actor, id).await.unwrap();
    let (of, kept) = t.store.notice(&may).await.unwrap();
    assert_eq!(of, PremisesOrEvent::Premises(venue.premises));
    assert_eq!(kept.notice, notice, "it stays as it was");
    assert_eq!(kept.taken_back.unwrap().why, "Never sent");
}

async fn of_two_people_the_first_takes_a_notice_back(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = record(&venue, Uuid::new_v4(), &given(&venue, What::Became, Vec::new())).await;
    take_back(&venue, &venue.ann, id, "Never sent").await.unwrap();
    let late = take_back(&venue, &venue.bob, id, "Another day").await;
    assert!(matches!(late, Err(StoreError::Conflict)));
    assert_eq!(notices(&venue).await[0].taken_back.as_ref().unwrap().why, "Never sent");
}

async fn nobody_else_reaches_a_notice(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = record(&venue, Uuid::new_v4(), &given(&venue, What::Became, Vec::new())).await;
    let grants = vec![Grant::Operator(Some(OrganisationId(Uuid::new_v4())))];
    let stranger = Actor::Person { account: venue.ann.account, grants };
    let refused = permit::<act::EditNotice>(&t.store, &stranger, id).await;
    assert!(matches!(refused, Err(StoreError::NotFound)));
    let none = NoticeId(Uuid::new_v4());
    assert!(permit::<act::EditNotice>(&t.store, &venue.ann.actor, none).await.is_err());
}

async fn an_event_has_notices_of_its_own(t: Fixture) {
    let venue = Venue::new(&t).await;
    let event = an_event(&venue).await;
    let may = permit::<act::EditEvent>(&t.store, &venue.ann.actor, event).await.unwrap();
    let (once, notice) = (Uuid::new_v4(), given(&venue, What::Became, Vec::new()));
    let id = t.store.record_notice(&may, once, &notice).await.unwrap();
    let see = permit::<act::ViewEvent>(&t.store, &venue.ann.actor, event).await.unwrap();
    assert_eq!(t.store.notices(&see).await.unwrap().len(), 1);
    assert_eq!(notices(&venue).await, []);
    let may = permit::<act::EditNotice>(&t.store, &venue.ann.actor, id).await.unwrap();
    assert_eq!(t.store.notice(&may).await.unwrap().0, PremisesOrEvent::Event(event));
}

/// What is other than was notified of an event.
async fn event_stands(venue: &Venue, id: EventId) -> Accuracy {
    let see = permit::<act::ViewEvent>(&venue.store, &venue.ann.actor, id).await.unwrap();
    let kept = venue.store.notices(&see).await.unwrap();
    let past = venue.store.event_past(&see, kept[0].recorded_at).await.unwrap();
    let found = accuracy(&kept, &past.states(&kept, &law::known()));
    assert_eq!(stands_in_estate(venue, id.into()).await, found);
    found
}

async fn later_changes_of_an_event_and_its_host_are_told_too(t: Fixture) {
    let venue = Venue::new(&t).await;
    let host = StatedPlace::Premises(venue.premises);
    let id = register(&venue, Uuid::new_v4(), host.clone()).await.unwrap();
    let other = register(&venue, Uuid::new_v4(), host).await.unwrap();
    let edit = permit::<act::EditEvent>(&t.store, &venue.ann.actor, id).await.unwrap();
    t.store.change_event(&edit, 1, EventChange::Online(Vec::new())).await.unwrap();
    let see = permit::<act::ViewEvent>(&t.store, &venue.ann.actor, id).await.unwrap();
    let hosted = t.store.event(&see).await.unwrap();
    let scope = hosted.decide(&law::known(), t.clock.today());
    let facts = pack(&Sources {
        organisation: &t.store.organisation_behind(&see).await.unwrap(),
        subject: Subject::Event(&hosted, &scope),
        parties: &[],
        licences: &[],
    });
    let first = given(&venue, What::Became, facts);
    t.store.record_notice(&edit, Uuid::new_v4(), &first).await.unwrap();
    assert_eq!(event_stands(&venue, id).await.now(), []);

    t.clock.shift(TimeDelta::days(1));
    t.store.change_event(&edit, 2, EventChange::Online(vec!["www.example.org".into()])).await.unwrap();
    let of_other = permit::<act::EditEvent>(&t.store, &venue.ann.actor, other).await.unwrap();
    t.store.change_event(&of_other, 1, EventChange::Online(Vec::new())).await.unwrap();
    t.store.add_record(&of_other, Uuid::new_v4(), &landlord("Not of this one")).await.unwrap();
    t.clock.shift(TimeDelta::days(1));
    let moved =
        PremisesChange::Place(NameAndAddress { name: PremisesName::new("New Hall").unwrap(), ..place() });
    venue.change(3, moved).await;
    t.clock.shift(TimeDelta::days(1));
    let licence = Licence {
        kind: LicenceKind::Alcohol,
        state: LicenceState::NoticeGiven,
        description: "Temporary event notice".into(),
        authority: "Birmingham City Council".into(),
    };
    t.store.add_record(&edit, Uuid::new_v4(), &licence).await.unwrap();
    let since = |days, field| Since { day: first.given_on + TimeDelta::days(days), fields: vec![field] };
    // Of licences the notice did not tell, since nothing was said of them.
    assert_eq!(event_stands(&venue, id).await.now(), [since(1, Field::Online), since(2, Field::Address)]);
}

async fn nothing_earlier_is_kept_before_the_first_notice(t: Fixture) {
    let venue = Venue::new(&t).await;
    venue.change(3, everybody(350)).await;
    assert_eq!(kept_earlier(&t).await, 0);
    record(&venue, Uuid::new_v4(), &given(&venue, What::Became, facts(&venue).await)).await;
    assert_eq!(stands(&venue).await.now(), []);
    venue.change(4, everybody(400)).await;
    assert_eq!(kept_earlier(&t).await, 1);
}

async fn every_later_change_is_told_with_its_day(t: Fixture) {
    let venue = Venue::new(&t).await;
    let control = Control { others: Known::No, ..Control::default() };
    venue.change(3, PremisesChange::Control(control)).await;
    venue.change(4, everybody(350)).await;
    let first = given(&venue, What::Became, facts(&venue).await);
    record(&venue, Uuid::new_v4(), &first).await;
    let day = |days: i64| first.given_on + TimeDelta::days(days);

    t.clock.shift(TimeDelta::days(2));
    venue.change(5, everybody(400)).await;
    t.clock.shift(TimeDelta::days(3));
    venue.change(6, everybody(450)).await;
    // A landlord, by their own page.
    let may = permit::<act::EditPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    let party = t.store.add_record(&may, Uuid::new_v4(), &landlord("Quay Ltd")).await.unwrap();
    t.clock.shift(TimeDelta::days(1));
    let edit = permit::<act::EditParty>(&t.store, &venue.ann.actor, party).await.unwrap();
    t.store.change_record(&edit, 1, &landlord("Quay plc")).await.unwrap();
    // The organisation's own name.
    let admin =
        Actor::Person { account: venue.ann.account, grants: vec![Grant::OperatorAdmin(venue.organisation)] };
    let may = permit::<act::EditOrganisation>(&t.store, &admin, venue.organisation).await.unwrap();
    t.store.change_organisation(&may, 1, &OrganisationDetails::named("Quay Halls")).await.unwrap();
    // And what many premises share.
    t.clock.shift(TimeDelta::days(1));
    let may = permit::<act::EditEstate>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let sites = SharedChange { online: Some(vec!["www.example.org".into()]), ..SharedChange::default() };
    let done = t.store.change_estate(&may, &[(venue.premises, 7)], &sites).await.unwrap();
    assert_eq!(done.changed, [venue.premises]);
    assert_eq!(kept_earlier(&t).await, 5);

    let since = |days, fields: &[Field]| Since { day: day(days), fields: fields.to_vec() };
    let now = stands(&venue).await.now();
    assert_eq!(
        now,
        [since(2, &[Field::GreatestNumber]), since(5, &[Field::OthersInControl]), since(6, &[Field::Names]),]
    );
    // A correction ends it; what is changed afterwards begins anew.
    record(&venue, Uuid::new_v4(), &given(&venue, What::Correction, facts(&venue).await)).await;
    assert_eq!(stands(&venue).await.now(), []);
    t.clock.shift(TimeDelta::days(1));
    venue.change(8, everybody(500)).await;
    // It says nothing of websites any more, which the correction had told.
    assert_eq!(stands(&venue).await.now(), [since(8, &[Field::GreatestNumber, Field::Online])]);
}

async fn a_removed_entry_was_there_for_a_while(t: Fixture) {
    let venue = Venue::new(&t).await;
    let control = Control { others: Known::No, ..Control::default() };
    venue.change(3, PremisesChange::Control(control)).await;
    record(&venue, Uuid::new_v4(), &given(&venue, What::Became, facts(&venue).await)).await;
    t.clock.shift(TimeDelta::days(1));
    let may = permit::<act::EditPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    let party = t.store.add_record(&may, Uuid::new_v4(), &landlord("Quay Ltd")).await.unwrap();
    t.clock.shift(TimeDelta::days(1));
    let edit = permit::<act::EditParty>(&t.store, &venue.ann.actor, party).await.unwrap();
    t.store.remove_record::<Party>(&edit, 1).await.unwrap();
    let found = stands(&venue).await;
    assert_eq!(found.now(), []);
    let over: Vec<_> = found.for_a_while().map(|(field, spell)| (field, spell.until.is_some())).collect();
    assert_eq!(over, [(Field::OthersInControl, true)]);
}

async fn other_premises_and_organisations_are_left_out(t: Fixture) {
    let venue = Venue::new(&t).await;
    venue.change(3, everybody(350)).await;
    record(&venue, Uuid::new_v4(), &given(&venue, What::Became, facts(&venue).await)).await;
    t.clock.shift(TimeDelta::days(1));
    let other = venue.with_other_premises().await;
    other.change(3, everybody(700)).await;
    let stranger = Venue::of(&t, "Cat", "Dan").await;
    stranger.change(3, everybody(900)).await;
    assert_eq!(stands(&venue).await.now(), []);
    // Neighbours have their own notices, asked for together.
    record(&other, Uuid::new_v4(), &given(&venue, What::Became, Vec::new())).await;
    let may = permit::<act::ListPremises>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let all = [venue.premises, other.premises, stranger.premises, PremisesId(Uuid::nil())];
    let found = t.store.notices_of_estate(&may, &all).await.unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(found[&other.premises].len(), 1);
}
