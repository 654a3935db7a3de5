//! Events: registering them, saying what they are, and being told whether they qualify.

pub mod about;
mod about_view;
pub mod at_premises;
mod change;
mod dates;
mod dates_view;
mod entry;
pub mod form;
pub mod host;
mod larger;
pub mod list;
mod number;
mod online;
mod parts;
mod publicity;
pub mod scope;
pub mod show;
mod summary;
pub mod words;
