//! The few facts of readiness that are stored beside a submission.

use serde::{Deserialize, Serialize};

use super::{Readiness, Standing};

/// What area figures are counted from: the same JSON for the same answers in every version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadinessRecord {
    /// The form of this record; a change of meaning takes the next number.
    pub form: u8,
    /// Evacuation (section 5(3)(a)).
    pub evacuation: Standing,
    /// Invacuation (section 5(3)(b)).
    pub invacuation: Standing,
    /// Lockdown (section 5(3)(c)).
    pub lockdown: Standing,
    /// Communication (section 5(3)(d)).
    pub communication: Standing,
    /// What a notification will ask is at hand (section 9).
    pub notification: Standing,
    /// People who work there know their part.
    pub awareness: Standing,
}

impl ReadinessRecord {
    /// The topics of `readiness.toml` that it is made of: every set for a duty of the Act asks about each.
    pub const TOPICS: [&str; 6] =
        ["evacuation", "invacuation", "lockdown", "communication", "notification", "awareness"];

    /// The record of these standings.
    pub fn of(readiness: &Readiness) -> Self {
        let [evacuation, invacuation, lockdown, communication, notification, awareness] =
            Self::TOPICS.map(|topic| readiness.of(topic).map_or(Standing::NotKnown, |found| found.standing));
        Self { form: 1, evacuation, invacuation, lockdown, communication, notification, awareness }
    }
}
