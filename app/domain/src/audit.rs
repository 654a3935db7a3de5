//! The names of everything that the audit record keeps.

use uuid::Uuid;

use crate::ids::*;

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident($id:ty) = $text:literal;)*) => {
        /// Something that happened, and to what. It never says what was answered.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Event {
            $($(#[$doc])* $name($id),)*
        }

        impl Event {
            /// The event's name in the audit record. Names are never reused.
            pub fn name(&self) -> &'static str {
                match self { $(Self::$name(_) => $text,)* }
            }

            /// The id of what it happened to.
            pub fn subject(&self) -> Uuid {
                match self { $(Self::$name(id) => id.0,)* }
            }

            /// Every name.
            pub const NAMES: &[&str] = &[$($text,)*];
        }
    };
}

events! {
    /// An account was opened by sign-up or invitation.
    AccountOpened(AccountId) = "account-opened";
    /// A person signed in.
    SignedIn(AccountId) = "signed-in";
    /// A sign-in failed for an account that exists.
    SignInFailed(AccountId) = "sign-in-failed";
    /// A person signed out.
    SignedOut(AccountId) = "signed-out";
    /// A password was set by a one-time link.
    PasswordReset(AccountId) = "password-reset";
    /// A person changed their password.
    PasswordChanged(AccountId) = "password-changed";
    /// A person ended all their sessions.
    SignedOutEverywhere(AccountId) = "signed-out-everywhere";
    /// A one-time link for a new password was made.
    ResetLinkMade(AccountId) = "reset-link-made";
    /// An account was given a role.
    RoleGranted(AccountId) = "role-granted";
    /// An invitation was made.
    InvitationMade(InvitationId) = "invitation-made";
    /// A person was kept from signing in, and signed out everywhere.
    AccountSuspended(AccountId) = "account-suspended";
    /// A suspended person was let in again.
    AccountRestored(AccountId) = "account-restored";
    /// An invitation was taken up.
    InvitationAccepted(InvitationId) = "invitation-accepted";
    /// An organisation was registered.
    OrganisationRegistered(OrganisationId) = "organisation-registered";
    /// What is known of an organisation was changed.
    OrganisationChanged(OrganisationId) = "organisation-changed";
    /// Somebody was invited to act for an organisation.
    MemberInvited(InvitationId) = "member-invited";
    /// An invitation was taken back, or ended with whoever made it.
    InvitationTakenBack(InvitationId) = "invitation-taken-back";
    /// Somebody began to act for an organisation.
    MemberJoined(MembershipId) = "member-joined";
    /// A member was made an administrator of their organisation.
    MadeOrganisationAdministrator(MembershipId) = "made-organisation-administrator";
    /// An administrator of an organisation was made a member like others.
    MadeOrdinaryMember(MembershipId) = "made-ordinary-member";
    /// Somebody's acting for an organisation was ended.
    MemberRemoved(MembershipId) = "member-removed";
    /// Premises were registered.
    PremisesRegistered(PremisesId) = "premises-registered";
    /// Facts about premises were changed.
    PremisesChanged(PremisesId) = "premises-changed";
    /// A file of premises was checked, and waits.
    ImportChecked(ImportId) = "import-checked";
    /// A file of premises was imported.
    PremisesImported(ImportId) = "premises-imported";
    /// A file of premises was thrown away.
    ImportDiscarded(ImportId) = "import-discarded";
    /// Somebody with a part in premises or an event was added.
    PartyAdded(PartyId) = "party-added";
    /// What is known of somebody with a part in premises or an event was changed.
    PartyChanged(PartyId) = "party-changed";
    /// Somebody with a part in premises or an event was removed.
    PartyRemoved(PartyId) = "party-removed";
    /// A licence was added.
    LicenceAdded(LicenceId) = "licence-added";
    /// A licence was changed.
    LicenceChanged(LicenceId) = "licence-changed";
    /// A licence was removed.
    LicenceRemoved(LicenceId) = "licence-removed";
    /// A drill or exercise was recorded.
    DrillAdded(DrillId) = "drill-added";
    /// What is known of a drill was changed.
    DrillChanged(DrillId) = "drill-changed";
    /// A drill was removed.
    DrillRemoved(DrillId) = "drill-removed";
    /// Training that was held was recorded.
    TrainingAdded(TrainingId) = "training-added";
    /// What is known of training was changed.
    TrainingChanged(TrainingId) = "training-changed";
    /// A record of training was removed.
    TrainingRemoved(TrainingId) = "training-removed";
    /// Something to do was put into the plan of premises.
    PlanItemAdded(PlanItemId) = "plan-item-added";
    /// Something in a plan was changed.
    PlanItemChanged(PlanItemId) = "plan-item-changed";
    /// Something was taken out of a plan.
    PlanItemRemoved(PlanItemId) = "plan-item-removed";
    /// An event was registered.
    EventRegistered(EventId) = "event-registered";
    /// Facts about an event were changed.
    EventChanged(EventId) = "event-changed";
    /// A notice given to the regulator was recorded.
    NoticeRecorded(NoticeId) = "notice-recorded";
    /// The record of a notice was taken back.
    NoticeTakenBack(NoticeId) = "notice-taken-back";
    /// An operator asked for a link between premises.
    CoordinationOffered(CoordinationId) = "coordination-offered";
    /// Another operator agreed to it.
    CoordinationAgreed(CoordinationId) = "coordination-agreed";
    /// A link was ended, or taken back before anybody agreed.
    CoordinationEnded(CoordinationId) = "coordination-ended";
    /// An assessment was opened.
    AssessmentStarted(AssessmentId) = "assessment-started";
    /// An assessment went on with other questions.
    AssessmentMoved(AssessmentId) = "assessment-moved";
    /// An answer was saved.
    AnswerSaved(AssessmentId) = "answer-saved";
    /// An assessment was submitted.
    Submitted(SubmissionId) = "submitted";
    /// A submission was withdrawn.
    Withdrawn(SubmissionId) = "withdrawn";
    /// A Competent Person record was added.
    CompetentPersonAdded(CompetentPersonId) = "competent-person-added";
    /// A Competent Person record was changed.
    CompetentPersonChanged(CompetentPersonId) = "competent-person-changed";
    /// A CTSA marked a Competent Person record.
    CompetentPersonChecked(CompetentPersonId) = "competent-person-checked";
    /// A submission opened a case.
    CaseOpened(CaseId) = "case-opened";
    /// A CTSA took a case up for review.
    ReviewStarted(CaseId) = "review-started";
    /// A CTSA recorded how the operator's authority was confirmed.
    AuthorityConfirmed(CaseId) = "authority-confirmed";
    /// A CTSA recorded a newer confirmation in place of an earlier one.
    AuthorityRenewed(CaseId) = "authority-renewed";
    /// A CTSA took the confirmation of the operator's authority back.
    AuthorityRevoked(CaseId) = "authority-revoked";
    /// A CTSA commented on an answer.
    Commented(CaseId) = "commented";
    /// A CTSA returned a case with named questions.
    Returned(CaseId) = "returned";
    /// A CTSA recorded advice.
    AdviceRecorded(CaseId) = "advice-recorded";
    /// A set of council figures was frozen.
    ReleaseMade(ReleaseId) = "release-made";
}
