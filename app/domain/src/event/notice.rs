//! By when must the SIA be told of an event? (SI 2026/793, reg 3(2))

use chrono::NaiveDate;

use super::Event;
use crate::deadlines::{self, Commencement, Deadline, Trigger};

/// When notice of an event is due, should it qualify.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Others alone are responsible for the event.
    OfOthers,
    /// It was not said when the event is publicised.
    NotSaid,
    /// The event is over before the main duties start; they cannot start before this day.
    OverBefore(NaiveDate),
    /// What sets the last day, and that day.
    Due(Trigger, Deadline),
}

impl Event {
    /// When notice is due. `not_before` is the earliest day that the main duties can start, while no
    /// day is fixed.
    pub fn notice(&self, commencement: Commencement, not_before: Option<NaiveDate>) -> Notice {
        let first = match commencement {
            Commencement::On(day) => Some(day),
            Commencement::NotFixed => not_before,
        };
        if self.is_of_others() {
            return Notice::OfOthers;
        }
        if let Some(first) = first.filter(|first| self.is_over_before(*first)) {
            return Notice::OverBefore(first);
        }
        self.details.publicity.as_ref().map_or(Notice::NotSaid, |publicity| {
            let trigger = publicity.trigger();
            Notice::Due(trigger, deadlines::deadline(trigger, commencement))
        })
    }
}
