//! What was found, and what would change it.

use chrono::NaiveDate;
use domain::digits::thousands;
use domain::scope::{
    Decision, EventDecision, EventOutcome, Outcome,
    what_if::{Change, Then},
};

use super::{tier, use_name};

/// What was found of premises, as a heading.
pub fn heading(decision: &Decision) -> &'static str {
    match decision.outcome {
        Outcome::NotInScope => "The Act does not seem to apply to these premises",
        Outcome::Standard => "These premises seem to be in the standard tier",
        Outcome::Enhanced => "These premises seem to be in the enhanced tier",
        Outcome::Unclear if decision.provisional.is_some() => {
            "It is arguable whether the Act applies to these premises"
        }
        Outcome::Unclear => "It is not clear yet whether the Act applies",
    }
}

/// The same in a sentence.
pub fn lead(decision: &Decision) -> String {
    match (decision.outcome, decision.provisional) {
        (Outcome::NotInScope, _) => {
            "From what you said, they do not meet every condition in section 2.".into()
        }
        (Outcome::Standard, _) => "From what you said they are standard duty premises.".into(),
        (Outcome::Enhanced, _) => {
            "From what you said they are enhanced duty premises: the standard duties, and more.".into()
        }
        (Outcome::Unclear, Some(reading)) => format!(
            "If the Act does apply, the premises are in the {}. Take advice, or ask the tribunal (section 11).",
            tier(reading).to_lowercase()
        ),
        (Outcome::Unclear, None) => {
            "It depends on something that is not known, or that the Act leaves open.".into()
        }
    }
}

/// What was found of an event, as a heading.
pub fn event_heading(decision: &EventDecision) -> &'static str {
    match decision.outcome {
        EventOutcome::NotInScope => "This does not seem to be a qualifying event",
        EventOutcome::Event => "This seems to be a qualifying event",
        EventOutcome::Unclear if decision.find_out.is_empty() => {
            "It is arguable whether this is a qualifying event"
        }
        EventOutcome::Unclear => "It is not clear yet whether this is a qualifying event",
    }
}

/// The same in a sentence.
pub fn event_lead(decision: &EventDecision) -> &'static str {
    match decision.outcome {
        EventOutcome::NotInScope => "From what you said, it does not meet every condition in section 3.",
        EventOutcome::Event => "From what you said it meets every condition in section 3.",
        EventOutcome::Unclear if decision.find_out.is_empty() => {
            "Take advice, or ask the tribunal (section 11)."
        }
        EventOutcome::Unclear => "It depends on something that is not known.",
    }
}

/// A fact that is different, after “If”.
pub fn change(change: Change, on: NaiveDate) -> String {
    match change {
        Change::AtLeast(number) => format!("{} people or more were expected", thousands(number)),
        Change::FewerThan(number) => format!("Fewer than {} people were expected", thousands(number)),
        Change::Building(true) => "There was a building".into(),
        Change::Building(false) => "There was no building".into(),
        Change::ForPublic(code, true) => {
            format!("This was for visiting members of the public: {}", use_name(code, on))
        }
        Change::ForPublic(code, false) => {
            format!("This was not for visiting members of the public: {}", use_name(code, on))
        }
        Change::Mainly(true) => "The premises were mainly used for what you chose".into(),
        Change::Mainly(false) => {
            "The premises were mainly used for something that the Act does not name".into()
        }
        Change::Principal(code) => format!("This was the principal use: {}", use_name(code, on)),
        Change::Excluded(true) => "Something in Schedule 2 applied".into(),
        Change::Excluded(false) => "Nothing in Schedule 2 applied".into(),
        Change::SomeInCommon => "Only some of those responsible for the larger premises were the same".into(),
        Change::HostEnhanced(true) => "It was held at enhanced duty premises".into(),
        Change::HostEnhanced(false) => "It was held elsewhere than at enhanced duty premises".into(),
        Change::HostUseExcluded(true) => {
            "It was held where worship, childcare, a school or further education is the main use".into()
        }
        Change::HostUseExcluded(false) => {
            "It was held where none of worship, childcare, schools and further education is the main use"
                .into()
        }
        Change::PublicAccess(true) => "Members of the public could attend".into(),
        Change::PublicAccess(false) => "Members of the public could not attend".into(),
        Change::EntryChecked(true) => "Payment, tickets, passes or membership were checked".into(),
        Change::EntryChecked(false) => "Nobody checked payment, tickets, passes or membership".into(),
    }
}

/// What would follow for premises.
pub fn then(then: Then<Outcome>) -> &'static str {
    match then {
        Then::Outcome(Outcome::NotInScope) => "Not in scope",
        Then::Outcome(Outcome::Standard) => "Standard tier",
        Then::Outcome(Outcome::Enhanced) => "Enhanced tier",
        Then::Outcome(Outcome::Unclear) => "Arguable: take advice, or ask the tribunal (section 11)",
        Then::Depends => "It depends on the rest of the questions",
    }
}

/// What would follow for an event.
pub fn then_event(then: Then<EventOutcome>) -> &'static str {
    match then {
        Then::Outcome(EventOutcome::NotInScope) => "Not a qualifying event",
        Then::Outcome(EventOutcome::Event) => "A qualifying event",
        Then::Outcome(EventOutcome::Unclear) => "Arguable: take advice, or ask the tribunal (section 11)",
        Then::Depends => "It depends on the rest of the questions",
    }
}
