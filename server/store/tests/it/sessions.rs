//! Sessions end when they should, and their ids are nowhere in the database.

use chrono::TimeDelta;
use domain::policy::{Actor, Facts, Grant, Permit, act, decide};
use store::{Carried, Holder, SignedIn};
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
};
use uuid::Uuid;

use crate::{both::Fixture, on_both};

on_both!(
    a_session_is_found_again,
    an_idle_session_ends_and_stays_ended,
    a_session_ends_however_busy,
    an_ended_session_is_not_saved_back,
    a_taken_id_is_drawn_again,
    what_a_browser_carries_is_sealed_and_ends,
    a_session_without_a_person_ends_with_what_it_carries,
    signing_in_keeps_what_is_carried,
    whoever_holds_a_session_is_read_with_it_and_never_stored,
    what_was_typed_is_sealed_and_ends,
);

fn record(t: &Fixture, account: Uuid) -> Record {
    let now = t.clock.now().timestamp_millis();
    let signed_in =
        SignedIn { account, started: now, seen: now, idle: 30 * 60_000, ends: now + 12 * 3_600_000 };
    Record {
        id: Id::default(),
        data: [(SignedIn::KEY.to_owned(), serde_json::to_value(signed_in).unwrap())].into(),
        expiry_date: time::OffsetDateTime::UNIX_EPOCH,
    }
}

async fn a_session_is_found_again(t: Fixture) {
    let mut record = record(&t, Uuid::new_v4());
    let sessions = t.store.sessions();
    sessions.create(&mut record).await.unwrap();
    assert_eq!(sessions.load(&record.id).await.unwrap().unwrap().data, record.data);
    assert!(sessions.load(&Id(42)).await.unwrap().is_none());
}

async fn an_idle_session_ends_and_stays_ended(t: Fixture) {
    let mut record = record(&t, Uuid::new_v4());
    let sessions = t.store.sessions();
    sessions.create(&mut record).await.unwrap();
    t.clock.shift(TimeDelta::minutes(29));
    assert!(sessions.load(&record.id).await.unwrap().is_some());
    t.clock.shift(TimeDelta::minutes(1));
    assert!(sessions.load(&record.id).await.unwrap().is_none());
    t.clock.shift(TimeDelta::minutes(-20));
    assert!(sessions.load(&record.id).await.unwrap().is_none(), "a clock set back revives nothing");
}

async fn a_session_ends_however_busy(t: Fixture) {
    let mut record = record(&t, Uuid::new_v4());
    let sessions = t.store.sessions();
    sessions.create(&mut record).await.unwrap();
    for _ in 0..36 {
        t.clock.shift(TimeDelta::minutes(20));
        let Some(mut busy) = sessions.load(&record.id).await.unwrap() else {
            assert_eq!(t.clock.now().timestamp_millis() / 60_000, ends(&record) / 60_000);
            return;
        };
        let mut signed_in: SignedIn = serde_json::from_value(busy.data[SignedIn::KEY].clone()).unwrap();
        signed_in.seen = t.clock.now().timestamp_millis();
        busy.data.insert(SignedIn::KEY.into(), serde_json::to_value(signed_in).unwrap());
        sessions.save(&busy).await.unwrap();
    }
    panic!("still signed in after twelve hours");
}

fn ends(record: &Record) -> i64 {
    serde_json::from_value::<SignedIn>(record.data[SignedIn::KEY].clone()).unwrap().ends
}

async fn an_ended_session_is_not_saved_back(t: Fixture) {
    let account = Uuid::new_v4();
    let mut record = record(&t, account);
    let sessions = t.store.sessions();
    sessions.create(&mut record).await.unwrap();
    sessions.end_all_of(account).await.unwrap();
    sessions.save(&record).await.unwrap();
    assert!(sessions.load(&record.id).await.unwrap().is_none());
}

async fn a_taken_id_is_drawn_again(t: Fixture) {
    let mut first = record(&t, Uuid::new_v4());
    let mut second = Record { id: first.id, ..record(&t, Uuid::new_v4()) };
    let sessions = t.store.sessions();
    sessions.create(&mut first).await.unwrap();
    sessions.create(&mut second).await.unwrap();
    assert_ne!(first.id, second.id);
    assert_eq!(sessions.load(&first.id).await.unwrap().unwrap().data, first.data);
}

const ANSWERS: &str = "what=premises&building=yes&use=6&count=know&number=350";

async fn carried(t: &Fixture) -> Carried {
    let permit: Permit<act::CarryScopeCheck> = decide(&Actor::Anonymous, (), &Facts::default()).unwrap();
    t.store.seal_carried(&permit, ANSWERS, TimeDelta::hours(1)).await.unwrap()
}

fn anonymous(carried: &Carried) -> Record {
    Record {
        id: Id::default(),
        data: [(Carried::KEY.to_owned(), serde_json::to_value(carried).unwrap())].into(),
        expiry_date: time::OffsetDateTime::UNIX_EPOCH,
    }
}

async fn what_a_browser_carries_is_sealed_and_ends(t: Fixture) {
    let carried = carried(&t).await;
    let stored = serde_json::to_string(&carried).unwrap();
    assert!(ANSWERS.split('&').all(|answer| !stored.contains(answer)), "{stored}");
    t.clock.shift(TimeDelta::minutes(59));
    assert_eq!(t.store.open_carried(&carried).await.unwrap().as_deref(), Some(ANSWERS));
    t.clock.shift(TimeDelta::minutes(1));
    assert_eq!(t.store.open_carried(&carried).await.unwrap(), None);
}

async fn a_session_without_a_person_ends_with_what_it_carries(t: Fixture) {
    let (sessions, carried) = (t.store.sessions(), carried(&t).await);
    let mut record = anonymous(&carried);
    sessions.create(&mut record).await.unwrap();
    t.clock.shift(TimeDelta::minutes(30));
    sessions.save(&record).await.unwrap();
    t.clock.shift(TimeDelta::minutes(29));
    assert_eq!(sessions.load(&record.id).await.unwrap().unwrap().data, record.data);
    assert_eq!(sessions.sweep().await.unwrap(), 0);
    t.clock.shift(TimeDelta::minutes(1));
    assert_eq!(sessions.sweep().await.unwrap(), 1);
    assert!(sessions.load(&record.id).await.unwrap().is_none());
    let mut empty = Record { data: [].into(), ..anonymous(&carried) };
    sessions.create(&mut empty).await.unwrap();
    assert!(sessions.load(&empty.id).await.unwrap().is_none(), "nobody and nothing: no session");
}

async fn signing_in_keeps_what_is_carried(t: Fixture) {
    let (sessions, carried) = (t.store.sessions(), carried(&t).await);
    let mut record = record(&t, Uuid::new_v4());
    record.data.insert(Carried::KEY.to_owned(), serde_json::to_value(&carried).unwrap());
    sessions.create(&mut record).await.unwrap();
    t.clock.shift(TimeDelta::minutes(20));
    assert_eq!(sessions.load(&record.id).await.unwrap().unwrap().data, record.data);
    t.clock.shift(TimeDelta::minutes(10));
    assert!(sessions.load(&record.id).await.unwrap().is_none(), "idle: the person's session decides");
}

async fn whoever_holds_a_session_is_read_with_it_and_never_stored(t: Fixture) {
    let account = crate::venue::account(&t.store, "Ann").await;
    let (watched, statements) = t.store.clone().watched();
    let sessions = watched.sessions();
    let mut record = record(&t, account.0);
    sessions.create(&mut record).await.unwrap();
    statements.take();
    let read = sessions.load(&record.id).await.unwrap().unwrap();
    assert_eq!(statements.take().len(), 1, "the session and whoever holds it");
    let holder: Holder = serde_json::from_value(read.data[Holder::KEY].clone()).unwrap();
    let person = holder.person().unwrap();
    assert_eq!(person.name.as_str(), "Ann");
    assert_eq!(person.actor, Actor::Person { account, grants: vec![Grant::Operator(None)] });

    // One made up in the session's own data counts for nothing.
    let mut forged = Record { id: Id::default(), ..self::record(&t, Uuid::new_v4()) };
    forged.data.insert(Holder::KEY.to_owned(), read.data[Holder::KEY].clone());
    sessions.create(&mut forged).await.unwrap();
    assert!(!sessions.load(&forged.id).await.unwrap().unwrap().data.contains_key(Holder::KEY));
    sessions.save(&read).await.unwrap();
    // On PostgreSQL there is no file to look into.
    for file in ["portal.db", "portal.db-wal"] {
        let bytes = std::fs::read(t.database.folder.path().join(file)).unwrap_or_default();
        assert!(!bytes.windows(8).any(|part| part == b"\"holder\""), "{file}");
    }
}

async fn what_was_typed_is_sealed_and_ends(t: Fixture) {
    let (to, fields) = ("/premises/register?from=check", "name=Old+Hall&note=%3Cb%3E");
    let sealed = t.store.seal_typed(to.into(), fields.into()).await.unwrap();
    assert!(!sealed.contains("Hall") && sealed.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let typed = t.store.open_typed(&sealed).await.unwrap().unwrap();
    assert_eq!((typed.to.as_str(), typed.path(), typed.fields.as_str()), (to, "/premises/register", fields));
    for at in 0..sealed.len() {
        let digit = if &sealed[at..=at] == "0" { "1" } else { "0" };
        let changed = format!("{}{digit}{}", &sealed[..at], &sealed[at + 1..]);
        assert!(t.store.open_typed(&changed).await.is_err(), "digit {at}");
    }
    t.clock.shift(TimeDelta::hours(24));
    assert!(t.store.open_typed(&sealed).await.unwrap().is_none());
}
