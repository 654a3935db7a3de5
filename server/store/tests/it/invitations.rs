//! Inviting people to a role, and taking it up.

use chrono::TimeDelta;
use domain::{
    account::{EmailAddress, Password, PersonName},
    forms::account::{Invite, Join},
    ids::AccountId,
    policy::{Actor, Facts, Grant, Permit, act, decide, scope},
};
use store::{Secret, StoreError};
use uuid::Uuid;

use crate::{
    accounts::{person, sign_up_permit},
    both::Fixture,
    on_both,
};

on_both!(
    an_invitation_is_taken_up_once,
    an_invitation_ends,
    one_form_makes_one_invitation,
    an_address_with_an_account_keeps_it,
    two_at_once_make_one_account,
    the_list_shows_people_and_open_invitations,
    a_role_given_twice_is_held_once,
);

fn administrator() -> Actor {
    Actor::Person { account: AccountId(Uuid::from_u128(7)), grants: vec![Grant::Administrator] }
}

fn may_invite(actor: &Actor) -> Permit<act::Invite> {
    decide(actor, (), &Facts::default()).unwrap()
}

fn may_accept() -> Permit<act::AcceptInvitation> {
    decide(&Actor::Anonymous, (), &Facts::default()).unwrap()
}

fn invite(name: &str) -> Invite {
    Invite { email: email(name), grant: Grant::Ctsa("west-midlands".parse().unwrap()) }
}

fn email(name: &str) -> EmailAddress {
    format!("{}@example.org", name.to_lowercase()).parse().unwrap()
}

fn join(name: &str) -> Join {
    Join { name: PersonName::new(name).unwrap(), password: Password::new("a quiet harbour at dusk").unwrap() }
}

async fn an_invitation_is_taken_up_once(t: Fixture) {
    let secret = t.store.invite(&may_invite(&administrator()), Uuid::new_v4(), &invite("Cas")).await.unwrap();
    let seen = t.store.invitation(&may_accept(), &secret).await.unwrap();
    assert_eq!((seen.email.as_str(), seen.grant), ("cas@example.org", invite("Cas").grant));
    let id = t.store.accept_invitation(&may_accept(), &secret, &join("Cas")).await.unwrap();
    let found = t.store.person(id).await.unwrap();
    assert_eq!(found.name.as_str(), "Cas");
    assert_eq!(found.actor.grants(), [Grant::Ctsa("west-midlands".parse().unwrap())]);
    for link in [&secret, &Secret::random().unwrap()] {
        assert!(matches!(t.store.invitation(&may_accept(), link).await, Err(StoreError::NotFound)));
        let again = t.store.accept_invitation(&may_accept(), link, &join("Dan")).await;
        assert!(matches!(again, Err(StoreError::NotFound)));
    }
}

async fn an_invitation_ends(t: Fixture) {
    for (actor, lasts) in [(administrator(), TimeDelta::days(7)), (Actor::System, TimeDelta::minutes(60))] {
        let secret = t.store.invite(&may_invite(&actor), Uuid::new_v4(), &invite("Cas")).await.unwrap();
        t.clock.shift(lasts - TimeDelta::minutes(1));
        t.store.invitation(&may_accept(), &secret).await.unwrap();
        t.clock.shift(TimeDelta::minutes(1));
        assert!(matches!(t.store.invitation(&may_accept(), &secret).await, Err(StoreError::NotFound)));
        let late = t.store.accept_invitation(&may_accept(), &secret, &join("Cas")).await;
        assert!(matches!(late, Err(StoreError::NotFound)));
    }
}

async fn one_form_makes_one_invitation(t: Fixture) {
    let (permit, once) = (may_invite(&administrator()), Uuid::new_v4());
    let first = t.store.invite(&permit, once, &invite("Cas")).await.unwrap();
    let second = t.store.invite(&permit, once, &invite("Cas")).await.unwrap();
    assert_eq!(first.to_string(), second.to_string());
    let other = t.store.invite(&permit, Uuid::new_v4(), &invite("Cas")).await.unwrap();
    assert_ne!(first.to_string(), other.to_string());
    let list = t.store.people(&scope(&administrator()).unwrap(), 0, 50).await.unwrap();
    assert_eq!(list.invitations.len(), 2);
}

async fn an_address_with_an_account_keeps_it(t: Fixture) {
    t.store.sign_up(&sign_up_permit(), &person("Ann")).await.unwrap();
    let secret = t.store.invite(&may_invite(&administrator()), Uuid::new_v4(), &invite("Ann")).await.unwrap();
    let taken = t.store.accept_invitation(&may_accept(), &secret, &join("Mallory")).await;
    assert!(matches!(taken, Err(StoreError::Taken)));
    let list = t.store.people(&scope(&administrator()).unwrap(), 0, 50).await.unwrap();
    assert_eq!(list.people.len(), 1);
    assert_eq!((list.people[0].name.as_str(), list.people[0].grants.len()), ("Ann", 1));
    // The link still works, should the account be given up.
    t.store.invitation(&may_accept(), &secret).await.unwrap();
}

async fn two_at_once_make_one_account(t: Fixture) {
    let secret = t.store.invite(&may_invite(&administrator()), Uuid::new_v4(), &invite("Cas")).await.unwrap();
    let tries = (0..4).map(|_| {
        let (store, secret) = (t.store.clone(), secret.to_string().parse::<Secret>().unwrap());
        tokio::spawn(async move { store.accept_invitation(&may_accept(), &secret, &join("Cas")).await })
    });
    let mut accounts = 0;
    for attempt in tries.collect::<Vec<_>>() {
        accounts += usize::from(attempt.await.unwrap().is_ok());
    }
    assert_eq!(accounts, 1);
}

async fn the_list_shows_people_and_open_invitations(t: Fixture) {
    for name in ["Ann", "Bob", "Cas"] {
        t.store.sign_up(&sign_up_permit(), &person(name)).await.unwrap();
        t.clock.shift(TimeDelta::minutes(1));
    }
    let council = Invite { email: email("Dan"), grant: Grant::Council("E08000025".parse().unwrap()) };
    t.store.invite(&may_invite(&administrator()), Uuid::new_v4(), &council).await.unwrap();
    let (store, statements) = t.store.clone().watched();
    let permit = scope(&administrator()).unwrap();
    let first = store.people(&permit, 0, 2).await.unwrap();
    assert_eq!(statements.take().len(), 4);
    let names: Vec<_> = first.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!((names, first.total), (vec!["Cas", "Bob"], 3));
    let second = store.people(&permit, 1, 2).await.unwrap();
    assert_eq!(second.people[0].email.as_str(), "ann@example.org");
    assert_eq!(second.people[0].grants, [Grant::Operator(None)]);
    assert_eq!(first.invitations[0].email, email("Dan"));
    assert_eq!(first.invitations[0].grant, council.grant);
}

async fn a_role_given_twice_is_held_once(t: Fixture) {
    t.store.sign_up(&sign_up_permit(), &person("Ann")).await.unwrap();
    let permit: Permit<act::GrantRole> = decide(&Actor::System, (), &Facts::default()).unwrap();
    for _ in 0..2 {
        t.store.grant_role(&permit, &email("Ann"), &Grant::Administrator).await.unwrap();
    }
    let list = t.store.people(&scope(&administrator()).unwrap(), 0, 50).await.unwrap();
    assert_eq!(list.people[0].grants, [Grant::Operator(None), Grant::Administrator]);
    let nobody = t.store.grant_role(&permit, &email("Zed"), &Grant::Administrator).await;
    assert!(matches!(nobody, Err(StoreError::NotFound)));
}
