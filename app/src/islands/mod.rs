//! Islands: comfort for those whose browser runs scripts. Every page works without them.
#![allow(missing_docs, reason = "#[island] makes structs that cannot be documented")]

mod autosave;
mod expected_number;
mod running_figure;

pub use autosave::*;
pub use expected_number::*;
pub use running_figure::*;
