//! Every rule of the portal, and nothing else: no database, no HTTP, no clock, no randomness.
//!
//! Rules return codes and values; pages and content files hold the words.
#![forbid(unsafe_code)]

pub mod account;
pub mod area;
pub mod assessment;
pub mod audit;
pub mod calendar;
pub mod codes;
pub mod competent_person;
pub mod contact;
pub mod content;
pub mod control;
pub mod coordination;
pub mod day;
pub mod deadlines;
pub mod digits;
pub mod disclosure;
pub mod drill;
#[cfg(feature = "content")]
pub mod estate;
pub mod event;
pub mod forms;
pub mod ids;
pub mod law;
pub mod licence;
pub mod notice;
pub mod notification;
pub mod organisation;
pub mod party;
pub mod plan;
pub mod policy;
pub mod premises;
pub mod review;
pub mod scope;
#[cfg(feature = "content")]
pub mod screening;
#[cfg(feature = "content")]
pub mod sheet;
pub mod submission;
pub mod training;
