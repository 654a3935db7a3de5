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
    /// An invitation was taken up.
    InvitationAccepted(InvitationId) = "invitation-accepted";
    /// An organisation was registered.
    OrganisationRegistered(OrganisationId) = "organisation-registered";
    /// Premises were registered.
    PremisesRegistered(PremisesId) = "premises-registered";
    /// Facts about premises were changed.
    PremisesChanged(PremisesId) = "premises-changed";
    /// An assessment was opened.
    AssessmentStarted(AssessmentId) = "assessment-started";
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
    /// A CTSA commented on an answer.
    Commented(CaseId) = "commented";
    /// A CTSA returned a case with named questions.
    Returned(CaseId) = "returned";
    /// A CTSA recorded advice.
    AdviceRecorded(CaseId) = "advice-recorded";
    /// A set of council figures was frozen.
    ReleaseMade(ReleaseId) = "release-made";
}
