use super::{
    table::{Reach, When, rules},
    *,
};
use crate::{
    codes::{CouncilCode, RegionCode},
    ids::{AccountId, OrganisationId},
};
use proptest::prelude::*;
use uuid::Uuid;

fn region(n: u8) -> RegionCode {
    ["north", "south"][usize::from(n % 2)].parse().unwrap()
}

fn council(n: u8) -> CouncilCode {
    ["E08000025", "E08000026"][usize::from(n % 2)].parse().unwrap()
}

fn organisation(n: u8) -> OrganisationId {
    OrganisationId(Uuid::from_u128(u128::from(n % 2)))
}

fn any_grant() -> impl Strategy<Value = Grant> {
    prop_oneof![
        Just(Grant::Operator(None)),
        any::<u8>().prop_map(|n| Grant::Operator(Some(organisation(n)))),
        any::<u8>().prop_map(|n| Grant::OperatorAdmin(organisation(n))),
        any::<u8>().prop_map(|n| Grant::Ctsa(region(n))),
        any::<u8>().prop_map(|n| Grant::Council(council(n))),
        any::<u8>().prop_map(|n| Grant::RegionalLead(region(n))),
        Just(Grant::National),
        Just(Grant::Administrator),
    ]
}

fn any_actor() -> impl Strategy<Value = Actor> {
    prop_oneof![
        1 => Just(Actor::Anonymous),
        1 => Just(Actor::System),
        8 => proptest::collection::vec(any_grant(), 0..4)
            .prop_map(|grants| Actor::Person { account: AccountId(Uuid::nil()), grants }),
    ]
}

fn any_facts() -> impl Strategy<Value = Facts> {
    (
        proptest::option::of(any::<u8>().prop_map(organisation)),
        proptest::option::of(any::<u8>().prop_map(region)),
        proptest::option::of(any::<u8>().prop_map(council)),
        any::<[bool; 3]>(),
    )
        .prop_map(|(organisation, region, council, [answers_open, case_open, authority_confirmed])| {
            Facts {
                organisation,
                region,
                council,
                account: None,
                answers_open,
                case_open,
                authority_confirmed,
            }
        })
}

/// The decision once more, written the long way round: from each grant to what it gives.
fn reference(actor: &Actor, action: Action, facts: &Facts) -> bool {
    let mut rights: Vec<(Role, Reach, bool)> = Vec::new();
    match actor {
        Actor::Anonymous => rights.push((Role::Anonymous, Reach::Anything, true)),
        Actor::System => rights.push((Role::System, Reach::Anything, true)),
        Actor::Person { grants, .. } => {
            rights.push((Role::SignedIn, Reach::Anything, true));
            for grant in grants {
                let (reach, own) = match grant {
                    Grant::Operator(own) => {
                        (Reach::OwnOrganisation, own.is_some() && facts.organisation == *own)
                    }
                    Grant::OperatorAdmin(own) => (Reach::OwnOrganisation, facts.organisation == Some(*own)),
                    Grant::Ctsa(own) | Grant::RegionalLead(own) => {
                        (Reach::OwnRegion, facts.region == Some(own.clone()))
                    }
                    Grant::Council(own) => (Reach::OwnCouncil, facts.council == Some(own.clone())),
                    Grant::National | Grant::Administrator => (Reach::Everywhere, true),
                };
                // An administrator of an organisation may do all that a member may.
                let roles = match grant {
                    Grant::OperatorAdmin(_) => vec![Role::Operator, Role::OperatorAdmin],
                    other => vec![other.role()],
                };
                for role in roles {
                    rights.push((role, reach, own));
                    rights.push((role, Reach::Anything, true));
                    rights.push((role, Reach::Everywhere, true));
                }
            }
        }
    }
    rules(action).iter().any(|(role, reach, when)| {
        let state = match when {
            When::Always => true,
            When::AnswersOpen => facts.answers_open,
            When::CaseOpen => facts.case_open,
            When::CaseOpenAndAuthorityConfirmed => facts.case_open && facts.authority_confirmed,
        };
        state && rights.iter().any(|(r, h, own)| r == role && h == reach && *own)
    })
}

macro_rules! decided {
    ($actor:expr, $facts:expr, [$($name:ident($target:expr)),* $(,)?]) => {
        vec![$((Action::$name, decide::<act::$name>($actor, $target, $facts).is_ok())),*]
    };
}

fn all_decisions(actor: &Actor, facts: &Facts) -> Vec<(Action, bool)> {
    use crate::ids::*;
    let id = Uuid::nil();
    decided!(
        actor,
        facts,
        [
            SeePublicPage(()),
            CarryScopeCheck(()),
            SignIn(()),
            SignInAgain(()),
            SignUp(()),
            ResetPassword(()),
            AcceptInvitation(()),
            SignOut(()),
            ManageOwnAccount(()),
            RegisterOrganisation(()),
            ViewOrganisation(OrganisationId(id)),
            EditOrganisation(OrganisationId(id)),
            ListMembers(OrganisationId(id)),
            InviteMember(OrganisationId(id)),
            TakeBackInvitation(InvitationId(id)),
            ChangeMemberRole(MembershipId(id)),
            RemoveMember(MembershipId(id)),
            JoinOrganisation(()),
            ListPremises(OrganisationId(id)),
            RegisterPremises(OrganisationId(id)),
            ScreenSites(()),
            ImportPremises(OrganisationId(id)),
            ConfirmImport(ImportId(id)),
            EditEstate(OrganisationId(id)),
            ViewPremises(PremisesId(id)),
            EditPremises(PremisesId(id)),
            EditParty(PartyId(id)),
            EditLicence(LicenceId(id)),
            EditNotice(NoticeId(id)),
            EditDrill(DrillId(id)),
            EditTraining(TrainingId(id)),
            EditPlanItem(PlanItemId(id)),
            ListEvents(OrganisationId(id)),
            RegisterEvent(OrganisationId(id)),
            ViewEvent(EventId(id)),
            EditEvent(EventId(id)),
            AcceptCoordination(()),
            StartAssessment(PremisesId(id)),
            StartEventAssessment(EventId(id)),
            ViewAssessment(AssessmentId(id)),
            EditAnswers(AssessmentId(id)),
            Submit(AssessmentId(id)),
            ViewSubmission(SubmissionId(id)),
            WithdrawSubmission(SubmissionId(id)),
            ListCompetentPersons(OrganisationId(id)),
            AddCompetentPerson(PremisesId(id)),
            EditCompetentPerson(CompetentPersonId(id)),
            SeeQueue(()),
            ViewCase(CaseId(id)),
            ReviewCase(CaseId(id)),
            ConfirmAuthority(CaseId(id)),
            ReturnCase(CaseId(id)),
            RevokeAuthority(CaseId(id)),
            RecordAdvice(CaseId(id)),
            CheckCompetentPerson(CompetentPersonId(id)),
            SeeAreaFigures("E08000025".parse().unwrap()),
            ListPeople(()),
            Invite(()),
            SuspendAccount(AccountId(id)),
            TakeBackRoleInvitation(InvitationId(id)),
            GrantRole(()),
            MakeResetLink(()),
            ListContent(()),
            MakeRelease(()),
            SeedDemo(()),
            PickDemoPerson(()),
            MakeBackup(()),
        ]
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn agrees_with_the_reference(actor in any_actor(), facts in any_facts()) {
        let decisions = all_decisions(&actor, &facts);
        prop_assert_eq!(decisions.len(), Action::ALL.len());
        for (action, allowed) in decisions {
            prop_assert_eq!(allowed, reference(&actor, action, &facts), "{:?}", action);
            prop_assert!(!allowed || may_ever(&actor, action), "{:?}", action);
        }
    }

    #[test]
    fn losing_a_grant_gains_nothing(actor in any_actor(), facts in any_facts()) {
        let before = all_decisions(&actor, &facts);
        if let Actor::Person { account, grants } = &actor {
            for gone in 0..grants.len() {
                let mut fewer = grants.clone();
                fewer.remove(gone);
                let after = all_decisions(&Actor::Person { account: *account, grants: fewer }, &facts);
                for ((action, was), (_, is)) in before.iter().zip(&after) {
                    prop_assert!(*was || !*is, "{action:?}");
                }
            }
        }
    }
}

#[test]
fn a_council_reaches_its_figures_and_nothing_else() {
    let viewer = Actor::Person { account: AccountId(Uuid::nil()), grants: vec![Grant::Council(council(0))] };
    let allowed: Vec<_> = Action::ALL.iter().copied().filter(|action| may_ever(&viewer, *action)).collect();
    assert_eq!(
        allowed,
        [
            Action::SeePublicPage,
            Action::SignInAgain,
            Action::SignOut,
            Action::ManageOwnAccount,
            Action::SeeAreaFigures
        ]
    );
}

#[test]
fn a_member_may_all_but_say_who_the_members_are_and_what_the_organisation_is() {
    let account = AccountId(Uuid::nil());
    let member = Actor::Person { account, grants: vec![Grant::Operator(Some(organisation(0)))] };
    let admin = Actor::Person { account, grants: vec![Grant::OperatorAdmin(organisation(0))] };
    let of = |number| Facts {
        organisation: Some(organisation(number)),
        answers_open: true,
        case_open: true,
        ..Facts::default()
    };
    let (members, admins) = (all_decisions(&member, &of(0)), all_decisions(&admin, &of(0)));
    let more: Vec<_> = members
        .iter()
        .zip(&admins)
        .filter(|((_, member), (_, admin))| member != admin)
        .map(|((action, may), _)| (*action, *may))
        .collect();
    assert_eq!(
        more,
        [
            (Action::EditOrganisation, false),
            (Action::InviteMember, false),
            (Action::TakeBackInvitation, false),
            (Action::ChangeMemberRole, false),
            (Action::RemoveMember, false),
        ]
    );
    assert_eq!(admin.organisation(), Some(organisation(0)));
    // Of another organisation there is nothing that either reaches.
    let elsewhere = all_decisions(&admin, &of(1));
    let nobodys = all_decisions(&admin, &Facts::default());
    assert_eq!(elsewhere, nobodys);
}

#[test]
fn nobody_answers_a_case_before_authority_is_confirmed() {
    let ctsa = Actor::Person { account: AccountId(Uuid::nil()), grants: vec![Grant::Ctsa(region(0))] };
    let mut facts = Facts { region: Some(region(0)), case_open: true, ..Facts::default() };
    let case = crate::ids::CaseId(Uuid::nil());
    assert!(decide::<act::ReviewCase>(&ctsa, case, &facts).is_ok());
    assert!(decide::<act::ReturnCase>(&ctsa, case, &facts).is_err());
    assert!(decide::<act::RecordAdvice>(&ctsa, case, &facts).is_err());
    facts.authority_confirmed = true;
    assert!(decide::<act::ReturnCase>(&ctsa, case, &facts).is_ok());
    assert!(decide::<act::RecordAdvice>(&ctsa, case, &facts).is_ok());
}

#[test]
fn a_role_in_one_region_adds_nothing_in_another() {
    let actor = Actor::Person {
        account: AccountId(Uuid::nil()),
        grants: vec![Grant::Ctsa(region(0)), Grant::RegionalLead(region(1))],
    };
    let facts = Facts { region: Some(region(1)), case_open: true, ..Facts::default() };
    assert!(decide::<act::ReviewCase>(&actor, crate::ids::CaseId(Uuid::nil()), &facts).is_err());
}
