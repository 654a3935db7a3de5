//! An organisation with an administrator, and whoever joins it.

use std::collections::BTreeSet;

use domain::{
    account::{EmailAddress, PersonName},
    forms::organisation::InviteMember,
    ids::{AccountId, MembershipId, OrganisationId},
    organisation::{MemberRole, OrganisationDetails},
    policy::{Actor, Facts, Grant, Permit, act, decide},
};
use store::{JoinRefused, Members, Secret, Store};
use uuid::Uuid;

use crate::{
    accounts::{person, sign_in_permit, sign_up_permit},
    both::Fixture,
    venue::permit,
};

/// An organisation and its first administrator.
pub(crate) struct Team {
    pub(crate) store: Store,
    pub(crate) organisation: OrganisationId,
    pub(crate) ann: AccountId,
}

impl Team {
    pub(crate) async fn new(t: &Fixture) -> Self {
        Self::of(t, "Ann").await
    }

    pub(crate) async fn of(t: &Fixture, name: &str) -> Self {
        let ann = opened(&t.store, name).await;
        let may: Permit<act::RegisterOrganisation> =
            decide(&actor(&t.store, ann).await, (), &Facts::default()).unwrap();
        let details = OrganisationDetails::named("Harbour Halls");
        let organisation = t.store.register_organisation(&may, Uuid::new_v4(), &details).await.unwrap();
        Self { store: t.store.clone(), organisation, ann }
    }

    pub(crate) async fn invites(&self, by: AccountId, name: &str, role: MemberRole) -> Secret {
        let may = self.may_invite(by).await;
        self.store.invite_member(&may, Uuid::new_v4(), &invite(name, role)).await.unwrap()
    }

    pub(crate) async fn may_invite(&self, by: AccountId) -> Permit<act::InviteMember> {
        permit(&self.store, &actor(&self.store, by).await, self.organisation).await.unwrap()
    }

    /// Somebody with an account of their own joins.
    pub(crate) async fn joined_by(&self, name: &str, role: MemberRole) -> AccountId {
        let secret = self.invites(self.ann, name, role).await;
        let account = opened(&self.store, name).await;
        joins(&self.store, account, &secret).await.unwrap();
        account
    }

    /// More administrators, with accounts that nobody signs in to.
    pub(crate) async fn crowd(&self, size: usize) -> Vec<AccountId> {
        self.crowd_by(self.ann, size, "admin").await
    }

    pub(crate) async fn crowd_by(&self, by: AccountId, size: usize, name: &str) -> Vec<AccountId> {
        let people: Vec<_> = (0..size)
            .map(|n| {
                let email: EmailAddress = format!("{name}{n}@demo.invalid").parse().unwrap();
                (PersonName::new(&format!("{name} {n}")).unwrap(), email, Grant::Operator(None))
            })
            .collect();
        let seed = decide(&Actor::System, (), &Facts::default()).unwrap();
        let accounts = self.store.open_demo_accounts(&seed, &people).await.unwrap();
        let may = self.may_invite(by).await;
        for (account, (_, email, _)) in accounts.iter().zip(people) {
            let invite = InviteMember { email, role: MemberRole::Administrator };
            let secret = self.store.invite_member(&may, Uuid::new_v4(), &invite).await.unwrap();
            joins(&self.store, *account, &secret).await.unwrap();
        }
        accounts
    }

    pub(crate) async fn members(&self) -> Members {
        let may: Permit<act::ListMembers> = decide(
            &Actor::Person { account: self.ann, grants: vec![Grant::Operator(Some(self.organisation))] },
            self.organisation,
            &Facts { organisation: Some(self.organisation), ..Facts::default() },
        )
        .unwrap();
        self.store.members(&may).await.unwrap()
    }

    pub(crate) async fn membership(&self, account: AccountId) -> MembershipId {
        self.members().await.people.iter().find(|member| member.account == account).unwrap().id
    }

    pub(crate) async fn administrators(&self) -> BTreeSet<AccountId> {
        let people = self.members().await.people;
        people.iter().filter(|m| m.role == MemberRole::Administrator).map(|m| m.account).collect()
    }

    pub(crate) async fn may_change(&self, by: AccountId, whom: AccountId) -> Permit<act::ChangeMemberRole> {
        let id = self.membership(whom).await;
        permit(&self.store, &actor(&self.store, by).await, id).await.unwrap()
    }

    pub(crate) async fn may_remove(&self, by: AccountId, whom: AccountId) -> Permit<act::RemoveMember> {
        let id = self.membership(whom).await;
        permit(&self.store, &actor(&self.store, by).await, id).await.unwrap()
    }
}

/// Somebody as the portal knows them at this moment.
pub(crate) async fn actor(store: &Store, account: AccountId) -> Actor {
    store.person(account).await.unwrap().actor
}

/// An account that somebody opened by signing up.
pub(crate) async fn opened(store: &Store, name: &str) -> AccountId {
    store.sign_up(&sign_up_permit(), &person(name)).await.unwrap();
    signed_in(store, name).await
}

pub(crate) async fn signed_in(store: &Store, name: &str) -> AccountId {
    store.sign_in(&sign_in_permit(), &email(name), "a quiet harbour at dusk", "127.0.0.1").await.unwrap()
}

pub(crate) async fn joins(
    store: &Store,
    account: AccountId,
    secret: &Secret,
) -> Result<MembershipId, JoinRefused> {
    let may = decide(&actor(store, account).await, (), &Facts::default()).unwrap();
    store.join_organisation(&may, secret).await
}

pub(crate) fn anybody_may_join() -> Permit<act::JoinOrganisation> {
    decide(&Actor::Anonymous, (), &Facts::default()).unwrap()
}

pub(crate) fn email(name: &str) -> EmailAddress {
    format!("{}@example.org", name.to_lowercase()).parse().unwrap()
}

pub(crate) fn invite(name: &str, role: MemberRole) -> InviteMember {
    InviteMember { email: email(name), role }
}
