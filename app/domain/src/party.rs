//! Who else has a part in premises or an event? Responsible persons, those with some control, senior individuals.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::contact::Contact;

/// Somebody with a part in premises or an event, beside the operator (SI 2026/793, Schedule Parts 1 and 3).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// What part.
    pub part: Part,
    /// The name of the person or organisation: one line of 1 to 150 characters.
    pub name: String,
    /// Company or charity number: at most 20 characters.
    pub number: Option<String>,
    /// How they can be reached.
    pub contact: Contact,
}

/// Sealed where it is stored: nothing of it in a log.
impl std::fmt::Debug for Party {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Party")
    }
}

/// The part that somebody has, with what the regulator asks of that part.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub enum Part {
    /// A responsible person (section 4).
    Responsible,
    /// The responsible person of premises within these, or around these or the event, who must co-ordinate
    /// (section 8(4)).
    Nested,
    /// Somebody else with any control (section 8(6)).
    Control {
        /// How they stand to the responsible person, such as landlord: 1 to 150 characters.
        relationship: String,
    },
    /// The senior individual (section 10).
    SeniorIndividual {
        /// Their position in the body that is responsible: 1 to 100 characters.
        position: String,
        /// The day on which they were designated; `None` when not known.
        designated_on: Option<NaiveDate>,
        /// Whether they have confirmed that they understand the duties about the document of
        /// section 7.
        understands: bool,
    },
    /// Whoever tells the regulator for a responsible person.
    Notifier {
        /// Their role: 1 to 100 characters.
        position: String,
        /// How they stand to the responsible person: 1 to 150 characters.
        relationship: String,
        /// What authorises them: 1 to 150 characters.
        authority: String,
    },
}

impl Part {
    /// The slug of each part, in the order to offer them.
    pub const SLUGS: [&str; 5] = ["responsible", "nested", "control", "senior-individual", "notifier"];

    /// Its slug, such as `responsible`.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Responsible => "responsible",
            Self::Nested => "nested",
            Self::Control { .. } => "control",
            Self::SeniorIndividual { .. } => "senior-individual",
            Self::Notifier { .. } => "notifier",
        }
    }
}
