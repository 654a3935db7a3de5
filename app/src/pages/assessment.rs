//! An assessment: from the first question to the declaration.

mod answer_fields;
pub mod answer_words;
mod autosave;
pub mod changes;
pub mod check;
mod conflict;
pub mod declare;
mod locked;
pub mod question;
mod question_age;
mod question_view;
pub mod readiness;
pub mod readiness_words;
mod scope;
pub mod start;
pub mod tasks;
