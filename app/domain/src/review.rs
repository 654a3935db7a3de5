//! What does a CTSA put on record about a case?
//!
//! Advice, and no more: the SIA is the regulator, and decides.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::content::QuestionId;

/// The longest comment on an answer, in characters.
pub const COMMENT_MOST: usize = 2_000;
/// The longest reason for reopening a question, and the longest note, in characters.
pub const NOTE_MOST: usize = 500;
/// The longest message with a return, in characters.
pub const MESSAGE_MOST: usize = 4_000;
/// The longest advice, in characters.
pub const ADVICE_MOST: usize = 8_000;

/// How it was confirmed that whoever sent the answers may speak for the premises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityCheck {
    /// How.
    pub how: HowConfirmed,
    /// The day.
    pub on: NaiveDate,
    /// More about it: at most [`NOTE_MOST`] characters, perhaps none.
    pub note: String,
}

/// The ways to confirm authority. None of them uses a number or an address that the operator gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowConfirmed {
    /// Called the switchboard on a number found independently.
    Switchboard,
    /// Met the person at the premises.
    AtPremises,
    /// The organisation's registered office said so.
    RegisteredOffice,
    /// The adviser knows the person in this role.
    Known,
}

impl HowConfirmed {
    /// Every way, in the order to offer them.
    pub const ALL: [Self; 4] = [Self::Switchboard, Self::AtPremises, Self::RegisteredOffice, Self::Known];

    /// Its slug.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Switchboard => "switchboard",
            Self::AtPremises => "at-premises",
            Self::RegisteredOffice => "registered-office",
            Self::Known => "known",
        }
    }

    /// The way with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.as_str() == slug)
    }
}

/// A return: which questions open again and why, with a message for all of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Return {
    /// The named questions, each with the reason.
    pub questions: Vec<(QuestionId, String)>,
    /// What the CTSA says beside it.
    pub message: String,
}
