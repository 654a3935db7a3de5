//! Every rule of the portal, and nothing else: no database, no HTTP, no clock, no randomness.
//!
//! Rules return codes and values; pages and content files hold the words.
#![forbid(unsafe_code)]

pub mod account;
pub mod area;
pub mod assessment;
pub mod audit;
pub mod codes;
pub mod competent_person;
pub mod content;
pub mod deadlines;
pub mod disclosure;
pub mod forms;
pub mod ids;
pub mod law;
pub mod organisation;
pub mod policy;
pub mod premises;
pub mod review;
pub mod scope;
pub mod submission;
