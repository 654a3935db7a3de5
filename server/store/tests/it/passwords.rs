//! Setting another password, by a one-time link or by knowing the old one.

use chrono::TimeDelta;
use domain::{
    account::Password,
    forms::account::ChangePassword,
    ids::AccountId,
    policy::{Actor, Facts, Permit, act, decide},
};
use store::{Secret, SignInRefused, SignedIn, StoreError};
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
};

use crate::{
    accounts::{email, person, sign_in_permit, sign_up_permit},
    both::Fixture,
    on_both,
};

on_both!(
    a_reset_link_works_once_and_ends_all_sessions,
    a_reset_link_ends_and_a_newer_password_voids_it,
    a_password_is_changed_by_whoever_knows_the_old_one,
    guesses_of_the_old_password_are_slowed_down,
    signing_out_everywhere_ends_every_session,
);

const OLD: &str = "a quiet harbour at dusk";
const NEW: &str = "seven green lanterns";

fn may_make_link() -> Permit<act::MakeResetLink> {
    decide(&Actor::System, (), &Facts::default()).unwrap()
}

fn may_reset() -> Permit<act::ResetPassword> {
    decide(&Actor::Anonymous, (), &Facts::default()).unwrap()
}

fn may_manage(account: AccountId) -> Permit<act::ManageOwnAccount> {
    decide(&Actor::Person { account, grants: Vec::new() }, (), &Facts::default()).unwrap()
}

fn change(old: &str) -> ChangePassword {
    ChangePassword { old: old.into(), new: Password::new(NEW).unwrap() }
}

impl Fixture {
    async fn ann(&self) -> AccountId {
        self.store.sign_up(&sign_up_permit(), &person("Ann")).await.unwrap();
        self.signs_in(OLD).await.unwrap()
    }

    async fn signs_in(&self, password: &str) -> Result<AccountId, SignInRefused> {
        self.store.sign_in(&sign_in_permit(), &email("Ann"), password, "127.0.0.1").await
    }

    async fn session(&self, account: AccountId) -> Id {
        let now = self.clock.now().timestamp_millis();
        let signed_in =
            SignedIn { account: account.0, started: now, seen: now, idle: 1_800_000, ends: now + 43_200_000 };
        let mut record = Record {
            id: Id::default(),
            data: [(SignedIn::KEY.to_owned(), serde_json::to_value(signed_in).unwrap())].into(),
            expiry_date: time::OffsetDateTime::UNIX_EPOCH,
        };
        self.store.sessions().create(&mut record).await.unwrap();
        record.id
    }

    async fn is_signed_in(&self, id: Id) -> bool {
        self.store.sessions().load(&id).await.unwrap().is_some()
    }
}

async fn a_reset_link_works_once_and_ends_all_sessions(t: Fixture) {
    let ann = t.ann().await;
    let session = t.session(ann).await;
    let secret = t.store.make_reset_link(&may_make_link(), &email("Ann")).await.unwrap();
    t.store.reset_link(&may_reset(), &secret).await.unwrap();
    t.store.reset_password(&may_reset(), &secret, &Password::new(NEW).unwrap()).await.unwrap();
    assert!(!t.is_signed_in(session).await);
    assert!(matches!(t.signs_in(OLD).await, Err(SignInRefused::Wrong)));
    assert_eq!(t.signs_in(NEW).await.unwrap(), ann);
    for link in [secret, Secret::random().unwrap()] {
        assert!(matches!(t.store.reset_link(&may_reset(), &link).await, Err(StoreError::NotFound)));
        let again = t.store.reset_password(&may_reset(), &link, &Password::new(OLD).unwrap()).await;
        assert!(matches!(again, Err(StoreError::NotFound)));
    }
    let nobody = t.store.make_reset_link(&may_make_link(), &email("Zed")).await;
    assert!(matches!(nobody, Err(StoreError::NotFound)));
}

async fn a_reset_link_ends_and_a_newer_password_voids_it(t: Fixture) {
    let ann = t.ann().await;
    let late = t.store.make_reset_link(&may_make_link(), &email("Ann")).await.unwrap();
    t.clock.shift(TimeDelta::minutes(29));
    t.store.reset_link(&may_reset(), &late).await.unwrap();
    t.clock.shift(TimeDelta::minutes(1));
    assert!(matches!(t.store.reset_link(&may_reset(), &late).await, Err(StoreError::NotFound)));
    let void = t.store.make_reset_link(&may_make_link(), &email("Ann")).await.unwrap();
    t.store.change_password(&may_manage(ann), &change(OLD), "127.0.0.1").await.unwrap();
    let refused = t.store.reset_password(&may_reset(), &void, &Password::new(OLD).unwrap()).await;
    assert!(matches!(refused, Err(StoreError::NotFound)));
}

async fn a_password_is_changed_by_whoever_knows_the_old_one(t: Fixture) {
    let ann = t.ann().await;
    let session = t.session(ann).await;
    let wrong = t.store.change_password(&may_manage(ann), &change("another guess"), "127.0.0.1").await;
    assert!(matches!(wrong, Err(SignInRefused::Wrong)));
    assert!(t.is_signed_in(session).await);
    t.store.change_password(&may_manage(ann), &change(OLD), "127.0.0.1").await.unwrap();
    assert!(!t.is_signed_in(session).await);
    assert!(matches!(t.signs_in(OLD).await, Err(SignInRefused::Wrong)));
    t.signs_in(NEW).await.unwrap();
}

async fn guesses_of_the_old_password_are_slowed_down(t: Fixture) {
    let ann = t.ann().await;
    let mut tried = 0;
    for _ in 0..12 {
        match t.store.change_password(&may_manage(ann), &change("another guess"), "127.0.0.1").await {
            Err(SignInRefused::Wrong) => tried += 1,
            Err(SignInRefused::TooMany) => {}
            other => panic!("{other:?}"),
        }
    }
    // From the third on each guess has to wait: few get through, however slow the machine.
    assert!((3..=8).contains(&tried), "{tried} guesses");
}

async fn signing_out_everywhere_ends_every_session(t: Fixture) {
    let ann = t.ann().await;
    let (one, two) = (t.session(ann).await, t.session(ann).await);
    let other = t.session(AccountId(uuid::Uuid::new_v4())).await;
    let own = t.store.own_account(&may_manage(ann)).await.unwrap();
    assert_eq!((own.name.as_str(), own.email.as_str(), own.sessions), ("Ann", "ann@example.org", 2));
    t.clock.shift(TimeDelta::minutes(30));
    assert_eq!(t.store.own_account(&may_manage(ann)).await.unwrap().sessions, 0);
    t.clock.shift(TimeDelta::minutes(-30));
    t.store.sign_out_everywhere(&may_manage(ann)).await.unwrap();
    assert!(!t.is_signed_in(one).await && !t.is_signed_in(two).await);
    assert!(t.is_signed_in(other).await);
}
