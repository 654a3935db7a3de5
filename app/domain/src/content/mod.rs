//! What is asked? Question sets by edition, with their guidance and sources.
//!
//! The TOML files under `content/` are checked and embedded by the build script; these are the
//! types they become. The words themselves are behind the feature `content`, so that none of them
//! reaches the browser half.

mod audience;
mod blocks;
#[cfg(test)]
mod check;
#[cfg(test)]
mod check_changes;
#[cfg(test)]
mod check_courses;
#[cfg(test)]
mod check_qualifications;
#[cfg(test)]
mod check_question;
#[cfg(test)]
mod check_reach;
#[cfg(test)]
mod check_sources;
#[cfg(test)]
mod check_topics;
mod condition;
#[cfg(feature = "content")]
mod embedded;
#[cfg(test)]
mod fault;
#[cfg(test)]
mod markup;
mod model;
#[cfg(test)]
mod prose;
mod question_id;
#[cfg(test)]
mod raw;
mod set;
mod source;
mod summary;
#[cfg(test)]
mod tests;

pub use audience::Audience;
pub use blocks::{Block, Span};
pub use condition::Condition;
#[cfg(feature = "content")]
pub use embedded::{Unreadable, library};
pub use model::{
    ActionRule, AnswerKind, Bearing, Change, ChoiceOption, Contradiction, Cost, Label, Library, Part,
    Question, QuestionSet, ReadinessTopic, Section, TOO_OLD,
};
pub use question_id::{BadQuestionId, QuestionId};
pub use source::{Citation, HowRead, Paragraph, Source, SourceKind};
pub use summary::{Minutes, Questions, SetSummary};
