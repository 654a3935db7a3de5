//! Where an event is held.

use serde::{Deserialize, Serialize};

use crate::{ids::PremisesId, premises::Address};

/// Where an event is held: a building, land, or both (section 3(1)(a)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// At premises that the organisation registered.
    Premises(PremisesId),
    /// At another place.
    Elsewhere(Address),
}

impl Place {
    /// The organisation's own premises, where it is held at them.
    pub fn premises(&self) -> Option<PremisesId> {
        match self {
            Self::Premises(id) => Some(*id),
            Self::Elsewhere(_) => None,
        }
    }
}
