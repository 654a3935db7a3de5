//! Is an event part of a larger one? (SI 2026/793, Schedule Part 4)

use serde::{Deserialize, Serialize};

use super::Line;
use crate::scope::Known;

/// A larger event around an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Larger {
    /// There is none.
    Nothing,
    /// Not sure.
    NotSure,
    /// There is one.
    PartOf(LargerEvent),
}

/// The larger event, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LargerEvent {
    /// Its name.
    pub name: Line,
    /// Whether the SIA was notified of it.
    pub notified: Known,
    /// The number that the SIA gave it.
    pub sia_number: Option<Line>,
}
