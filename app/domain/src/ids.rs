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

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
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
    /// An event, as in section 3 of the Act.
    EventId;
    /// Somebody with a part in premises or an event: responsible, in control of some of it, or senior individual.
    PartyId;
    /// A licence, certificate or notice that is held for premises or an event.
    LicenceId;
    /// The record of a notice that was given to the regulator.
    NoticeId;
    /// A drill or exercise that was held at premises.
    DrillId;
    /// A record of training that was held.
    TrainingId;
    /// Something to do that premises have in their plan.
    PlanItemId;
    /// A link between the premises of two organisations, offered or agreed.
    CoordinationId;
    /// A file of premises between checking and importing.
    ImportId;
    /// The editable set of answers for one of the premises, or an event.
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
    /// Somebody's time with an organisation, from joining to leaving.
    MembershipId;
    /// A frozen set of council figures.
    ReleaseId;
}

/// Premises or an event: what the regulator is told of, and what has parties and licences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PremisesOrEvent {
    /// Premises.
    Premises(PremisesId),
    /// An event.
    Event(EventId),
}

impl PremisesOrEvent {
    /// Where exactly one of the two is there: that one.
    pub fn one_of(premises: Option<PremisesId>, event: Option<EventId>) -> Option<Self> {
        match (premises, event) {
            (Some(id), None) => Some(Self::Premises(id)),
            (None, Some(id)) => Some(Self::Event(id)),
            _ => None,
        }
    }

    /// The premises, where it is premises.
    pub const fn premises(self) -> Option<PremisesId> {
        match self {
            Self::Premises(id) => Some(id),
            Self::Event(_) => None,
        }
    }

    /// The event, where it is one.
    pub const fn event(self) -> Option<EventId> {
        match self {
            Self::Event(id) => Some(id),
            Self::Premises(_) => None,
        }
    }
}

impl From<PremisesOrEvent> for Uuid {
    fn from(of: PremisesOrEvent) -> Self {
        match of {
            PremisesOrEvent::Premises(id) => id.0,
            PremisesOrEvent::Event(id) => id.0,
        }
    }
}

impl From<PremisesId> for PremisesOrEvent {
    fn from(id: PremisesId) -> Self {
        Self::Premises(id)
    }
}

impl From<EventId> for PremisesOrEvent {
    fn from(id: EventId) -> Self {
        Self::Event(id)
    }
}
