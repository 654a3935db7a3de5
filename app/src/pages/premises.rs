//! Premises: registering them, saying what they are, and being told the tier.

pub mod change;
pub mod decisions;
pub mod exclusions;
mod fact_words;
pub mod list;
pub mod list_filter;
pub mod name_and_address;
pub mod number;
pub mod show;
pub mod site;
pub mod tier;
pub mod uses;
pub mod work_out;

use super::scope::words as scope_words;
