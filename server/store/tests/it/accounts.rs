//! Opening accounts and signing in.

use chrono::TimeDelta;
use domain::{
    account::{EmailAddress, Password, PersonName},
    forms::account::SignUp,
    policy::{Actor, Facts, Grant, Permit, act, decide},
};
use store::{SignInRefused, StoreError};

use crate::{both::Fixture, on_both};

on_both!(a_sign_up_opens_an_account_once, wrong_guesses_are_slowed_down, guesses_at_once_are_counted_too);

pub fn sign_up_permit() -> Permit<act::SignUp> {
    decide(&Actor::Anonymous, (), &Facts::default()).unwrap()
}

pub fn sign_in_permit() -> Permit<act::SignIn> {
    decide(&Actor::Anonymous, (), &Facts::default()).unwrap()
}

pub fn person(name: &str) -> SignUp {
    SignUp {
        name: PersonName::new(name).unwrap(),
        email: email(name),
        password: Password::new("a quiet harbour at dusk").unwrap(),
    }
}

pub fn email(name: &str) -> EmailAddress {
    format!("{}@example.org", name.to_lowercase()).parse().unwrap()
}

async fn a_sign_up_opens_an_account_once(t: Fixture) {
    t.store.sign_up(&sign_up_permit(), &person("Ann")).await.unwrap();
    let again = SignUp { password: Password::new("another password here").unwrap(), ..person("Ann") };
    t.store.sign_up(&sign_up_permit(), &again).await.unwrap();

    let sign_in = |password: &'static str| {
        let store = t.store.clone();
        async move { store.sign_in(&sign_in_permit(), &email("Ann"), password, "127.0.0.1").await }
    };
    assert!(matches!(sign_in("another password here").await, Err(SignInRefused::Wrong)));
    let id = sign_in("a quiet harbour at dusk").await.unwrap();
    let found = t.store.person(id).await.unwrap();
    assert_eq!(found.name.as_str(), "Ann");
    assert_eq!(found.actor, Actor::Person { account: id, grants: vec![Grant::Operator(None)] });
    let nobody = domain::ids::AccountId(uuid::Uuid::new_v4());
    assert!(matches!(t.store.person(nobody).await, Err(StoreError::NotFound)));
}

async fn wrong_guesses_are_slowed_down(t: Fixture) {
    t.store.sign_up(&sign_up_permit(), &person("Ann")).await.unwrap();
    let mut tried = 0;
    for _ in 0..40 {
        match t.store.sign_in(&sign_in_permit(), &email("Ann"), "a wrong guess", "127.0.0.1").await {
            Err(SignInRefused::Wrong) => tried += 1,
            Err(SignInRefused::TooMany) => t.clock.shift(TimeDelta::seconds(2)),
            other => panic!("{other:?}"),
        }
    }
    assert!((5..=10).contains(&tried), "{tried} guesses");
    let right = "a quiet harbour at dusk";
    t.clock.shift(TimeDelta::minutes(5));
    t.store.sign_in(&sign_in_permit(), &email("Ann"), right, "127.0.0.1").await.unwrap();
    // A success clears the account's count.
    for _ in 0..2 {
        let wrong = t.store.sign_in(&sign_in_permit(), &email("Ann"), "a wrong guess", "10.0.0.9").await;
        assert!(matches!(wrong, Err(SignInRefused::Wrong)));
    }
    t.store.sign_in(&sign_in_permit(), &email("Ann"), right, "127.0.0.1").await.unwrap();
}

async fn guesses_at_once_are_counted_too(t: Fixture) {
    t.store.sign_up(&sign_up_permit(), &person("Ann")).await.unwrap();
    let tries = (0..16).map(|n| {
        let store = t.store.clone();
        tokio::spawn(async move {
            store.sign_in(&sign_in_permit(), &email("Ann"), "a wrong guess", &format!("10.0.0.{n}")).await
        })
    });
    let mut checked = 0;
    for attempt in tries.collect::<Vec<_>>() {
        checked += usize::from(matches!(attempt.await.unwrap(), Err(SignInRefused::Wrong)));
    }
    // The third failure starts the first wait, so no more than three get as far as the hash.
    assert!(checked <= 3, "{checked} of 16 were checked");
}
