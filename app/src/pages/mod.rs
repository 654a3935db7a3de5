//! The pages, by noun and verb.

pub mod account;
pub mod home;
