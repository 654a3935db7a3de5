//! A thousand double clicks on each creating form: a thousand records, and an entry in the audit
//! record for each.

use std::fmt::Debug;

use domain::{
    account::PersonName,
    competent_person::{CompetentPersonDetails, Expiry},
    contact::Contact,
    coordination::{MOST_LINKS, Relation},
    forms::account::Invite,
    licence::{Licence, LicenceKind, LicenceState},
    notice::{Notice, What},
    organisation::OrganisationDetails,
    party::{Part, Party},
    policy::{Actor, Facts, Grant, act, decide},
};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use uuid::Uuid;

use crate::{
    both::Fixture,
    desk::Desk,
    events::{about, an_event, field},
    on_both,
    venue::{Venue, permit, place},
};

/// Double clicks on each form on each database.
const ROUNDS: i64 = 1_000;

on_both!(
    premises_are_registered_once,
    organisations_are_registered_once,
    records_are_added_once,
    invitations_are_made_once,
    comments_are_made_once,
    answers_are_sent_once,
    parties_are_added_once,
    licences_are_added_once,
    notices_are_recorded_once,
    events_are_registered_once,
    links_are_offered_once,
);

/// Counts rows, past the store.
struct Count {
    db: DatabaseConnection,
    before: Vec<(&'static str, i64)>,
}

impl Count {
    /// What there is now of each table, or of a part of it.
    async fn of<const N: usize>(t: &Fixture, tables: [&'static str; N]) -> Self {
        let db = Database::connect(&t.database.url).await.unwrap();
        let mut count = Self { db, before: Vec::new() };
        for table in tables {
            let rows = count.rows(table).await;
            count.before.push((table, rows));
        }
        count
    }

    async fn rows(&self, table: &str) -> i64 {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        let row = self.db.query_one_raw(Statement::from_string(self.db.get_database_backend(), sql)).await;
        row.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// Each has grown by one row a round.
    async fn grew_by_one_a_round(&self) {
        for (table, before) in &self.before {
            assert_eq!(self.rows(table).await - before, ROUNDS, "{table}");
        }
    }
}

/// Both clicks are told the same, and that all is well.
fn same<T: PartialEq + Debug, E: Debug>((one, other): (Result<T, E>, Result<T, E>)) -> T {
    let one = one.unwrap();
    assert_eq!(one, other.unwrap());
    one
}

async fn premises_are_registered_once(t: Fixture) {
    let venue = Venue::new(&t).await;
    let count = Count::of(&t, ["premises", "audit_leaf WHERE event = 'premises-registered'"]).await;
    let may = permit::<act::RegisterPremises>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    for _ in 0..ROUNDS {
        let once = Uuid::new_v4();
        let click = || t.store.register_premises(&may, once, place());
        same(tokio::join!(click(), click()));
    }
    count.grew_by_one_a_round().await;
}

async fn organisations_are_registered_once(t: Fixture) {
    let people = (0..ROUNDS).map(|number| {
        let name = PersonName::new("Ann").unwrap();
        (name, format!("ann-{number}@demo.invalid").parse().unwrap(), Grant::Operator(None))
    });
    let may_open = decide(&Actor::System, (), &Facts::default()).unwrap();
    let accounts = t.store.open_demo_accounts(&may_open, &people.collect::<Vec<_>>()).await.unwrap();
    let joined = "role_grant WHERE organisation_id IS NOT NULL";
    let count =
        Count::of(&t, ["organisation", joined, "audit_leaf WHERE event = 'organisation-registered'"]).await;
    for account in accounts {
        let actor = Actor::Person { account, grants: vec![Grant::Operator(None)] };
        let may = decide::<act::RegisterOrganisation>(&actor, (), &Facts::default()).unwrap();
        let (once, details) = (Uuid::new_v4(), OrganisationDetails::named("Hall Ltd"));
        let click = || t.store.register_organisation(&may, once, &details);
        same(tokio::join!(click(), click()));
    }
    count.grew_by_one_a_round().await;
}

async fn records_are_added_once(t: Fixture) {
    let venue = Venue::new(&t).await;
    let count =
        Count::of(&t, ["competent_person", "audit_leaf WHERE event = 'competent-person-added'"]).await;
    let may = permit::<act::AddCompetentPerson>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    let details = CompetentPersonDetails {
        name: PersonName::new("Carol").unwrap(),
        role: "Duty manager".into(),
        qualification: "act".into(),
        described: None,
        awarding_body: "A body".into(),
        number: None,
        awarded_on: "2026-02-03".parse().unwrap(),
        expiry: Expiry::NoneStated,
    };
    for _ in 0..ROUNDS {
        let once = Uuid::new_v4();
        let click = || t.store.add_competent_person(&may, once, &details);
        same(tokio::join!(click(), click()));
    }
    count.grew_by_one_a_round().await;
}

async fn invitations_are_made_once(t: Fixture) {
    let venue = Venue::new(&t).await;
    let count = Count::of(&t, ["invitation", "audit_leaf WHERE event = 'invitation-made'"]).await;
    let ada = Actor::Person { account: venue.ann.account, grants: vec![Grant::Administrator] };
    let may = permit::<act::Invite>(&t.store, &ada, ()).await.unwrap();
    let invite = Invite { email: "cas@example.org".parse().unwrap(), grant: Grant::Administrator };
    for _ in 0..ROUNDS {
        let once = Uuid::new_v4();
        let click = || async { t.store.invite(&may, once, &invite).await.map(|link| link.to_string()) };
        same(tokio::join!(click(), click()));
    }
    count.grew_by_one_a_round().await;
}

async fn comments_are_made_once(t: Fixture) {
    let desk = Desk::new(&t).await;
    desk.takes_up(&desk.carol).await.unwrap();
    let count = Count::of(&t, ["comment", "audit_leaf WHERE event = 'commented'"]).await;
    let may = permit::<act::ReviewCase>(&t.store, &desk.carol, desk.case).await.unwrap();
    let question = desk.questions().await[0].clone();
    for _ in 0..ROUNDS {
        let once = Uuid::new_v4();
        let click = || t.store.comment(&may, once, &question, "Said once");
        same(tokio::join!(click(), click()));
    }
    count.grew_by_one_a_round().await;
}

async fn answers_are_sent_once(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    venue.answer_all(id).await;
    let told = ["audit_leaf WHERE event = 'submitted'", "audit_leaf WHERE event = 'case-opened'"];
    let count = Count::of(&t, ["submission", "\"case\"", told[0], told[1]]).await;
    for round in 1..=ROUNDS {
        let may = permit::<act::Submit>(&t.store, &venue.ann.actor, id).await.unwrap();
        let (once, declaration) = (Uuid::new_v4(), venue.declaration());
        let click = || t.store.submit(&may, once, &declaration);
        let sent = same(tokio::join!(click(), click()));
        assert_eq!(i64::from(venue.submission(sent).await.number), round);
        venue.withdraw(sent).await.unwrap();
    }
    count.grew_by_one_a_round().await;
}

async fn parties_are_added_once(t: Fixture) {
    let venue = Venue::new(&t).await;
    let count = Count::of(&t, ["party", "audit_leaf WHERE event = 'party-added'"]).await;
    let may = permit::<act::EditPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    let party =
        Party { part: Part::Responsible, name: "Quay Ltd".into(), number: None, contact: Contact::default() };
    for _ in 0..ROUNDS {
        let once = Uuid::new_v4();
        let click = || t.store.add_record(&may, once, &party);
        same(tokio::join!(click(), click()));
    }
    count.grew_by_one_a_round().await;
}

async fn licences_are_added_once(t: Fixture) {
    let venue = Venue::new(&t).await;
    let count = Count::of(&t, ["licence", "audit_leaf WHERE event = 'licence-added'"]).await;
    let may = permit::<act::EditPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    let licence = Licence {
        kind: LicenceKind::Alcohol,
        state: LicenceState::AppliedFor,
        description: "Premises licence".into(),
        authority: "Birmingham City Council".into(),
    };
    for _ in 0..ROUNDS {
        let once = Uuid::new_v4();
        let click = || t.store.add_record(&may, once, &licence);
        same(tokio::join!(click(), click()));
    }
    count.grew_by_one_a_round().await;
}

/// By turns of premises and of an event.
async fn notices_are_recorded_once(t: Fixture) {
    let venue = Venue::new(&t).await;
    let event = an_event(&venue).await;
    let count = Count::of(&t, ["notice", "audit_leaf WHERE event = 'notice-recorded'"]).await;
    let of_premises = permit::<act::EditPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    let of_event = permit::<act::EditEvent>(&t.store, &venue.ann.actor, event).await.unwrap();
    let notice = Notice {
        what: What::Became,
        given_on: t.clock.today(),
        reference: None,
        facts: Vec::new(),
        otherwise: Vec::new(),
    };
    for round in 0..ROUNDS {
        let once = Uuid::new_v4();
        if round % 2 == 0 {
            let click = || t.store.record_notice(&of_premises, once, &notice);
            same(tokio::join!(click(), click()));
        } else {
            let click = || t.store.record_notice(&of_event, once, &notice);
            same(tokio::join!(click(), click()));
        }
    }
    count.grew_by_one_a_round().await;
}

async fn events_are_registered_once(t: Fixture) {
    let venue = Venue::new(&t).await;
    let count = Count::of(&t, ["event", "audit_leaf WHERE event = 'event-registered'"]).await;
    let may = permit::<act::RegisterEvent>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    for _ in 0..ROUNDS {
        let once = Uuid::new_v4();
        let click = || t.store.register_event(&may, once, about(field()));
        same(tokio::join!(click(), click()));
    }
    count.grew_by_one_a_round().await;
}

/// As many for one of the premises as there may be, then for others.
async fn links_are_offered_once(t: Fixture) {
    let mut venue = Venue::new(&t).await;
    let count = Count::of(&t, ["coordination", "audit_leaf WHERE event = 'coordination-offered'"]).await;
    let most = i64::try_from(MOST_LINKS).unwrap();
    for round in 0..ROUNDS {
        if round > 0 && round % most == 0 {
            venue = venue.with_other_premises().await;
        }
        let may = permit::<act::EditPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
        let once = Uuid::new_v4();
        let click = || async {
            t.store.offer_link(&may, once, Relation::Same).await.map(|secret| secret.to_string())
        };
        same(tokio::join!(click(), click()));
    }
    count.grew_by_one_a_round().await;
}
