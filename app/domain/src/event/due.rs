//! What must the regulator be told of an event?

use super::Event;
use crate::{
    control::OperatorIs,
    deadlines::{Commencement, Trigger},
    notice::{Kept, ToTell, What, told},
};

/// What the operator must tell of a qualifying event and of ceasing to be responsible for it (SI
/// 2026/793, regulation 3(2)). Nothing for an event that is over before the duties start, nor for an
/// operator who is in control of part of it only. Before that day is fixed there is nothing to count
/// from.
pub fn to_tell(event: &Event, starts: Commencement, notices: &[Kept]) -> Vec<ToTell> {
    let Commencement::On(first) = starts else { return Vec::new() };
    if event.is_of_others() || event.is_over_before(first) {
        return Vec::new();
    }
    let until = event.details.control.until;
    let publicised = event
        .details
        .publicity
        .as_ref()
        .map(|publicity| ToTell { trigger: publicity.trigger(), told_on: told(notices, What::Became) });
    let ceased = until
        .map(|until| ToTell { trigger: Trigger::CeasedEvent(until), told_on: told(notices, What::Ceased) });
    // Who stopped before the duties start never had to notify that it is held.
    let had_to = until.is_none_or(|until| until >= first);
    [publicised.filter(|_| had_to), ceased].into_iter().flatten().collect()
}

impl Event {
    /// Whether others alone are responsible for it, so that the operator has nothing to notify.
    pub fn is_of_others(&self) -> bool {
        self.details.control.operator == Some(OperatorIs::InPartControl)
    }

    /// Whether it is known to be over before a day.
    pub fn is_over_before(&self, day: chrono::NaiveDate) -> bool {
        self.details.dates.as_ref().is_some_and(|dates| dates.ends.date() < day)
    }
}
