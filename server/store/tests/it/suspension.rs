//! What is taken away: the way in of an account, an invitation, a confirmation of authority.

use domain::{
    account::{Password, PersonName},
    forms::account::{Invite, Join},
    policy::{Actor, Facts, Grant, Permit, act, decide},
    review::{AuthorityCheck, HowConfirmed},
};
use store::{SignInRefused, StoreError};
use uuid::Uuid;

use crate::{
    accounts::{email, sign_in_permit},
    both::Fixture,
    desk::Desk,
    on_both,
    venue::{Venue, permit},
};

on_both!(
    a_suspended_account_holds_nothing_until_it_is_let_in,
    an_invitation_is_taken_back_or_taken_up,
    authority_is_renewed_and_revoked_as_it_was_seen,
);

async fn a_suspended_account_holds_nothing_until_it_is_let_in(t: Fixture) {
    let venue = Venue::new(&t).await;
    let (ann, bob) = (venue.ann.account, venue.bob.account);
    let ada = Actor::Person { account: bob, grants: vec![Grant::Administrator] };
    let may = permit::<act::SuspendAccount>(&t.store, &ada, ann).await.unwrap();
    t.store.set_suspended(&may, true).await.unwrap();
    t.store.set_suspended(&may, true).await.unwrap();
    assert!(t.store.person_to_suspend(&may).await.unwrap().suspended);
    assert_eq!(t.store.person(ann).await.unwrap().actor, Actor::Person { account: ann, grants: vec![] });
    let sign_in = || async {
        t.store.sign_in(&sign_in_permit(), &email("Ann"), "a quiet harbour at dusk", "127.0.0.1").await
    };
    assert!(matches!(sign_in().await, Err(SignInRefused::Wrong)));
    t.store.set_suspended(&may, false).await.unwrap();
    assert_eq!(sign_in().await.unwrap(), ann);
    assert!(!t.store.person(ann).await.unwrap().actor.grants().is_empty());

    let own = permit::<act::SuspendAccount>(&t.store, &ada, bob).await.unwrap();
    assert!(matches!(t.store.set_suspended(&own, true).await, Err(StoreError::NotFound)));
    let nobody = domain::ids::AccountId(Uuid::new_v4());
    assert!(permit::<act::SuspendAccount>(&t.store, &ada, nobody).await.is_err());
}

async fn an_invitation_is_taken_back_or_taken_up(t: Fixture) {
    let ada =
        Actor::Person { account: domain::ids::AccountId(Uuid::new_v4()), grants: vec![Grant::Administrator] };
    let may_invite = permit::<act::Invite>(&t.store, &ada, ()).await.unwrap();
    let may_list = domain::policy::scope(&ada).unwrap();
    let may_accept: Permit<act::AcceptInvitation> = decide(&Actor::Anonymous, (), &Facts::default()).unwrap();
    let join = Join {
        name: PersonName::new("Cas").unwrap(),
        password: Password::new("a quiet harbour at dusk").unwrap(),
    };
    for round in 0..6 {
        let invite = Invite {
            email: format!("cas-{round}@example.org").parse().unwrap(),
            grant: Grant::Administrator,
        };
        let secret = t.store.invite(&may_invite, Uuid::new_v4(), &invite).await.unwrap();
        let open = t.store.people(&may_list, 0, 50).await.unwrap().invitations[0].id;
        let may = permit::<act::TakeBackRoleInvitation>(&t.store, &ada, open).await.unwrap();
        let (back, up) = tokio::join!(
            async {
                // A hash takes a while: the later rounds take the invitation back in the middle of it.
                tokio::time::sleep(std::time::Duration::from_millis(60 * round)).await;
                t.store.take_back_role_invitation(&may).await
            },
            t.store.accept_invitation(&may_accept, &secret, &join),
        );
        match (&back, &up) {
            (Ok(()), Err(StoreError::NotFound)) => t.store.take_back_role_invitation(&may).await.unwrap(),
            (Err(StoreError::Closed), Ok(_)) => {}
            both => panic!("round {round}: {both:?}"),
        }
        assert!(matches!(t.store.invitation(&may_accept, &secret).await, Err(StoreError::NotFound)));
        assert!(t.store.people(&may_list, 0, 50).await.unwrap().invitations.is_empty());
    }
}

async fn authority_is_renewed_and_revoked_as_it_was_seen(t: Fixture) {
    let desk = Desk::new(&t).await;
    desk.takes_up(&desk.carol).await.unwrap();
    desk.confirms(&desk.carol).await.unwrap();
    let seen = || async { desk.file().await.authority.unwrap().at.timestamp_millis() };
    let first = seen().await;
    let may = permit::<act::ConfirmAuthority>(&t.store, &desk.dan, desk.case).await.unwrap();
    let newer = AuthorityCheck { how: HowConfirmed::AtPremises, note: "newer".into(), ..desk.check() };
    t.store.renew_authority(&may, first, &newer).await.unwrap();
    // The second click is no conflict; another text over what is gone is one.
    t.store.renew_authority(&may, first, &newer).await.unwrap();
    let stale = AuthorityCheck { note: "stale".into(), ..newer.clone() };
    assert!(matches!(t.store.renew_authority(&may, first, &stale).await, Err(StoreError::Conflict)));
    let made = desk.file().await.authority.unwrap();
    assert_eq!((made.check, Some(made.account)), (newer, desk.dan.account()));

    let revoke = permit::<act::RevokeAuthority>(&t.store, &desk.carol, desk.case).await.unwrap();
    assert!(matches!(t.store.revoke_authority(&revoke, first).await, Err(StoreError::Conflict)));
    t.store.revoke_authority(&revoke, seen().await).await.unwrap();
    assert!(desk.file().await.authority.is_none());
    assert!(matches!(desk.returns(&desk.carol, 2).await, Err(StoreError::NotFound)));
    desk.confirms(&desk.carol).await.unwrap();
    desk.returns(&desk.carol, 2).await.unwrap();
}
