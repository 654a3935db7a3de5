//! Is this in scope of the Act, in which tier, and why?
//!
//! The answer follows sections 2 to 4 with Schedules 1 and 2. It is never guessed: what an
//! operator is not sure of, or what the Act leaves open, makes it unclear, unless something else
//! settles it.

pub mod check;
mod event;
mod facts;
pub mod head_count;
mod outcome;
mod premises;
mod reasons;
mod record;
pub mod what_if;

#[cfg(test)]
mod tests;

pub use event::decide as decide_event;
pub use facts::{EventFacts, Exclusions, HostUse, Known, PartOf, ScopeFacts, StatedUse};
pub use outcome::{Decision, Duty, EventDecision, EventOutcome, NextTier, Outcome, Responsible, Tier};
pub use premises::decide;
pub use reasons::{Arguable, FindOut, Finding, Near, Reason};
pub use record::{DecisionRecord, Fact};

use crate::law::ThresholdKind;

/// What is known so far: conditions met and failed, points open, things to find out.
#[derive(Debug, Default)]
struct Findings {
    met: Vec<Reason>,
    failed: Vec<Reason>,
    arguable: Vec<Arguable>,
    find_out: Vec<FindOut>,
}

impl Findings {
    fn met(&mut self, finding: Finding, cite: impl Into<String>) {
        self.met.push(Reason { finding, cite: cite.into() });
    }

    fn failed(&mut self, finding: Finding, cite: impl Into<String>) {
        self.failed.push(Reason { finding, cite: cite.into() });
    }

    fn ask(&mut self, what: FindOut) {
        if !self.find_out.contains(&what) {
            self.find_out.push(what);
        }
    }

    /// Notes a condition of one answer.
    fn condition(&mut self, known: Known, cite: &str, met: Finding, failed: Finding, ask: FindOut) {
        match known {
            Known::Yes => self.met(met, cite),
            Known::No => self.failed(failed, cite),
            Known::NotSure => self.ask(ask),
        }
    }
}

/// The threshold, when a number is within a tenth of it.
fn near(kind: ThresholdKind, threshold: u32, number: u32) -> Option<Near> {
    let close = u64::from(number.abs_diff(threshold)) * 10 <= u64::from(threshold);
    close.then_some(Near { kind, threshold, number })
}
