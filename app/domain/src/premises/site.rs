//! What is the place like? Facts that the regulator is told and that decide nothing about scope.

use serde::{Deserialize, Serialize};

use super::{Address, PremisesName};
use crate::scope::{Known, head_count::MOST};

/// The most buildings, websites and accounts that are taken down for premises or for an event.
pub const MOST_LINES: usize = 50;

/// Facts about the place (SI 2026/793, Schedule Parts 1 and 2). Nothing need be said yet.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Site {
    /// One building, or a group of them.
    pub buildings: Option<Buildings>,
    /// The larger premises that these are part of; only looked at where the scope facts say there are some.
    pub larger: Option<Larger>,
    /// Seats in adjoining areas, the pavement included.
    pub adjoining_seats: Option<Seats>,
    /// The most people on the premises at one time, whatever they come for.
    pub everybody: Option<Everybody>,
    /// Websites and social media accounts that advertise the premises; empty when there are none.
    pub online: Option<Vec<String>>,
}

/// Sealed where it is stored: nothing of it in a log.
impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Site")
    }
}

/// Whether premises are one building or several.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Buildings {
    /// One.
    One,
    /// A group, with the address of each as it was typed, one line each.
    Group(Vec<String>),
}

/// Larger premises around these.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Larger {
    /// Their name.
    pub name: PremisesName,
    /// Their address, where it differs.
    pub address: Option<Address>,
    /// Whether they are in scope of the Act.
    pub qualify: Known,
}

/// Seats outside the premises that belong to them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seats {
    /// None.
    None,
    /// Some, and where.
    Some(String),
}

/// The greatest number of people on the premises at one time. SI 2026/793, Schedule paragraph 8, is
/// not limited in words to Schedule 1 uses, so it is kept apart from the number of section 2.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Everybody {
    /// The number that decides scope holds for everybody.
    SameNumber,
    /// Another number, and how it was worked out.
    Other {
        /// People, from 1 to [`MOST`].
        number: u32,
        /// How it was worked out, in the operator's words.
        how: String,
    },
}

impl Everybody {
    /// Whether a number of people can be meant.
    pub const fn in_range(number: u32) -> bool {
        number >= 1 && number <= MOST
    }
}
