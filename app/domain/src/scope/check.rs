//! The scope check: short questions, one at a time, to a decision on premises, an event or both.
//!
//! Nothing is kept. The journey is worked out anew from what an address says, each time: which
//! questions show, which comes next, and what was decided. Answers to questions that do not show
//! count for nothing.

mod answer;
mod question;
mod walk;

#[cfg(test)]
mod tests;

use chrono::{NaiveDate, TimeDelta};

pub use answer::{Answer, Checked, Count, Uses, What};
pub use question::{Counted, Question};

use super::{Decision, EventDecision, EventFacts, ScopeFacts, head_count::HeadCount};
use crate::{
    forms::Errors,
    law::{Law, Method, UseCode},
};

/// How long the answers of a check wait for registration.
pub const CARRIED_FOR: TimeDelta = TimeDelta::hours(1);

/// What an address says: names and values, in any order, anything at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said(Vec<(String, String)>);

impl Said {
    /// The most names and values that are looked at: more than any journey has.
    const MOST: usize = 200;

    /// These names and values.
    pub fn new(mut pairs: Vec<(String, String)>) -> Self {
        pairs.truncate(Self::MOST);
        Self(pairs)
    }

    /// The first value of a name.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a name.
    pub fn all<'s>(&'s self, name: &str) -> impl Iterator<Item = &'s str> {
        self.0.iter().filter(move |(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// All of it.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

/// A question that shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The question.
    pub question: Question,
    /// Its answer, or what is wrong with what was said: `missing` when nothing was.
    pub answer: Result<Answer, Errors>,
    /// The uses that are left when it is asked: those not ruled out as not for the public.
    pub uses: Vec<UseCode>,
    /// The method whose figures it asks for.
    pub method: Option<&'static Method>,
}

/// The journey as far as it goes.
#[derive(Clone, Debug)]
pub struct Check {
    steps: Vec<Step>,
    premises: Option<ScopeFacts>,
    event: Option<EventFacts>,
    head_count: Option<HeadCount>,
    event_count: Option<HeadCount>,
}

/// What was decided, each of what was asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckResult {
    /// The premises.
    pub premises: Option<(ScopeFacts, Decision)>,
    /// The event.
    pub event: Option<(EventFacts, EventDecision)>,
    /// The number of people at the premises with its working, when known.
    pub head_count: Option<HeadCount>,
    /// The same at the event.
    pub event_count: Option<HeadCount>,
    /// Where entry to the event is checked, when that was asked.
    pub event_entry: Option<Checked>,
}

impl Check {
    /// Works the journey out from what was said, by the law of a day.
    pub fn new(said: &Said, law: &Law<'_>, on: NaiveDate) -> Self {
        walk::walk(said, law, on)
    }

    /// The questions that show, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The step of the question with this name, if it shows.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.question.id() == id)
    }

    /// The first question without a right answer; `None` when the check is complete.
    pub fn next(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.answer.is_err())
    }

    /// The question before this one.
    pub fn before(&self, question: Question) -> Option<Question> {
        let place = self.steps.iter().position(|step| step.question == question)?;
        self.steps.get(place.checked_sub(1)?).map(|step| step.question)
    }

    /// The answers that count, as an address holds them. What was said to questions that do not
    /// show, and what is no answer, is left out.
    pub fn address(&self) -> Vec<(String, String)> {
        self.address_without(None)
    }

    /// The same without the answer to one question.
    pub fn address_without(&self, left_out: Option<Question>) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for step in self.steps.iter().filter(|step| Some(step.question) != left_out) {
            if let Ok(answer) = &step.answer {
                answer::write(step.question, answer, &mut pairs);
            }
        }
        pairs
    }

    /// What was decided; `None` while a question is open.
    pub fn result(&self, law: &Law<'_>, on: NaiveDate) -> Option<CheckResult> {
        if self.next().is_some() {
            return None;
        }
        Some(CheckResult {
            premises: self.premises.clone().map(|facts| {
                let decision = super::decide(&facts, law, on);
                (facts, decision)
            }),
            event: self.event.clone().map(|facts| {
                let decision = super::decide_event(&facts, law, on);
                (facts, decision)
            }),
            head_count: self.head_count.clone(),
            event_count: self.event_count.clone(),
            event_entry: self.steps.iter().find_map(|step| match step.answer {
                Ok(Answer::Checked(checked)) => Some(checked),
                _ => None,
            }),
        })
    }
}
