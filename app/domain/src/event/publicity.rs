//! When and how is the date of an event first made public? (SI 2026/793, reg 2(2)-(3))

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Line;
use crate::deadlines::Trigger;

/// When and how the date of an event is made public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publicity {
    /// The first day, past or planned; `None` for an event that is not publicised.
    pub first: Option<NaiveDate>,
    /// In which format, as far as it is known.
    pub format: Option<Format>,
    /// The day that the operator took the event over, where somebody else publicised it before.
    pub taken_over: Option<NaiveDate>,
}

/// Where an event is first publicised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// At a web address.
    Web(Line),
    /// On a platform, by an account.
    Social {
        /// The platform.
        platform: Line,
        /// The account.
        account: Line,
    },
    /// In another way, in words.
    Other(Line),
}

impl Publicity {
    /// What sets the last day to notify.
    pub fn trigger(&self) -> Trigger {
        match (self.taken_over, self.first) {
            (Some(on), _) => Trigger::TookOverEvent(on),
            (None, Some(on)) => Trigger::EventPublicised(on),
            (None, None) => Trigger::EventNotPublicised,
        }
    }
}
