//! The pages, by noun and verb.

pub mod about;
pub mod account;
pub mod admin;
pub mod area;
pub mod assessment;
pub mod competent_person;
pub mod home;
pub mod organisation;
pub mod premises;
pub mod review;
pub mod submission;
