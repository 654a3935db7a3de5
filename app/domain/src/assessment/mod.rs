//! What follows from the answers to a question set: where one is, how much is left, how far
//! things are in place, what there is to do, and what may be changed.

mod actions;
mod aging;
mod answer;
mod answer_form;
mod differences;
mod journey;
mod overdue;
mod progress;
mod readiness;
mod readiness_record;
mod state;
#[cfg(test)]
mod tests;
mod tried;
mod what_if;

pub use actions::{Action, actions, at_odds, contradictions};
pub use aging::{aging_days, bears_on_dates};
pub use answer::{Answer, Answers, Decision, Value};
pub use answer_form::{AnswerForm, DECISION_MAX, NAME_MAX, REASON_MAX};
pub use differences::{Changed, Differences, differences};
pub use journey::{Journey, Step};
pub use overdue::{Aged, Overdue, aged, overdue_drills};
pub use progress::{Progress, SectionProgress, SectionState, progress};
pub use readiness::{Confidence, Grounds, Readiness, Standing, TopicReadiness, readiness, too_old_on};
pub use readiness_record::ReadinessRecord;
pub use state::{AssessmentState, may_answer, reopened};
pub use tried::last_tried;
pub use what_if::{Costs, TopicBeside, WhatIf, what_if};
