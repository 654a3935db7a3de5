//! Every rule of the portal, and nothing else: no database, no HTTP, no clock, no randomness.
//!
//! Rules return codes and values; pages and content files hold the words.
#![forbid(unsafe_code)]

pub mod audit;
pub mod codes;
pub mod forms;
pub mod ids;
pub mod law;
pub mod policy;
