//! What was sent.

pub mod sent;
pub mod show;
pub mod withdraw;
