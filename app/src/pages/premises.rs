//! Premises: registering them, saying what they are, and being told the tier.

pub mod change;
pub mod exclusions;
pub mod list;
pub mod name_and_address;
pub mod number;
pub mod scope_words;
pub mod show;
pub mod tier;
pub mod uses;
