//! Who has control of premises or of an event, as far as the operator is concerned?

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::scope::Known;

/// How the operator stands to premises or to an event, and whether others do (sections 4 and 8). The others are
/// [`crate::party::Party`] records of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Control {
    /// What the operator is.
    pub operator: Option<OperatorIs>,
    /// The day on which the operator became responsible; `None` when not known. Not asked of an event,
    /// where nothing counts from it.
    pub since: Option<NaiveDate>,
    /// The day on which the operator ceased to be responsible.
    pub until: Option<NaiveDate>,
    /// Whether anybody else is responsible too, or has any control.
    pub others: Known,
    /// Whether the operator is responsible for other premises or events (SI 2026/793, Schedule Part 1).
    pub elsewhere: Known,
    /// Whether any licence, certificate or notice that the regulator asks about is held, applied for
    /// or given.
    pub licensed: Known,
}

/// What an operator is to premises or to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OperatorIs {
    /// A responsible person (section 4).
    Responsible,
    /// Somebody with some control, such as a landlord or a tenant (section 8(6)).
    InPartControl,
    /// Somebody who acts for a responsible person, such as a managing agent.
    Acting,
}

impl OperatorIs {
    /// Each, in the order to offer them.
    pub const ALL: [Self; 3] = [Self::Responsible, Self::InPartControl, Self::Acting];

    /// Its slug, such as `responsible`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Responsible => "responsible",
            Self::InPartControl => "in-part-control",
            Self::Acting => "acting",
        }
    }

    /// The one with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == slug)
    }
}
