//! How somebody comes to act for an organisation: by a link that an administrator gives them.

use chrono::TimeDelta;
use domain::{
    account::{Password, PersonName},
    forms::account::Join,
    organisation::{LONGEST_LIST, MemberRole},
    policy::{Actor, Facts, Grant, Permit, act, decide, scope},
};
use store::{JoinRefused, MemberInviteRefused, Members, Secret, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    on_both,
    team::{Team, actor, anybody_may_join, email, invite, joins, opened, signed_in},
    venue::permit,
};

on_both!(
    a_colleague_joins_by_a_link,
    an_account_that_exists_joins_by_signing_in,
    a_link_works_for_its_address_only,
    one_account_acts_for_one_organisation,
    two_links_at_once_make_one_membership,
    a_link_taken_back_or_too_old_is_dead,
    an_invitation_is_made_once_and_replaced_by_the_next,
    a_list_has_an_end,
);

async fn a_colleague_joins_by_a_link(t: Fixture) {
    let team = Team::new(&t).await;
    let secret = team.invites(team.ann, "Bea", MemberRole::Member).await;
    let invited = t.store.member_invitation(&anybody_may_join(), &secret).await.unwrap();
    assert_eq!((invited.email, invited.organisation.as_str()), (email("Bea"), "Harbour Halls"));
    assert_eq!(invited.role, MemberRole::Member);
    t.store.open_account_to_join(&anybody_may_join(), &secret, &join("Bea")).await.unwrap();
    let bea = signed_in(&t.store, "Bea").await;
    // The account alone acts for nobody.
    assert_eq!(actor(&t.store, bea).await.grants(), [Grant::Operator(None)]);
    t.clock.shift(TimeDelta::hours(1));
    joins(&t.store, bea, &secret).await.unwrap();
    assert_eq!(actor(&t.store, bea).await.grants(), [Grant::Operator(Some(team.organisation))]);
    let (store, statements) = t.store.clone().watched();
    let members = Team { store, ..team }.members().await;
    assert_eq!(statements.take().len(), 2);
    assert_eq!(members.people.iter().map(|m| m.name.as_str()).collect::<Vec<_>>(), ["Ann", "Bea"]);
    assert_eq!(members.people[1].since - members.people[0].since, TimeDelta::hours(1) + jitter(&members));
    assert!(members.invitations.is_empty());
    let dead = t.store.member_invitation(&anybody_may_join(), &secret).await;
    assert!(matches!(dead, Err(StoreError::NotFound)));
}

/// The time that the test itself took.
fn jitter(members: &Members) -> TimeDelta {
    let apart = members.people[1].since - members.people[0].since - TimeDelta::hours(1);
    assert!(apart < TimeDelta::minutes(1), "{apart}");
    apart
}

async fn an_account_that_exists_joins_by_signing_in(t: Fixture) {
    let team = Team::new(&t).await;
    let bea = opened(&t.store, "Bea").await;
    let secret = team.invites(team.ann, "Bea", MemberRole::Administrator).await;
    // Whoever has the link learns nothing from it, and changes nothing about the account.
    t.store.open_account_to_join(&anybody_may_join(), &secret, &join("Mallory")).await.unwrap();
    assert_eq!(t.store.person(bea).await.unwrap().name.as_str(), "Bea");
    joins(&t.store, bea, &secret).await.unwrap();
    assert_eq!(actor(&t.store, bea).await.grants(), [Grant::OperatorAdmin(team.organisation)]);
}

async fn a_link_works_for_its_address_only(t: Fixture) {
    let team = Team::new(&t).await;
    let secret = team.invites(team.ann, "Bea", MemberRole::Administrator).await;
    let mallory = opened(&t.store, "Mallory").await;
    assert!(matches!(joins(&t.store, mallory, &secret).await, Err(JoinRefused::AnotherAddress)));
    let wrong = joins(&t.store, mallory, &Secret::random().unwrap()).await;
    assert!(matches!(wrong, Err(JoinRefused::Store(StoreError::NotFound))));
    // The link of one kind of invitation is nothing to the other.
    let accept = decide(&Actor::Anonymous, (), &Facts::default()).unwrap();
    assert!(matches!(t.store.invitation(&accept, &secret).await, Err(StoreError::NotFound)));
    let other = t.store.accept_invitation(&accept, &secret, &join("Mallory")).await;
    assert!(matches!(other, Err(StoreError::NotFound)));
    assert_eq!(team.members().await.people.len(), 1);
    // Whom an organisation invites is nothing to those who run the portal.
    let admin = Actor::Person { account: team.ann, grants: vec![Grant::Administrator] };
    assert!(t.store.people(&scope(&admin).unwrap(), 0, 50).await.unwrap().invitations.is_empty());
}

async fn one_account_acts_for_one_organisation(t: Fixture) {
    let (team, other) = (Team::new(&t).await, Team::of(&t, "Olive").await);
    let secret = team.invites(team.ann, "Olive", MemberRole::Member).await;
    assert!(matches!(joins(&t.store, other.ann, &secret).await, Err(JoinRefused::ActsAlready)));
    // Nothing was written: the link still works, and Olive acts for whom she did.
    t.store.member_invitation(&anybody_may_join(), &secret).await.unwrap();
    assert_eq!(actor(&t.store, other.ann).await.grants(), [Grant::OperatorAdmin(other.organisation)]);
    // Nor may somebody who holds another role beside.
    let cas = opened(&t.store, "Cas").await;
    let may: Permit<act::GrantRole> = decide(&Actor::System, (), &Facts::default()).unwrap();
    let ctsa = Grant::Ctsa("west-midlands".parse().unwrap());
    t.store.grant_role(&may, &email("Cas"), &ctsa).await.unwrap();
    let secret = team.invites(team.ann, "Cas", MemberRole::Member).await;
    assert!(matches!(joins(&t.store, cas, &secret).await, Err(JoinRefused::ActsAlready)));
    // A member is not invited again.
    let may = team.may_invite(team.ann).await;
    let again = t.store.invite_member(&may, Uuid::new_v4(), &invite("Ann", MemberRole::Member)).await;
    assert!(matches!(again, Err(MemberInviteRefused::Member)));
}

async fn two_links_at_once_make_one_membership(t: Fixture) {
    let mut teams = Vec::new();
    for n in 0..4 {
        teams.push(Team::of(&t, &format!("Ann{n}")).await);
    }
    let bea = opened(&t.store, "Bea").await;
    let mut tries = Vec::new();
    for team in &teams {
        let secret = team.invites(team.ann, "Bea", MemberRole::Member).await;
        for _ in 0..2 {
            let (store, secret) = (t.store.clone(), secret.to_string().parse::<Secret>().unwrap());
            tries.push(tokio::spawn(async move { joins(&store, bea, &secret).await }));
        }
    }
    let mut joined = 0;
    for attempt in tries {
        joined += usize::from(attempt.await.unwrap().is_ok());
    }
    assert_eq!(joined, 1);
    assert_eq!(actor(&t.store, bea).await.grants().len(), 1);
    let mut members = 0;
    for team in &teams {
        members += team.members().await.people.len();
    }
    assert_eq!(members, teams.len() + 1);
}

async fn a_link_taken_back_or_too_old_is_dead(t: Fixture) {
    let team = Team::new(&t).await;
    let bea = opened(&t.store, "Bea").await;
    let secret = team.invites(team.ann, "Bea", MemberRole::Member).await;
    let id = team.members().await.invitations[0].id;
    let may: Permit<act::TakeBackInvitation> =
        permit(&t.store, &actor(&t.store, team.ann).await, id).await.unwrap();
    // Twice is once.
    t.store.take_back_invitation(&may).await.unwrap();
    t.store.take_back_invitation(&may).await.unwrap();
    assert!(team.members().await.invitations.is_empty());
    let dead = joins(&t.store, bea, &secret).await;
    assert!(matches!(dead, Err(JoinRefused::Store(StoreError::NotFound))));
    let secret = team.invites(team.ann, "Bea", MemberRole::Member).await;
    t.clock.shift(TimeDelta::days(7));
    assert!(team.members().await.invitations.is_empty());
    let dead = t.store.open_account_to_join(&anybody_may_join(), &secret, &join("Bea")).await;
    assert!(matches!(dead, Err(StoreError::NotFound)));
    assert!(matches!(joins(&t.store, bea, &secret).await, Err(JoinRefused::Store(StoreError::NotFound))));
}

async fn an_invitation_is_made_once_and_replaced_by_the_next(t: Fixture) {
    let team = Team::new(&t).await;
    let (may, once) = (team.may_invite(team.ann).await, Uuid::new_v4());
    let first = t.store.invite_member(&may, once, &invite("Bea", MemberRole::Member)).await.unwrap();
    let second = t.store.invite_member(&may, once, &invite("Bea", MemberRole::Member)).await.unwrap();
    assert_eq!(first.to_string(), second.to_string());
    assert_eq!(team.members().await.invitations.len(), 1);
    let next = team.invites(team.ann, "Bea", MemberRole::Administrator).await;
    let open = team.members().await.invitations;
    assert_eq!((open.len(), open[0].role), (1, MemberRole::Administrator));
    assert!(t.store.member_invitation(&anybody_may_join(), &first).await.is_err());
    t.store.member_invitation(&anybody_may_join(), &next).await.unwrap();
}

async fn a_list_has_an_end(t: Fixture) {
    let team = Team::new(&t).await;
    let may = team.may_invite(team.ann).await;
    for n in 1..LONGEST_LIST {
        let invite = invite(&format!("person{n}"), MemberRole::Member);
        t.store.invite_member(&may, Uuid::new_v4(), &invite).await.unwrap();
    }
    let more = t.store.invite_member(&may, Uuid::new_v4(), &invite("more", MemberRole::Member)).await;
    assert!(matches!(more, Err(MemberInviteRefused::Full)));
    // One that replaces another is none more.
    t.store.invite_member(&may, Uuid::new_v4(), &invite("person1", MemberRole::Member)).await.unwrap();
    assert_eq!(team.members().await.invitations.len(), LONGEST_LIST - 1);
}

fn join(name: &str) -> Join {
    Join { name: PersonName::new(name).unwrap(), password: Password::new("a quiet harbour at dusk").unwrap() }
}
