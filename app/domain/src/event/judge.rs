//! Is it a qualifying event? Where checks cover only part of the site, each part is asked by itself.

use chrono::NaiveDate;

use super::{Covers, HostedEvent, Line, Part};
use crate::{
    content::Audience,
    law::Law,
    scope::{
        EventDecision, EventFacts, EventOutcome, Known, decide_event,
        head_count::HeadCount,
        what_if::{self, WhatIf},
    },
};

/// What was decided about an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventScope {
    /// It is judged as a whole.
    Whole(EventDecision),
    /// Its parts are judged one by one (section 3(2)); there is at least one.
    Parts(Vec<(Part, EventDecision)>),
}

impl EventScope {
    /// Whether there is a qualifying event: where any part is one, there is.
    pub fn outcome(&self) -> EventOutcome {
        match self {
            Self::Whole(decision) => decision.outcome,
            Self::Parts(parts) => {
                let any = |outcome| parts.iter().any(|(_, decision)| decision.outcome == outcome);
                [EventOutcome::Event, EventOutcome::Unclear]
                    .into_iter()
                    .find(|outcome| any(*outcome))
                    .unwrap_or(EventOutcome::NotInScope)
            }
        }
    }

    /// Whose questions it is asked: those of qualifying events, where it is one, or where points that the Act leaves
    /// open are all that stands in the way. People may then go on as if the Act reached it.
    pub fn audience(&self) -> Option<Audience> {
        let asked = |decision: &EventDecision| match decision.outcome {
            EventOutcome::Event => true,
            EventOutcome::Unclear => decision.find_out.is_empty(),
            EventOutcome::NotInScope => false,
        };
        let any = match self {
            Self::Whole(decision) => asked(decision),
            Self::Parts(parts) => parts.iter().any(|(_, decision)| asked(decision)),
        };
        any.then_some(Audience::Event)
    }
}

impl HostedEvent {
    /// The facts of the event as a whole. Where checks cover only part of the site and no part is
    /// listed yet, or it is not known how much they cover, whether entry is checked is not known.
    pub fn facts(&self, law: &Law, on: NaiveDate) -> EventFacts {
        let host = self.host_facts(law, on);
        let details = &self.event.details;
        let entry = details.entry.as_ref();
        let checked = entry.map_or(Known::NotSure, |entry| match (entry.checked(), entry.covers) {
            (Known::Yes, Covers::Parts | Covers::NotSure) => Known::NotSure,
            (checked, _) => checked,
        });
        EventFacts {
            host_enhanced: host.enhanced,
            host_use: host.main_use,
            exclusions: host.exclusions,
            public_access: entry.map_or(Known::NotSure, |entry| entry.public_access),
            entry_checked: checked,
            number: details.head_count.as_ref().map(HeadCount::number),
        }
    }

    /// Whether it is a qualifying event on a day, and why.
    pub fn decide(&self, law: &Law, on: NaiveDate) -> EventScope {
        let facts = self.facts(law, on);
        if !self.by_parts() {
            return EventScope::Whole(decide_event(&facts, law, on));
        }
        let parts = self.event.details.parts.iter();
        EventScope::Parts(
            parts.map(|part| (part.clone(), decide_event(&of_part(&facts, part), law, on))).collect(),
        )
    }

    /// The single facts that would change what was decided: about the event as a whole, or about a
    /// part, which is then named.
    pub fn what_would_change(&self, law: &Law, on: NaiveDate) -> Vec<(Option<Line>, WhatIf<EventOutcome>)> {
        let facts = self.facts(law, on);
        if !self.by_parts() {
            return what_if::event(&facts, law, on).into_iter().map(|what_if| (None, what_if)).collect();
        }
        let parts = self.event.details.parts.iter();
        parts
            .flat_map(|part| {
                let changes = what_if::event(&of_part(&facts, part), law, on);
                changes.into_iter().map(|what_if| (Some(part.name.clone()), what_if))
            })
            .collect()
    }

    /// Whether it is judged part by part.
    fn by_parts(&self) -> bool {
        let details = &self.event.details;
        details.entry.as_ref().is_some_and(super::Entry::by_parts) && !details.parts.is_empty()
    }
}

/// The facts of a part: its own checks and its own number.
fn of_part(whole: &EventFacts, part: &Part) -> EventFacts {
    EventFacts { entry_checked: part.checked, number: part.number, ..whole.clone() }
}
