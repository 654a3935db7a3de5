//! A change to what is said about an event.

use super::{Dates, Entry, EventDetails, Larger, Line, Paragraph, Part, Place, Publicity, StatedHost};
use crate::{control::Control, scope::head_count::HeadCount};

/// What an event is, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its name.
    pub name: Line,
    /// A short description.
    pub description: Paragraph,
    /// Where it is held.
    pub place: Place,
    /// The part of the site that it takes up; `None` for all of it.
    pub part_of_site: Option<Line>,
}

/// Another answer to one of the forms but the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventChange {
    /// Other dates.
    Dates(Dates),
    /// Other publicity.
    Publicity(Publicity),
    /// Other facts about the place.
    Host(StatedHost),
    /// Other access or checks.
    Entry(Entry),
    /// Other parts of the site.
    Parts(Vec<Part>),
    /// Another number of people.
    Number(Option<HeadCount>),
    /// Another larger event.
    Larger(Larger),
    /// Other control.
    Control(Control),
    /// Other websites and accounts.
    Online(Vec<String>),
}

impl EventDetails {
    /// A new event, of which nothing more is said yet.
    pub fn new(about: About) -> Self {
        Self {
            name: about.name,
            description: about.description,
            place: about.place,
            part_of_site: about.part_of_site,
            dates: None,
            publicity: None,
            host: None,
            entry: None,
            parts: Vec::new(),
            head_count: None,
            larger: None,
            control: Control::default(),
            online: None,
        }
    }

    /// Takes another name or place in. What was said about a place is not true of another.
    pub fn rename_or_move(&mut self, about: About) {
        if about.place != self.place {
            self.host = None;
        }
        self.name = about.name;
        self.description = about.description;
        self.place = about.place;
        self.part_of_site = about.part_of_site;
    }

    /// Takes a change in.
    pub fn apply(&mut self, change: EventChange) {
        match change {
            EventChange::Dates(dates) => self.dates = Some(dates),
            EventChange::Publicity(publicity) => self.publicity = Some(publicity),
            EventChange::Host(host) => self.host = Some(host),
            EventChange::Entry(entry) => self.entry = Some(entry),
            EventChange::Parts(parts) => self.parts = parts,
            EventChange::Number(head_count) => self.head_count = head_count,
            EventChange::Larger(larger) => self.larger = Some(larger),
            EventChange::Control(control) => self.control = control,
            EventChange::Online(online) => self.online = Some(online),
        }
    }
}
