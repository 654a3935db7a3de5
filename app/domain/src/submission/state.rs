//! What can happen to a case next?

use serde::{Deserialize, Serialize};

use crate::assessment::AssessmentState;

/// Where a submission is in its life on the CTSA's desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    /// Sent; nobody has taken it up.
    Submitted,
    /// A CTSA is looking at it.
    InReview,
    /// Sent back with named questions.
    Returned,
    /// Advice is recorded. Not an approval: only the regulator decides anything under the Act.
    AdviceRecorded,
    /// Taken back by the operator.
    Withdrawn,
    /// A later submission has taken its place.
    Superseded,
}

/// Something that happens to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseEvent {
    /// A CTSA takes it up.
    StartReview,
    /// The CTSA sends it back with named questions.
    Return,
    /// The CTSA records advice.
    RecordAdvice,
    /// The operator takes it back.
    Withdraw,
    /// The operator submits again.
    Supersede,
}

/// An event that cannot happen to a case in that state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{event:?} cannot happen to a case that is {state:?}")]
pub struct Refused {
    /// The state of the case, which stays.
    pub state: CaseState,
    /// What was tried.
    pub event: CaseEvent,
}

impl CaseState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Submitted,
        Self::InReview,
        Self::Returned,
        Self::AdviceRecorded,
        Self::Withdrawn,
        Self::Superseded,
    ];

    /// The state after an event.
    ///
    /// # Errors
    /// `Refused` where the event cannot happen in this state.
    pub fn apply(self, event: CaseEvent) -> Result<Self, Refused> {
        match (self, event) {
            (Self::Submitted, CaseEvent::StartReview) => Ok(Self::InReview),
            (Self::InReview, CaseEvent::Return) => Ok(Self::Returned),
            (Self::InReview, CaseEvent::RecordAdvice) => Ok(Self::AdviceRecorded),
            (Self::Submitted | Self::InReview | Self::Returned, CaseEvent::Withdraw) => Ok(Self::Withdrawn),
            (Self::Returned | Self::AdviceRecorded | Self::Withdrawn, CaseEvent::Supersede) => {
                Ok(Self::Superseded)
            }
            (state, event) => Err(Refused { state, event }),
        }
    }

    /// Whether the case waits for the CTSA.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Submitted | Self::InReview)
    }

    /// What the case makes of the assessment it was sent from, as long as it is the latest;
    /// `None` once another has taken its place.
    pub fn assessment(self) -> Option<AssessmentState> {
        match self {
            Self::Submitted | Self::InReview => Some(AssessmentState::Submitted),
            Self::Returned => Some(AssessmentState::Returned),
            Self::AdviceRecorded | Self::Withdrawn => Some(AssessmentState::Open),
            Self::Superseded => None,
        }
    }

    /// The state's name, as it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::InReview => "in-review",
            Self::Returned => "returned",
            Self::AdviceRecorded => "advice-recorded",
            Self::Withdrawn => "withdrawn",
            Self::Superseded => "superseded",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

impl CaseEvent {
    /// Every event.
    pub const ALL: [Self; 5] =
        [Self::StartReview, Self::Return, Self::RecordAdvice, Self::Withdraw, Self::Supersede];
}
