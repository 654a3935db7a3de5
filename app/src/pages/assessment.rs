//! An assessment: from the first question to the declaration.

pub mod actions;
mod answer_fields;
pub mod answer_words;
pub mod check;
mod conflict;
pub mod declare;
mod locked;
pub mod question;
mod question_view;
pub mod start;
pub mod tasks;
