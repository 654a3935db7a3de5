//! Many premises of one operator: the list, files of them, and one change to many.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::{
    estate::{
        MOST_PREMISES, Order, PAGE, Search,
        import::{Checked, check, decode},
        shared::SharedChange,
        similar::Alike,
    },
    forms::premises::NameAndAddress,
    ids::{ImportId, OrganisationId, PremisesId},
    law,
    policy::{Actor, Grant, Permit, act},
    premises::{Premises, PremisesName, Stage},
    scope::{Exclusions, PartOf, Tier},
};
use store::{
    EstateFilter, EstatePage, HeldFile, Import, ImportDone, PremisesChange, RegisterRefused, StoreError,
    TierIs,
};
use uuid::Uuid;

use crate::{
    both::Fixture,
    on_both,
    venue::{Person, Venue, permit, place},
};

on_both!(
    a_file_is_imported_whole_and_once,
    a_file_ends_is_thrown_away_and_belongs_to_its_organisation,
    the_list_is_filtered_and_paged,
    one_change_goes_to_those_that_nobody_else_changed,
    what_is_likely_the_same_is_looked_for_at_home,
    there_is_room_for_two_thousand_premises,
);

/// A file of so many halls for so many people each, in Birmingham and Dudley by turns.
pub fn file(rows: usize, people: u32) -> String {
    let header = "name,address_line_1,town,postcode,uses,for_visiting_public,mainly_used,building,exclusions,\
                  part_of_larger_premises,greatest_number,method,counted_on";
    let row = |number| {
        let postcode = if number % 2 == 0 { "B1 1BB" } else { "DY1 1AA" };
        format!(
            "Hall {number},{number} High Street,Town,{postcode},6,yes,yes,yes,none,no,{people},ticket-cap,2026-01-02\n"
        )
    };
    format!("{header}\n{}", (0..rows).map(row).collect::<String>())
}

fn checked(t: &Fixture, text: &str) -> Checked {
    check(text, &law::known(), t.clock.today()).unwrap()
}

async fn hold(t: &Fixture, venue: &Venue, once: Uuid, text: &str) -> ImportId {
    let may = permit::<act::ImportPremises>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let held = HeldFile::new(decode(text.as_bytes()).unwrap(), t.clock.today());
    t.store.hold_import(&may, once, &held).await.unwrap()
}

async fn confirm(t: &Fixture, who: &Person, id: ImportId) -> Result<Permit<act::ConfirmImport>, StoreError> {
    permit(&t.store, &who.actor, id).await
}

async fn import(t: &Fixture, venue: &Venue, text: &str) -> (ImportId, ImportDone) {
    let id = hold(t, venue, Uuid::new_v4(), text).await;
    let rows: Vec<_> = checked(t, text).good.into_iter().map(|row| row.registration).collect();
    let done = ImportDone { imported: u32::try_from(rows.len()).unwrap(), bad: vec![7], left_out: vec![9] };
    let may = confirm(t, &venue.ann, id).await.unwrap();
    t.store.import_premises(&may, &rows, &done).await.unwrap();
    // A second click finds that it is done.
    t.store.import_premises(&may, &rows, &done).await.unwrap();
    (id, done)
}

async fn list(t: &Fixture, venue: &Venue, filter: &EstateFilter) -> EstatePage {
    let may = permit::<act::ListPremises>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    t.store.estate(&may, filter).await.unwrap()
}

/// Every page, one after the other.
async fn all(t: &Fixture, venue: &Venue, mut filter: EstateFilter) -> Vec<Premises> {
    let mut found = Vec::new();
    loop {
        let page = list(t, venue, &filter).await;
        assert!(page.premises.len() <= PAGE);
        found.extend(page.premises);
        match page.next {
            Some(next) => filter.after = Some(next.to_string().parse().unwrap()),
            None => return found,
        }
    }
}

/// The same premises, and Bob as he would be in another organisation.
fn elsewhere(venue: &Venue) -> Venue {
    let organisation = OrganisationId(Uuid::new_v4());
    let actor =
        Actor::Person { account: venue.bob.account, grants: vec![Grant::Operator(Some(organisation))] };
    let person = Person { account: venue.bob.account, actor };
    Venue { organisation, ann: person.clone(), bob: person, ..venue.clone() }
}

async fn a_file_is_imported_whole_and_once(t: Fixture) {
    let venue = Venue::new(&t).await;
    let (id, done) = import(&t, &venue, &file(600, 350)).await;
    let page = list(&t, &venue, &EstateFilter::default()).await;
    assert_eq!((page.total, page.matching, page.premises.len()), (601, 601, PAGE));
    // The file's order is kept.
    let names: Vec<_> = page.premises.iter().map(|one| one.name.as_str().to_owned()).collect();
    let expected: Vec<_> = (0..PAGE).map(|number| format!("Hall {number}")).collect();
    assert_eq!(names, expected);
    let standard = EstateFilter { tier: Some(TierIs::In(Tier::Standard)), ..EstateFilter::default() };
    assert_eq!(list(&t, &venue, &standard).await.matching, 601);
    let may = confirm(&t, &venue.ann, id).await.unwrap();
    let (Import::Done(back), _) = t.store.import(&may).await.unwrap() else { panic!("still waits") };
    assert_eq!(back, done);
    assert!(matches!(t.store.discard_import(&may).await, Err(StoreError::Closed)));
}

async fn a_file_ends_is_thrown_away_and_belongs_to_its_organisation(t: Fixture) {
    let venue = Venue::new(&t).await;
    let once = Uuid::new_v4();
    let id = hold(&t, &venue, once, &file(2, 350)).await;
    assert_eq!(hold(&t, &venue, once, &file(2, 350)).await, id);
    let may = confirm(&t, &venue.ann, id).await.unwrap();
    let (Import::Checked(held), registered) = t.store.import(&may).await.unwrap() else { panic!("is done") };
    assert_eq!((held.text, held.guessed, registered.len()), (file(2, 350), false, 1));
    let other = elsewhere(&venue);
    assert!(matches!(confirm(&t, &other.ann, id).await, Err(StoreError::NotFound)));

    t.store.discard_import(&may).await.unwrap();
    assert!(matches!(confirm(&t, &venue.ann, id).await, Err(StoreError::NotFound)));
    // What was thrown away is not imported by a click that comes late.
    let rows: Vec<_> = checked(&t, &file(2, 350)).good.into_iter().map(|row| row.registration).collect();
    let done = ImportDone { imported: 2, bad: vec![], left_out: vec![] };
    assert!(matches!(t.store.import_premises(&may, &rows, &done).await, Err(StoreError::NotFound)));
    assert_eq!(list(&t, &venue, &EstateFilter::default()).await.total, 1);

    let id = hold(&t, &venue, Uuid::new_v4(), &file(2, 350)).await;
    assert_eq!(t.store.sweep_imports().await.unwrap(), 0);
    t.clock.shift(TimeDelta::hours(24));
    assert!(matches!(confirm(&t, &venue.ann, id).await, Err(StoreError::NotFound)));
    assert_eq!(t.store.sweep_imports().await.unwrap(), 1);
}

async fn the_list_is_filtered_and_paged(t: Fixture) {
    let venue = Venue::new(&t).await;
    import(&t, &venue, &file(60, 350)).await;
    t.clock.shift(TimeDelta::seconds(1));
    import(&t, &venue, &file(60, 900).replace("Hall", "Arena")).await;
    let none = EstateFilter::default;

    let newest = all(&t, &venue, none()).await;
    let ids: BTreeSet<_> = newest.iter().map(|premises| premises.id).collect();
    assert_eq!((newest.len(), ids.len()), (121, 121));
    assert!(newest[..60].iter().all(|premises| premises.name.as_str().starts_with("Arena")));
    let names: Vec<_> = all(&t, &venue, EstateFilter { order: Order::Name, ..none() })
        .await
        .iter()
        .map(|premises| premises.name.as_str().to_lowercase())
        .collect();
    assert!(names.is_sorted() && names.len() == 121);

    let enhanced = EstateFilter { tier: Some(TierIs::In(Tier::Enhanced)), ..none() };
    assert_eq!(all(&t, &venue, enhanced).await.len(), 60);
    assert_eq!(all(&t, &venue, EstateFilter { tier: Some(TierIs::Neither), ..none() }).await.len(), 0);
    assert_eq!(all(&t, &venue, EstateFilter { stage: Some(Stage::Advised), ..none() }).await.len(), 0);
    let dudley = EstateFilter { council: Some("E08000027".parse().unwrap()), ..none() };
    assert_eq!(all(&t, &venue, dudley.clone()).await.len(), 60);
    let found = EstateFilter { search: Search::new("arena 1"), ..dudley };
    let page = list(&t, &venue, &found).await;
    assert_eq!((page.matching, page.total), (10, 121));
    assert_eq!(page.councils.len(), 2);
    let postcode = EstateFilter { search: Search::new("dy1"), ..none() };
    assert_eq!(all(&t, &venue, postcode).await.len(), 60);
}

async fn one_change_goes_to_those_that_nobody_else_changed(t: Fixture) {
    let venue = Venue::new(&t).await;
    import(&t, &venue, &file(3, 350)).await;
    let may = permit::<act::EditEstate>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let shown = t.store.estate_matching(&may, &EstateFilter::default()).await.unwrap();
    let chosen: Vec<_> = shown.iter().map(|premises| (premises.id, premises.version)).collect();
    // Somebody else changes one of them after it was shown.
    venue.change(3, PremisesChange::Number(None)).await;
    let stranger = (PremisesId(Uuid::new_v4()), 1);
    let change = SharedChange {
        exclusions: Some(Exclusions::These(vec!["parliament".into()])),
        part_of: Some(PartOf::Nothing),
        ..SharedChange::default()
    };
    let with_stranger: Vec<_> = chosen.iter().copied().chain([stranger]).collect();
    let done = t.store.change_estate(&may, &with_stranger, &change).await.unwrap();
    assert_eq!((done.changed.len(), done.left_alone.as_slice()), (3, [venue.premises].as_slice()));
    let ids: Vec<_> = chosen.iter().map(|(id, _)| *id).collect();
    let now = t.store.estate_chosen(&may, &ids).await.unwrap();
    assert_eq!(now.iter().filter(|premises| premises.outcome.as_str() == "not-in-scope").count(), 3);
    assert_eq!(
        list(&t, &venue, &EstateFilter { tier: Some(TierIs::Neither), ..EstateFilter::default() })
            .await
            .matching,
        4
    );

    // Said again, it is there already; a version that is gone writes nothing.
    let seen: Vec<_> = now.iter().map(|premises| (premises.id, premises.version)).collect();
    let again = t.store.change_estate(&may, &seen, &change).await.unwrap();
    assert_eq!((again.changed.len(), again.same.len()), (1, 3));
    let late = t.store.change_estate(&may, &chosen, &change).await.unwrap();
    assert_eq!((late.changed.len(), late.left_alone.len()), (0, 4));

    let other = elsewhere(&venue);
    let theirs = permit::<act::EditEstate>(&t.store, &other.ann.actor, other.organisation).await.unwrap();
    assert_eq!(t.store.estate_chosen(&theirs, &ids).await.unwrap().len(), 0);
    assert_eq!(
        t.store.change_estate(&theirs, &seen, &change).await.unwrap(),
        store::EstateChanged::default()
    );
}

async fn there_is_room_for_two_thousand_premises(t: Fixture) {
    let venue = Venue::new(&t).await;
    import(&t, &venue, &file(MOST_PREMISES - 2, 350)).await;
    let may = permit::<act::RegisterPremises>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let once = Uuid::new_v4();
    let last = t.store.register_premises(&may, once, place()).await.unwrap();
    let refused = t.store.register_premises(&may, Uuid::new_v4(), place()).await;
    assert!(matches!(refused, Err(RegisterRefused::Full)));
    let said = checked(&t, &file(1, 350)).good.remove(0).registration;
    let refused = t.store.register_checked_premises(&may, Uuid::new_v4(), &said).await;
    assert!(matches!(refused, Err(RegisterRefused::Full)));
    // A second click on the last one finds it there.
    assert_eq!(t.store.register_premises(&may, once, place()).await.unwrap(), last);
    assert_eq!(list(&t, &venue, &EstateFilter::default()).await.total, MOST_PREMISES);
}

async fn what_is_likely_the_same_is_looked_for_at_home(t: Fixture) {
    let venue = Venue::new(&t).await;
    let may = permit::<act::RegisterPremises>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let named = |name: &str| NameAndAddress { name: PremisesName::new(name).unwrap(), ..place() };
    let once = Uuid::new_v4();
    let found = t.store.likely_same(&may, once, &named("The Canary Old Halls")).await.unwrap();
    assert_eq!(found.iter().map(|(_, why)| *why).collect::<Vec<_>>(), [Alike::Name]);
    assert_eq!(t.store.likely_same(&may, once, &named("Kestrel Arena")).await.unwrap().len(), 0);
    // The same form, sent twice, is not likely to be itself.
    t.store.register_premises(&may, once, named("Kestrel Arena")).await.unwrap();
    assert_eq!(t.store.likely_same(&may, once, &named("Kestrel Arena")).await.unwrap().len(), 0);
    assert_eq!(t.store.likely_same(&may, Uuid::new_v4(), &named("Kestrel Arena")).await.unwrap().len(), 1);
    let other = elsewhere(&venue);
    let theirs =
        permit::<act::RegisterPremises>(&t.store, &other.ann.actor, other.organisation).await.unwrap();
    assert_eq!(t.store.likely_same(&theirs, once, &named("Kestrel Arena")).await.unwrap().len(), 0);
}

/// What two thousand premises cost: printed, and kept from growing out of hand.
#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_premises_are_imported_searched_and_changed_in_seconds() {
    use std::time::Instant;
    let t = Fixture::sqlite().await;
    let venue = Venue::new(&t).await;
    let text = file(MOST_PREMISES - 1, 350);
    let started = Instant::now();
    let rows = checked(&t, &text);
    let check = started.elapsed().as_secs_f64();
    assert_eq!(rows.faults, []);
    let started = Instant::now();
    import(&t, &venue, &text).await;
    let import = started.elapsed().as_secs_f64();
    let mut took = Vec::new();
    for search in ["", "hall 19"] {
        let started = Instant::now();
        let filter = EstateFilter { search: Search::new(search), ..EstateFilter::default() };
        let page = list(&t, &venue, &filter).await;
        assert_eq!(page.total, MOST_PREMISES);
        took.push(started.elapsed().as_secs_f64());
    }
    let may = permit::<act::EditEstate>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let all = t.store.estate_matching(&may, &EstateFilter::default()).await.unwrap();
    let chosen: Vec<_> = all.iter().map(|premises| (premises.id, premises.version)).collect();
    let change = SharedChange { part_of: Some(PartOf::OtherResponsible), ..SharedChange::default() };
    let started = Instant::now();
    assert_eq!(t.store.change_estate(&may, &chosen, &change).await.unwrap().changed.len(), MOST_PREMISES);
    let changed = started.elapsed().as_secs_f64();
    println!(
        "estate of 2,000: check {check:.2} s, import twice {import:.2} s, page {:.3} s, search {:.2} s, change {changed:.2} s",
        took[0], took[1]
    );
    // Beside other tests on a busy machine; alone, each takes a second or less.
    assert!(check < 5.0, "{check:.1} s");
    assert!(import < 60.0 && took.iter().all(|took| *took < 15.0) && changed < 60.0);
}
