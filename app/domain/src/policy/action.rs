//! Everything that can be done, and what it is done to.

use std::fmt::Debug;

/// An action as a type, so that a permit for one cannot be used for another.
pub trait Act: Copy + Debug + Send + Sync + 'static {
    /// The same action as a value.
    const ACTION: Action;
    /// What it is done to.
    type Target: Clone + Debug + PartialEq + Send + Sync + 'static;
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident($target:ty);)*) => {
        /// Everything that can be done in the portal.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// Every action, in the order of the published table.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The action's name, for the audit record and the published table.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }

        /// A type for each action.
        pub mod act {
            use super::{Act, Action};
            use crate::{codes::CouncilCode, ids::*};

            $(
                $(#[$doc])*
                #[derive(Clone, Copy, Debug, PartialEq, Eq)]
                pub struct $name;

                impl Act for $name {
                    const ACTION: Action = Action::$name;
                    type Target = $target;
                }
            )*
        }
    };
}

actions! {
    /// Read a page that everybody may read.
    SeePublicPage(());
    /// Carry the answers of a scope check on to registration, or forget them.
    CarryScopeCheck(());
    /// Sign in.
    SignIn(());
    /// Sign in again after a session ended, and go on with what one had typed.
    SignInAgain(());
    /// Open an account as a venue operator.
    SignUp(());
    /// Set a new password by a one-time link.
    ResetPassword(());
    /// Take up a role one was invited to.
    AcceptInvitation(());
    /// Sign out.
    SignOut(());
    /// See and change one's own account.
    ManageOwnAccount(());
    /// Register the organisation one acts for.
    RegisterOrganisation(());
    /// See what is known of the organisation.
    ViewOrganisation(OrganisationId);
    /// Change what is known of the organisation.
    EditOrganisation(OrganisationId);
    /// See who acts for the organisation.
    ListMembers(OrganisationId);
    /// Invite somebody to act for the organisation.
    InviteMember(OrganisationId);
    /// Take back an invitation to the organisation.
    TakeBackInvitation(InvitationId);
    /// Make a member an administrator of the organisation, or no longer one.
    ChangeMemberRole(MembershipId);
    /// End somebody's acting for the organisation.
    RemoveMember(MembershipId);
    /// Take up an invitation to act for an organisation.
    JoinOrganisation(());
    /// List the organisation's premises.
    ListPremises(OrganisationId);
    /// Register premises for the organisation.
    RegisterPremises(OrganisationId);
    /// Have many sites screened from a file, without keeping any.
    ScreenSites(());
    /// Have a file of premises checked, to import it.
    ImportPremises(OrganisationId);
    /// Import the premises of a checked file, or throw the file away.
    ConfirmImport(ImportId);
    /// Change facts that many premises share.
    EditEstate(OrganisationId);
    /// See premises with all that was said about them.
    ViewPremises(PremisesId);
    /// Change the facts about premises, and add to what they keep.
    EditPremises(PremisesId);
    /// Change or remove what is known of somebody with a part in premises or an event.
    EditParty(PartyId);
    /// Change or remove a licence.
    EditLicence(LicenceId);
    /// See the record of a notice to the regulator, and take it back.
    EditNotice(NoticeId);
    /// Correct or remove a drill.
    EditDrill(DrillId);
    /// Correct or remove a record of training.
    EditTraining(TrainingId);
    /// Change something in a plan, or take it out.
    EditPlanItem(PlanItemId);
    /// List the organisation's events.
    ListEvents(OrganisationId);
    /// Register an event for the organisation.
    RegisterEvent(OrganisationId);
    /// See an event with all that was said about it.
    ViewEvent(EventId);
    /// Change the facts about an event, and add to what it keeps.
    EditEvent(EventId);
    /// Agree to link premises with those of whoever asked.
    AcceptCoordination(());
    /// Open an assessment of premises.
    StartAssessment(PremisesId);
    /// Open an assessment of an event.
    StartEventAssessment(EventId);
    /// Read an assessment, its guidance and its actions.
    ViewAssessment(AssessmentId);
    /// Answer questions.
    EditAnswers(AssessmentId);
    /// Sign the declaration and send the answers.
    Submit(AssessmentId);
    /// Read what was sent and what was said to it.
    ViewSubmission(SubmissionId);
    /// Take a submission back.
    WithdrawSubmission(SubmissionId);
    /// List the Competent Person records of the organisation.
    ListCompetentPersons(OrganisationId);
    /// Add a Competent Person record for premises.
    AddCompetentPerson(PremisesId);
    /// Change a Competent Person record.
    EditCompetentPerson(CompetentPersonId);
    /// See the queue of submissions.
    SeeQueue(());
    /// Read a submission as an adviser.
    ViewCase(CaseId);
    /// Take a case up for review and comment on answers.
    ReviewCase(CaseId);
    /// Record how the operator's authority was confirmed.
    ConfirmAuthority(CaseId);
    /// Take the confirmation of the operator's authority back.
    RevokeAuthority(CaseId);
    /// Return a case with named questions.
    ReturnCase(CaseId);
    /// Record advice on a case.
    RecordAdvice(CaseId);
    /// Mark a Competent Person record as seen outside the portal, or not.
    CheckCompetentPerson(CompetentPersonId);
    /// See the figures of an area.
    SeeAreaFigures(CouncilCode);
    /// List people and invitations.
    ListPeople(());
    /// Invite somebody to a role.
    Invite(());
    /// Keep somebody from signing in, or let them in again.
    SuspendAccount(AccountId);
    /// Take back an invitation to a role.
    TakeBackRoleInvitation(InvitationId);
    /// Give an account one more role.
    GrantRole(());
    /// Make a one-time link for a new password.
    MakeResetLink(());
    /// List question sets, editions and sources.
    ListContent(());
    /// Freeze a set of council figures.
    MakeRelease(());
    /// Fill an empty database with made-up premises.
    SeedDemo(());
    /// Sign in as one of the made-up people of the demonstration.
    PickDemoPerson(());
    /// Write an encrypted copy of the database.
    MakeBackup(());
}
