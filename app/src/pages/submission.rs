//! What was sent.

pub mod show;
pub mod withdraw;
