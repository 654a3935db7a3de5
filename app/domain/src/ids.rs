//! One identifier type for each entity, so that one cannot stand in for another.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// A person's account.
    AccountId;
    /// An organisation (or person) that runs premises: the venue operator.
    OrganisationId;
    /// Premises, as in section 2 of the Act.
    PremisesId;
    /// The editable set of answers for one premises.
    AssessmentId;
    /// A sealed, immutable copy of an assessment.
    SubmissionId;
    /// A submission's life on the CTSA's desk.
    CaseId;
    /// A CTSA's comment on one answer.
    CommentId;
    /// A qualification that a person holds for premises.
    CompetentPersonId;
    /// An invitation to take up a role.
    InvitationId;
    /// A frozen set of council figures.
    ReleaseId;
}
