//! What a scope check found about an event, taken in where the event is registered.

use super::{Covers, Entry, EntryCheck, EventDetails, Line, Part, Place, Standing, StatedHost};
use crate::scope::{
    Known,
    check::{CheckResult, Checked},
};

/// What a part of the site is called that a check knows no name of.
const PART: &str = "Part where entry is checked";

impl EventDetails {
    /// Takes in what a scope check said. Own premises tell for themselves what they are.
    pub fn take_in(&mut self, found: &CheckResult) {
        let Some((facts, _)) = &found.event else { return };
        if matches!(self.place, Place::Elsewhere(_)) {
            self.host = Some(StatedHost {
                enhanced: facts.host_enhanced,
                main_use: facts.host_use,
                exclusions: facts.exclusions.clone(),
                standing: Standing::NotKnown,
                sia_number: None,
            });
        }
        let checked = match (found.event_entry, facts.public_access) {
            (Some(checked), _) => checked,
            // The host settled it before anybody was asked who can come.
            (None, Known::NotSure) => return,
            (None, Known::Yes | Known::No) => Checked::NotSure,
        };
        let (checks, covers) = match checked {
            Checked::Whole => (Some(vec![EntryCheck::OneOfThese]), Covers::Whole),
            Checked::Part => (Some(vec![EntryCheck::OneOfThese]), Covers::Parts),
            Checked::No => (Some(Vec::new()), Covers::Whole),
            Checked::NotSure => (None, Covers::Whole),
        };
        self.entry = Some(Entry { public_access: facts.public_access, checks, covers });
        if checked == Checked::Part {
            // The number was that of the part, which is the event.
            self.parts = Line::new(PART)
                .map(|name| vec![Part { name, checked: Known::Yes, number: facts.number }])
                .unwrap_or_default();
        } else {
            self.head_count.clone_from(&found.event_count);
        }
    }
}
