//! What follows from the answers to a question set: where one is, how much is left, how far
//! things are in place, what there is to do, and what may be changed.

mod actions;
mod answer;
mod answer_form;
mod differences;
mod journey;
mod progress;
mod readiness;
mod readiness_record;
mod state;
#[cfg(test)]
mod tests;
mod tried;

pub use actions::{Action, actions, at_odds, contradictions};
pub use answer::{Answer, Answers, Decision, Value};
pub use answer_form::{AnswerForm, DECISION_MAX, NAME_MAX, REASON_MAX};
pub use differences::{Changed, Differences, differences};
pub use journey::{Journey, Step};
pub use progress::{Progress, SectionProgress, SectionState, progress};
pub use readiness::{Confidence, Grounds, Readiness, Standing, TopicReadiness, readiness};
pub use readiness_record::ReadinessRecord;
pub use state::{AssessmentState, may_answer, reopened};
pub use tried::last_tried;
