//! What is an event, as the portal holds it? A line of the audit record is `audit::Event`, and no kin.

mod change;
mod checked;
mod dates;
pub mod due;
mod entry;
mod host;
mod judge;
mod larger;
mod line;
mod notice;
mod place;
mod publicity;
mod step;

#[cfg(test)]
pub(crate) mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use change::{About, EventChange};
pub use dates::{Dates, Earlier, HeldBefore, clock_time};
pub use entry::{Covers, Entry, EntryCheck, MOST_PARTS, Part};
pub use host::{Derived, HostFacts, Standing, StatedHost};
pub use judge::EventScope;
pub use larger::{Larger, LargerEvent};
pub use line::{Line, Paragraph};
pub use notice::Notice;
pub use place::Place;
pub use publicity::{Format, Publicity};
pub use step::Step;

use crate::{
    codes::{CouncilCode, RegionCode},
    control::Control,
    ids::{EventId, OrganisationId},
    premises::{Address, Premises},
    scope::head_count::HeadCount,
};

/// What an operator says about an event. What is `None` was not said yet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDetails {
    /// Its name.
    pub name: Line,
    /// A short description (SI 2026/793, Schedule Part 4).
    pub description: Paragraph,
    /// Where it is held.
    pub place: Place,
    /// The part of the site that it takes up, in words; `None` for all of it.
    pub part_of_site: Option<Line>,
    /// When it is held, and whether it was before.
    pub dates: Option<Dates>,
    /// When and how its date is made public.
    pub publicity: Option<Publicity>,
    /// What is said about the place that holds it.
    pub host: Option<StatedHost>,
    /// Who can come, and what is checked when they do.
    pub entry: Option<Entry>,
    /// The parts of the site, where checks cover only part of it (section 3(2)).
    pub parts: Vec<Part>,
    /// People at its busiest moment, crew included; `None` while not known.
    pub head_count: Option<HeadCount>,
    /// A larger event around it.
    pub larger: Option<Larger>,
    /// Who has control, as far as the operator is concerned.
    #[serde(default)]
    pub control: Control,
    /// Websites and social media accounts that advertise it; empty when there are none.
    #[serde(default)]
    pub online: Option<Vec<String>>,
}

/// Sealed where it is stored: nothing of it in a log.
impl std::fmt::Debug for EventDetails {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EventDetails")
    }
}

/// An event, as an operator registered it.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What is said about it.
    pub details: EventDetails,
    /// The council of the area.
    pub council: CouncilCode,
    /// The Counter Terrorism Policing region.
    pub region: RegionCode,
    /// The day it was registered.
    pub registered_on: NaiveDate,
    /// Counts the saves; a save names the version it saw.
    pub version: u32,
}

/// Most of it is sealed where it is stored: only the id and the version in a log.
impl std::fmt::Debug for Event {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Event({}, version {})", self.id, self.version)
    }
}

/// An event with the premises that host it, where they are the organisation's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostedEvent {
    /// The event.
    pub event: Event,
    /// Its host; `None` for an event at another place.
    pub host: Option<Premises>,
}

impl HostedEvent {
    /// The address of the place that holds it.
    pub fn address(&self) -> Option<&Address> {
        match &self.event.details.place {
            Place::Elsewhere(address) => Some(address),
            Place::Premises(_) => self.host.as_ref().map(|host| &host.address),
        }
    }
}
