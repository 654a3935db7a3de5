//! What people type, turned into commands or into field errors.
//!
//! A form is a struct of raw text that `serde` fills and `validator` checks; `check` turns it into
//! a command whose types cannot hold a wrong value. Errors are codes; pages hold their words.

pub mod account;
pub mod competent_person;
pub mod contact;
pub mod control;
pub mod coordination;
pub mod declaration;
#[cfg(feature = "content")]
pub mod drill;
mod errors;
pub mod event;
pub mod figures;
pub mod licence;
pub mod notice;
pub mod online;
pub mod organisation;
mod parts;
pub mod party;
pub mod plan;
pub mod planned_day;
pub mod premises;
pub mod review;
pub mod training;

pub use errors::{Errors, FieldError};
pub(crate) use parts::lines;
