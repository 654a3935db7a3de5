//! The organisation (or person) that runs premises.

use serde::{Deserialize, Serialize};

/// What is known of an organisation (SI 2026/793, Schedule Part 1, asks for both in a notification).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationDetails {
    /// Its name: one line of 1 to 150 characters.
    pub name: String,
    /// Its company or charity number, where it has one: at most 20 characters.
    pub number: Option<String>,
}

/// Sealed where it is stored: no name in a log.
impl std::fmt::Debug for OrganisationDetails {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OrganisationDetails")
    }
}
