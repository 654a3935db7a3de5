//! The pages, by noun and verb.

pub mod about;
pub mod account;
pub mod admin;
pub mod area;
pub mod assessment;
pub mod competent_person;
pub mod control;
pub mod coordination;
pub mod deadlines;
pub mod drill;
pub mod entry;
pub mod estate;
pub mod event;
pub mod home;
pub mod kept;
pub mod notice;
pub mod notification;
mod notifying;
pub mod online;
pub mod organisation;
pub mod premises;
pub mod review;
pub mod scope;
pub mod scope_check;
pub mod screening;
pub mod submission;
