//! Who acts for an organisation: given another role, removed, never without an administrator; and the
//! organisation's own facts.

use domain::{
    organisation::{MemberRole, OrganisationDetails, OrganisationKind},
    policy::{Facts, Grant, Permit, act, decide},
};
use sea_orm::{ConnectionTrait, Database};
use store::{MemberInviteRefused, MemberRefused, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    on_both,
    team::{Team, actor, anybody_may_join, invite, joins, opened},
    venue::permit,
};

on_both!(
    whoever_registers_administers,
    a_removed_member_is_out_and_may_come_back,
    whoever_is_no_administrator_has_no_way_back,
    a_stale_permit_is_worth_nothing,
    the_last_administrator_stays,
    fifty_at_once_leave_one_administrator,
    two_who_tell_each_other_to_go_leave_one,
    fifty_members_at_once_promote_nobody,
    facts_change_for_the_version_that_was_seen,
);

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
