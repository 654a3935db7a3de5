//! The policy, a line for each right. Read it top to bottom; what is not here is denied.

use super::{Action, Facts, Role};

/// Where a right holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// There is no object, or it belongs to nobody.
    Anything,
    /// What belongs to the person's organisation.
    OwnOrganisation,
    /// What was submitted in the person's region.
    OwnRegion,
    /// The figures of the person's council.
    OwnCouncil,
    /// Everything of its kind.
    Everywhere,
}

/// The state an object must be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Whatever its state.
    Always,
    /// Answers may be changed.
    AnswersOpen,
    /// The case waits for an answer.
    CaseOpen,
    /// The case waits for an answer, and the operator's authority was confirmed.
    CaseOpenAndAuthorityConfirmed,
}

impl When {
    /// Whether the facts meet it.
    pub fn holds(self, facts: &Facts) -> bool {
        match self {
            Self::Always => true,
            Self::AnswersOpen => facts.answers_open,
            Self::CaseOpen => facts.case_open,
            Self::CaseOpenAndAuthorityConfirmed => facts.case_open && facts.authority_confirmed,
        }
    }
}

/// Who, where, when.
pub type Rule = (Role, Reach, When);

/// The rights to an action.
pub fn rules(action: Action) -> &'static [Rule] {
    use Action as A;
    use Reach::{Anything, Everywhere, OwnCouncil, OwnOrganisation, OwnRegion};
    use Role::{
        Administrator, Anonymous, Council, Ctsa, National, Operator, OperatorAdmin, RegionalLead, SignedIn,
        System,
    };
    use When::{Always, AnswersOpen, CaseOpen, CaseOpenAndAuthorityConfirmed};

    match action {
        A::SeePublicPage => &[(Anonymous, Anything, Always), (SignedIn, Anything, Always)],
        A::CarryScopeCheck => &[(Anonymous, Anything, Always), (Operator, Anything, Always)],
        A::SignIn | A::SignUp | A::ResetPassword => &[(Anonymous, Anything, Always)],
        // Somebody may have signed in elsewhere meanwhile.
        A::SignInAgain => &[(Anonymous, Anything, Always), (SignedIn, Anything, Always)],
        A::AcceptInvitation => &[(Anonymous, Anything, Always)],
        // Its route exists in the demonstration only.
        A::PickDemoPerson => &[(Anonymous, Anything, Always)],
        A::SignOut | A::ManageOwnAccount => &[(SignedIn, Anything, Always)],

        A::RegisterOrganisation => &[(Operator, Anything, Always)],
        // Without an account one is opened first; whoever advises operators is none.
        A::JoinOrganisation => &[(Anonymous, Anything, Always), (Operator, Anything, Always)],
        A::ViewOrganisation | A::ListMembers => &[(Operator, OwnOrganisation, Always)],
        A::EditOrganisation
        | A::InviteMember
        | A::TakeBackInvitation
        | A::ChangeMemberRole
        | A::RemoveMember => &[(OperatorAdmin, OwnOrganisation, Always)],
        A::ScreenSites => &[(Operator, Anything, Always)],
        A::ListPremises
        | A::RegisterPremises
        | A::ImportPremises
        | A::ConfirmImport
        | A::EditEstate
        | A::ViewPremises
        | A::EditPremises
        | A::EditParty
        | A::EditLicence
        | A::EditNotice
        | A::EditDrill
        | A::EditTraining
        | A::EditPlanItem
        | A::ListEvents
        | A::RegisterEvent
        | A::ViewEvent
        | A::EditEvent
        | A::ViewAssessment
        | A::ViewSubmission
        | A::ListCompetentPersons
        | A::AddCompetentPerson
        | A::EditCompetentPerson => &[(Operator, OwnOrganisation, Always)],
        // Which premises it concerns is a change to those, and asked for as such.
        A::AcceptCoordination => &[(Operator, Anything, Always)],
        A::StartAssessment | A::StartEventAssessment => &[(Operator, OwnOrganisation, Always)],
        A::EditAnswers | A::Submit => &[(Operator, OwnOrganisation, AnswersOpen)],
        A::WithdrawSubmission => &[(Operator, OwnOrganisation, CaseOpen)],

        A::SeeQueue => &[(Ctsa, OwnRegion, Always)],
        A::ViewCase | A::CheckCompetentPerson => &[(Ctsa, OwnRegion, Always)],
        A::ReviewCase | A::ConfirmAuthority => &[(Ctsa, OwnRegion, CaseOpen)],
        A::ReturnCase | A::RecordAdvice | A::RevokeAuthority => {
            &[(Ctsa, OwnRegion, CaseOpenAndAuthorityConfirmed)]
        }

        A::SeeAreaFigures => &[
            (Council, OwnCouncil, Always),
            (RegionalLead, OwnRegion, Always),
            (National, Everywhere, Always),
        ],

        A::ListPeople | A::ListContent | A::SuspendAccount | A::TakeBackRoleInvitation => {
            &[(Administrator, Anything, Always)]
        }
        // The first administrator is invited from the command line.
        A::Invite => &[(Administrator, Anything, Always), (System, Anything, Always)],
        A::GrantRole | A::MakeResetLink | A::MakeRelease | A::MakeBackup | A::SeedDemo => {
            &[(System, Anything, Always)]
        }
    }
}
