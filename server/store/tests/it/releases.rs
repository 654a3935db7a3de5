//! Council figures: frozen once, and read from nothing else.

use chrono::{Days, NaiveDate, TimeDelta};
use domain::{
    disclosure::Cell,
    ids::SubmissionId,
    policy::{Actor, Facts, Grant, Permit, act, decide},
    scope::head_count::HeadCount,
};
use sea_orm::{ConnectionTrait, Database};
use store::{PremisesChange, ReleaseRefused};
use uuid::Uuid;

use crate::{
    both::Fixture,
    event_assessments::sends_of_event,
    on_both,
    venue::{Venue, in_scope, permit, place},
};

on_both!(
    a_release_counts_what_was_sent_and_withholds_the_rest,
    a_release_is_made_once_and_stays,
    a_council_reads_released_figures_only,
);

const REGISTERED: usize = 44;
const IN_SCOPE: usize = 24;
const SENT: usize = 12;

fn may_release() -> Permit<act::MakeRelease> {
    decide(&Actor::System, (), &Facts::default()).unwrap()
}

async fn may_see(t: &Fixture, council: &str) -> Permit<act::SeeAreaFigures> {
    let code: domain::codes::CouncilCode = council.parse().unwrap();
    let actor = Actor::Person {
        account: domain::ids::AccountId(Uuid::nil()),
        grants: vec![Grant::Council(code.clone())],
    };
    permit(&t.store, &actor, code).await.unwrap()
}

/// Premises in Birmingham, registered 100 days ago, and the submissions of some.
async fn birmingham(t: &Fixture) -> Vec<(Venue, SubmissionId)> {
    t.clock.shift(TimeDelta::days(-100));
    let first = Venue::new(t).await;
    let mut venues = vec![first.clone()];
    for place_of in 1..REGISTERED {
        let may =
            permit::<act::RegisterPremises>(&t.store, &first.ann.actor, first.organisation).await.unwrap();
        let premises = t.store.register_premises(&may, Uuid::new_v4(), place()).await.unwrap();
        let venue = Venue { premises, ..first.clone() };
        if place_of < IN_SCOPE {
            venue.change(1, PremisesChange::Facts(in_scope())).await;
            let today = t.clock.today();
            let number = HeadCount::new(300, "ticket-cap", "", today, today).unwrap();
            venue.change(2, PremisesChange::Number(Some(number))).await;
        }
        venues.push(venue);
    }
    // What was sent of an event counts for nothing: figures are of premises.
    sends_of_event(&venues[SENT]).await;
    let mut sent = Vec::new();
    for venue in venues.into_iter().take(SENT) {
        let assessment = venue.start().await;
        venue.answer_all(assessment).await;
        let submission = venue.submit(assessment, Uuid::new_v4()).await.unwrap();
        sent.push((venue, submission));
    }
    t.clock.shift(TimeDelta::days(100));
    sent
}

fn days_ago(t: &Fixture, days: u64) -> NaiveDate {
    t.clock.today() - Days::new(days)
}

async fn a_release_counts_what_was_sent_and_withholds_the_rest(t: Fixture) {
    let sent = birmingham(&t).await;
    let yesterday = days_ago(&t, 1);
    let made = t.store.make_release(&may_release(), yesterday).await.unwrap();
    assert_eq!((made.councils, made.shown, made.withheld), (1, 2, 6));
    let area = t.store.area_figures(&may_see(&t, "E08000025").await).await.unwrap().unwrap();
    assert_eq!(area.as_of, yesterday);
    let shown: Vec<_> = area
        .figures
        .iter()
        .filter_map(|(figure, cell)| match cell {
            Cell::Shown { base, count } => Some((figure.id, *count, *base)),
            Cell::Withheld => None,
        })
        .collect();
    assert_eq!(shown, [("submitted", 10, 45), ("standard", 25, 45)]);
    let leeds = t.store.area_figures(&may_see(&t, "E08000035").await).await.unwrap().unwrap();
    assert!(leeds.figures.iter().all(|(_, cell)| *cell == Cell::Withheld));

    // Before anything was sent, and with three taken back, too few are left to show.
    let before = t.store.make_release(&may_release(), days_ago(&t, 101)).await.unwrap();
    assert_eq!((before.councils, before.shown), (0, 0));
    for (venue, submission) in sent.into_iter().take(SENT - 9) {
        venue.withdraw(submission).await.unwrap();
    }
    t.clock.shift(TimeDelta::days(1));
    let after = t.store.make_release(&may_release(), days_ago(&t, 1)).await.unwrap();
    assert_eq!((after.councils, after.shown, after.withheld), (1, 1, 7));
}

async fn a_release_is_made_once_and_stays(t: Fixture) {
    let yesterday = days_ago(&t, 1);
    t.store.make_release(&may_release(), yesterday).await.unwrap();
    let again = t.store.make_release(&may_release(), yesterday).await;
    assert!(matches!(again, Err(ReleaseRefused::AlreadyMade(day)) if day == yesterday));
    let today = t.store.make_release(&may_release(), days_ago(&t, 0)).await;
    assert!(matches!(today, Err(ReleaseRefused::NotOver(_))));
    let db = Database::connect(&t.database.url).await.unwrap();
    for change in ["UPDATE \"release\" SET as_of = '2026-01-01'", "DELETE FROM \"release\""] {
        let refused = db.execute_unprepared(change).await.unwrap_err();
        assert!(refused.to_string().contains("written once"), "{refused}");
    }
}

async fn a_council_reads_released_figures_only(t: Fixture) {
    let may = may_see(&t, "E08000025").await;
    assert_eq!(t.store.area_figures(&may).await.unwrap(), None);
    t.store.make_release(&may_release(), days_ago(&t, 1)).await.unwrap();
    let (store, statements) = t.store.clone().watched();
    store.area_figures(&may).await.unwrap().unwrap();
    let asked = statements.take();
    assert_eq!(asked.len(), 2, "{asked:?}");
    for statement in asked {
        let tables: Vec<_> = statement.split("FROM ").skip(1).map(|rest| rest.split(' ').next()).collect();
        assert!(tables == [Some("\"release\"")] || tables == [Some("\"release_figure\"")], "{statement}");
    }
}
