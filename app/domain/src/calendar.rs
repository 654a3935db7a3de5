//! What is due at premises, and when?

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The days that what premises keep leads to: stored whenever that changes, so that a page about many premises
/// need not open every record of each. Sealed where it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dates {
    /// The last drill or exercise of each topic of readiness, by its id.
    pub drills: BTreeMap<String, NaiveDate>,
}
