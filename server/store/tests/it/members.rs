//! Who acts for an organisation: invited, joined, given another role, removed; and the organisation's
//! own facts.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::{
    account::{EmailAddress, Password, PersonName},
    forms::{account::Join, organisation::InviteMember},
    ids::{AccountId, MembershipId, OrganisationId},
    organisation::{LONGEST_LIST, MemberRole, OrganisationDetails, OrganisationKind},
    policy::{Actor, Facts, Grant, Permit, act, decide, scope},
};
use sea_orm::{ConnectionTrait, Database};
use store::{JoinRefused, MemberInviteRefused, MemberRefused, Members, Secret, Store, StoreError};
use uuid::Uuid;

use crate::{
    accounts::{person, sign_in_permit, sign_up_permit},
    both::Fixture,
    on_both,
    venue::permit,
};

on_both!(
    whoever_registers_administers,
    a_colleague_joins_by_a_link,
    an_account_that_exists_joins_by_signing_in,
    a_link_works_for_its_address_only,
    one_account_acts_for_one_organisation,
    two_links_at_once_make_one_membership,
    a_link_taken_back_or_too_old_is_dead,
    an_invitation_is_made_once_and_replaced_by_the_next,
    a_list_has_an_end,
    a_removed_member_is_out_and_may_come_back,
    whoever_is_no_administrator_has_no_way_back,
    a_stale_permit_is_worth_nothing,
    the_last_administrator_stays,
    fifty_at_once_leave_one_administrator,
    two_who_tell_each_other_to_go_leave_one,
    fifty_members_at_once_promote_nobody,
    facts_change_for_the_version_that_was_seen,
);

/// An organisation and its first administrator.
struct Team {
    store: Store,
    organisation: OrganisationId,
    ann: AccountId,
}

impl Team {
    async fn new(t: &Fixture) -> Self {
        Self::of(t, "Ann").await
    }

    async fn of(t: &Fixture, name: &str) -> Self {
        let ann = opened(&t.store, name).await;
        let may: Permit<act::RegisterOrganisation> =
            decide(&actor(&t.store, ann).await, (), &Facts::default()).unwrap();
        let details = OrganisationDetails::named("Harbour Halls");
        let organisation = t.store.register_organisation(&may, Uuid::new_v4(), &details).await.unwrap();
        Self { store: t.store.clone(), organisation, ann }
    }

    async fn invites(&self, by: AccountId, name: &str, role: MemberRole) -> Secret {
        let may = self.may_invite(by).await;
        self.store.invite_member(&may, Uuid::new_v4(), &invite(name, role)).await.unwrap()
    }

    async fn may_invite(&self, by: AccountId) -> Permit<act::InviteMember> {
        permit(&self.store, &actor(&self.store, by).await, self.organisation).await.unwrap()
    }

    /// Somebody with an account of their own joins.
    async fn joined_by(&self, name: &str, role: MemberRole) -> AccountId {
        let secret = self.invites(self.ann, name, role).await;
        let account = opened(&self.store, name).await;
        joins(&self.store, account, &secret).await.unwrap();
        account
    }

    /// More administrators, with accounts that nobody signs in to.
    async fn crowd(&self, size: usize) -> Vec<AccountId> {
        self.crowd_by(self.ann, size, "admin").await
    }

    async fn crowd_by(&self, by: AccountId, size: usize, name: &str) -> Vec<AccountId> {
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

    async fn members(&self) -> Members {
        let may: Permit<act::ListMembers> = decide(
            &Actor::Person { account: self.ann, grants: vec![Grant::Operator(Some(self.organisation))] },
            self.organisation,
            &Facts { organisation: Some(self.organisation), ..Facts::default() },
        )
        .unwrap();
        self.store.members(&may).await.unwrap()
    }

    async fn membership(&self, account: AccountId) -> MembershipId {
        self.members().await.people.iter().find(|member| member.account == account).unwrap().id
    }

    async fn administrators(&self) -> BTreeSet<AccountId> {
        let people = self.members().await.people;
        people.iter().filter(|m| m.role == MemberRole::Administrator).map(|m| m.account).collect()
    }

    async fn may_change(&self, by: AccountId, whom: AccountId) -> Permit<act::ChangeMemberRole> {
        let id = self.membership(whom).await;
        permit(&self.store, &actor(&self.store, by).await, id).await.unwrap()
    }

    async fn may_remove(&self, by: AccountId, whom: AccountId) -> Permit<act::RemoveMember> {
        let id = self.membership(whom).await;
        permit(&self.store, &actor(&self.store, by).await, id).await.unwrap()
    }
}

/// Somebody as the portal knows them at this moment.
async fn actor(store: &Store, account: AccountId) -> Actor {
    store.person(account).await.unwrap().actor
}

/// An account that somebody opened by signing up.
async fn opened(store: &Store, name: &str) -> AccountId {
    store.sign_up(&sign_up_permit(), &person(name)).await.unwrap();
    signed_in(store, name).await
}

async fn signed_in(store: &Store, name: &str) -> AccountId {
    store.sign_in(&sign_in_permit(), &email(name), "a quiet harbour at dusk", "127.0.0.1").await.unwrap()
}

async fn joins(store: &Store, account: AccountId, secret: &Secret) -> Result<MembershipId, JoinRefused> {
    let may = decide(&actor(store, account).await, (), &Facts::default()).unwrap();
    store.join_organisation(&may, secret).await
}

fn anybody_may_join() -> Permit<act::JoinOrganisation> {
    decide(&Actor::Anonymous, (), &Facts::default()).unwrap()
}

fn email(name: &str) -> EmailAddress {
    format!("{}@example.org", name.to_lowercase()).parse().unwrap()
}

fn invite(name: &str, role: MemberRole) -> InviteMember {
    InviteMember { email: email(name), role }
}

fn join(name: &str) -> Join {
    Join { name: PersonName::new(name).unwrap(), password: Password::new("a quiet harbour at dusk").unwrap() }
}

async fn whoever_registers_administers(t: Fixture) {
    let team = Team::new(&t).await;
    assert_eq!(actor(&t.store, team.ann).await.grants(), [Grant::OperatorAdmin(team.organisation)]);
    let members = team.members().await;
    assert_eq!(members.people.len(), 1);
    assert_eq!(members.people[0].name.as_str(), "Ann");
    assert_eq!(members.people[0].role, MemberRole::Administrator);
    assert!(members.invitations.is_empty());
    // One account registers one organisation.
    let may: Permit<act::RegisterOrganisation> =
        decide(&actor(&t.store, team.ann).await, (), &Facts::default()).unwrap();
    let again =
        t.store.register_organisation(&may, Uuid::new_v4(), &OrganisationDetails::named("Other")).await;
    assert!(matches!(again, Err(StoreError::Conflict)));
}

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

async fn a_removed_member_is_out_and_may_come_back(t: Fixture) {
    let team = Team::new(&t).await;
    let bea = team.joined_by("Bea", MemberRole::Member).await;
    let may = team.may_remove(team.ann, bea).await;
    t.store.remove_member(&may).await.unwrap();
    t.store.remove_member(&may).await.unwrap();
    assert_eq!(actor(&t.store, bea).await.grants(), [Grant::Operator(None)]);
    assert_eq!(team.members().await.people.len(), 1);
    // Their membership stays the organisation's, and names nobody any more.
    assert!(matches!(t.store.member_to_remove(&may).await, Err(StoreError::NotFound)));
    let secret = team.invites(team.ann, "Bea", MemberRole::Member).await;
    joins(&t.store, bea, &secret).await.unwrap();
    assert_eq!(actor(&t.store, bea).await.grants(), [Grant::Operator(Some(team.organisation))]);
}

async fn whoever_is_no_administrator_has_no_way_back(t: Fixture) {
    for removed in [false, true] {
        let (ann, bea) = if removed { ("Ann2", "Bea2") } else { ("Ann", "Bea") };
        let team = Team::of(&t, ann).await;
        let bea_account = team.joined_by(bea, MemberRole::Administrator).await;
        // Links that Bea made, one of them for another address of her own.
        let hers = team.invites(bea_account, &format!("{bea}other"), MemberRole::Administrator).await;
        let anns = team.invites(team.ann, "Cem", MemberRole::Member).await;
        if removed {
            t.store.remove_member(&team.may_remove(team.ann, bea_account).await).await.unwrap();
        } else {
            let may = team.may_change(team.ann, bea_account).await;
            t.store.change_member_role(&may, MemberRole::Member).await.unwrap();
        }
        assert!(t.store.member_invitation(&anybody_may_join(), &hers).await.is_err(), "{removed}");
        t.store.member_invitation(&anybody_may_join(), &anns).await.unwrap();
    }
}

async fn a_stale_permit_is_worth_nothing(t: Fixture) {
    let team = Team::new(&t).await;
    let bea = team.joined_by("Bea", MemberRole::Administrator).await;
    team.joined_by("Cem", MemberRole::Administrator).await;
    // Bea asked the policy in time, and is too late with everything.
    let (change, remove) = (team.may_change(bea, team.ann).await, team.may_remove(bea, team.ann).await);
    let promote = team.may_change(bea, bea).await;
    let invites = team.may_invite(bea).await;
    let edit: Permit<act::EditOrganisation> =
        permit(&t.store, &actor(&t.store, bea).await, team.organisation).await.unwrap();
    let may = team.may_change(team.ann, bea).await;
    t.store.change_member_role(&may, MemberRole::Member).await.unwrap();
    for refused in [
        t.store.change_member_role(&change, MemberRole::Member).await,
        t.store.change_member_role(&promote, MemberRole::Administrator).await,
        t.store.remove_member(&remove).await,
    ] {
        assert!(matches!(refused, Err(MemberRefused::Store(StoreError::NotFound))));
    }
    let invited = t.store.invite_member(&invites, Uuid::new_v4(), &invite("Dan", MemberRole::Member)).await;
    assert!(matches!(invited, Err(MemberInviteRefused::Store(StoreError::NotFound))));
    let edited = t.store.change_organisation(&edit, 1, &OrganisationDetails::named("Bea's")).await;
    assert!(matches!(edited, Err(StoreError::NotFound)));
    assert_eq!(team.administrators().await.len(), 2);
}

async fn the_last_administrator_stays(t: Fixture) {
    let team = Team::new(&t).await;
    let bea = team.joined_by("Bea", MemberRole::Member).await;
    let (change, remove) =
        (team.may_change(team.ann, team.ann).await, team.may_remove(team.ann, team.ann).await);
    let demoted = t.store.change_member_role(&change, MemberRole::Member).await;
    assert!(matches!(demoted, Err(MemberRefused::LastAdministrator)));
    assert!(matches!(t.store.remove_member(&remove).await, Err(MemberRefused::LastAdministrator)));
    let may = team.may_change(team.ann, bea).await;
    t.store.change_member_role(&may, MemberRole::Administrator).await.unwrap();
    // Said again, it is so already.
    t.store.change_member_role(&may, MemberRole::Administrator).await.unwrap();
    t.store.remove_member(&remove).await.unwrap();
    assert_eq!(team.administrators().await, [bea].into());
}

/// What one administrator asks about another.
enum Ask {
    StepDown(Permit<act::ChangeMemberRole>),
    Go(Permit<act::RemoveMember>),
}

/// Ten administrators, each told by others at the same moment to go or to step down, in fifty
/// requests that the policy had allowed: one is left.
async fn fifty_at_once_leave_one_administrator(t: Fixture) {
    let team = Team::new(&t).await;
    let admins = [vec![team.ann], team.crowd(9).await].concat();
    let mut asked = Vec::new();
    for n in 0..50 {
        // Everybody is asked to go by each of five others.
        let (by, whom) = (admins[n % 10], admins[(n + 1 + n / 10) % 10]);
        asked.push(if n % 2 == 0 {
            Ask::StepDown(team.may_change(by, whom).await)
        } else {
            Ask::Go(team.may_remove(by, whom).await)
        });
    }
    let tries: Vec<_> = asked
        .into_iter()
        .map(|ask| {
            let store = t.store.clone();
            tokio::spawn(async move {
                match ask {
                    Ask::StepDown(may) => store.change_member_role(&may, MemberRole::Member).await,
                    Ask::Go(may) => store.remove_member(&may).await,
                }
            })
        })
        .collect();
    let (mut done, mut refused) = (0, 0);
    for attempt in tries {
        match attempt.await.unwrap() {
            Ok(()) => done += 1,
            Err(MemberRefused::LastAdministrator | MemberRefused::Store(StoreError::NotFound)) => {
                refused += 1;
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!(done + refused, 50);
    let left = team.administrators().await;
    println!("{done} done, {refused} refused, {} of 10 left", left.len());
    assert!(!left.is_empty());
    // Whoever is left steps down, all at once, and one may not.
    let mut down = Vec::new();
    for whom in left {
        let (store, may) = (t.store.clone(), team.may_change(whom, whom).await);
        down.extend((0..5).map(|_| {
            let (store, may) = (store.clone(), may.clone());
            tokio::spawn(async move { store.change_member_role(&may, MemberRole::Member).await })
        }));
    }
    for attempt in down {
        let _ = attempt.await.unwrap();
    }
    assert_eq!(team.administrators().await.len(), 1);
}

/// Two administrators who tell each other to go, at the same moment.
async fn two_who_tell_each_other_to_go_leave_one(t: Fixture) {
    let team = Team::new(&t).await;
    let mut won = [0, 0];
    for round in 0..25 {
        let left = *team.administrators().await.first().unwrap();
        let other = team.crowd_by(left, 1, &format!("round{round}x")).await[0];
        let (mine, theirs) = (team.may_remove(left, other).await, team.may_change(other, left).await);
        let (one, two) = tokio::join!(
            t.store.remove_member(&mine),
            t.store.change_member_role(&theirs, MemberRole::Member),
        );
        assert!(one.is_ok() != two.is_ok(), "round {round}: {one:?} {two:?}");
        won[usize::from(two.is_ok())] += 1;
        assert_eq!(team.administrators().await.len(), 1);
    }
    println!("{won:?}");
}

/// Fifty requests to become an administrator, allowed by the policy before their sender was none.
async fn fifty_members_at_once_promote_nobody(t: Fixture) {
    let team = Team::new(&t).await;
    let bea = team.joined_by("Bea", MemberRole::Administrator).await;
    let promote = team.may_change(bea, bea).await;
    let demote = team.may_change(team.ann, bea).await;
    t.store.change_member_role(&demote, MemberRole::Member).await.unwrap();
    // Now that she is a member, the policy itself says no.
    let id = team.membership(bea).await;
    let now = permit::<act::ChangeMemberRole>(&t.store, &actor(&t.store, bea).await, id).await;
    assert!(matches!(now, Err(StoreError::NotFound)));
    let tries: Vec<_> = (0..50)
        .map(|_| {
            let (store, may) = (t.store.clone(), promote.clone());
            tokio::spawn(async move { store.change_member_role(&may, MemberRole::Administrator).await })
        })
        .collect();
    for attempt in tries {
        let refused = attempt.await.unwrap();
        assert!(matches!(refused, Err(MemberRefused::Store(StoreError::NotFound))), "{refused:?}");
    }
    assert_eq!(team.administrators().await, [team.ann].into());
}

async fn facts_change_for_the_version_that_was_seen(t: Fixture) {
    let team = Team::new(&t).await;
    let ann = actor(&t.store, team.ann).await;
    let edit: Permit<act::EditOrganisation> = permit(&t.store, &ann, team.organisation).await.unwrap();
    let see: Permit<act::ViewOrganisation> = permit(&t.store, &ann, team.organisation).await.unwrap();
    let before = t.store.organisation_record(&see).await.unwrap();
    assert_eq!((before.version, before.details.name.as_str()), (1, "Harbour Halls"));
    let details = OrganisationDetails {
        kind: Some(OrganisationKind::Charity),
        charity_number: Some("1234567".parse().unwrap()),
        trading_names: vec!["The Halls".into()],
        ..OrganisationDetails::named("Harbour Halls Trust")
    };
    t.store.change_organisation(&edit, 1, &details).await.unwrap();
    let after = t.store.organisation_record(&see).await.unwrap();
    assert_eq!((after.version, &after.details), (2, &details));
    let late = t.store.change_organisation(&edit, 1, &OrganisationDetails::named("Late")).await;
    assert!(matches!(late, Err(StoreError::Conflict)));
    assert_eq!(t.store.organisation_to_edit(&edit).await.unwrap().details, details);
}

/// What the migration does to rows from before: the first of each organisation administers it.
#[tokio::test(flavor = "multi_thread")]
async fn rows_from_before_get_their_administrator() {
    for t in [Fixture::sqlite().await, Fixture::postgres().await] {
        let team = Team::new(&t).await;
        let bea = team.joined_by("Bea", MemberRole::Member).await;
        let alone = opened(&t.store, "Cem").await;
        let db = Database::connect(&t.database.url).await.unwrap();
        db.execute_unprepared("UPDATE role_grant SET role = 'operator' WHERE role = 'operator-admin'")
            .await
            .unwrap();
        assert!(team.administrators().await.is_empty());
        db.execute_unprepared(migrations::FIRST_ADMINISTERS).await.unwrap();
        assert_eq!(team.administrators().await, [team.ann].into());
        assert_eq!(actor(&t.store, bea).await.grants(), [Grant::Operator(Some(team.organisation))]);
        assert_eq!(actor(&t.store, alone).await.grants(), [Grant::Operator(None)]);
    }
}
