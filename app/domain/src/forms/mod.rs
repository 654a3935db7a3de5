//! What people type, turned into commands or into field errors.
//!
//! A form is a struct of raw text that `serde` fills and `validator` checks; `check` turns it into
//! a command whose types cannot hold a wrong value. Errors are codes; pages hold their words.

pub mod account;
pub mod competent_person;
pub mod declaration;
mod errors;
pub mod organisation;
mod parts;
pub mod premises;
pub mod review;

pub use errors::{Errors, FieldError};
