//! What is asked about an event, page by page.

use super::{Entry, Event};

/// A page with a form about an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Name and place.
    About,
    /// When it is held.
    Dates,
    /// When and how its date is made public.
    Publicity,
    /// The place that holds it.
    Host,
    /// Who can come, and what is checked.
    Entry,
    /// The parts of the site; only where checks cover only part of it.
    Parts,
    /// How many people.
    Number,
    /// A larger event around it.
    Larger,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 8] = [
        Self::About,
        Self::Dates,
        Self::Publicity,
        Self::Host,
        Self::Entry,
        Self::Parts,
        Self::Number,
        Self::Larger,
    ];

    /// Its slug, such as `dates`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Dates => "dates",
            Self::Publicity => "publicity",
            Self::Host => "host",
            Self::Entry => "entry",
            Self::Parts => "parts",
            Self::Number => "number",
            Self::Larger => "larger",
        }
    }
}

impl Event {
    /// The first step after one that was not answered yet.
    pub fn next_after(&self, step: Step) -> Option<Step> {
        Step::ALL.into_iter().filter(|next| *next > step).find(|next| !self.said(*next))
    }

    /// Whether a step was answered, or is not asked.
    fn said(&self, step: Step) -> bool {
        let details = &self.details;
        match step {
            Step::About => true,
            Step::Dates => details.dates.is_some(),
            Step::Publicity => details.publicity.is_some(),
            Step::Host => details.host.is_some(),
            Step::Entry => details.entry.is_some(),
            Step::Parts => !details.entry.as_ref().is_some_and(Entry::by_parts) || !details.parts.is_empty(),
            Step::Number => details.head_count.is_some(),
            Step::Larger => details.larger.is_some(),
        }
    }
}
