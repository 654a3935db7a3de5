//! Competent Person records: who holds which qualification for premises.

pub mod at_premises;
pub mod list;
pub mod record;
pub mod words;
