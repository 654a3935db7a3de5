//! What follows from the answers to a question set: where one is, how much is left, how far
//! things are in place, what there is to do, and what may be changed.

mod actions;
mod answer;
mod answer_form;
mod journey;
mod progress;
mod readiness;
mod state;
#[cfg(test)]
mod tests;

pub use actions::{Action, actions, contradictions};
pub use answer::{Answer, Answers, Value};
pub use answer_form::{AnswerForm, NAME_MAX, REASON_MAX};
pub use journey::{Journey, Step};
pub use progress::{Progress, SectionProgress, SectionState, progress};
pub use readiness::{Confidence, Readiness, ReadinessRecord, Standing, TopicReadiness, readiness};
pub use state::{AssessmentState, may_answer, reopened};
