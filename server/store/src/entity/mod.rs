//! One file per table, private to the crate.

pub mod account;
pub mod answer;
pub mod assessment;
pub mod audit_leaf;
pub mod authority_check;
pub mod case;
pub mod case_answer;
pub mod comment;
pub mod competent_person;
pub mod competent_person_check;
pub mod data_key;
pub mod invitation;
pub mod organisation;
pub mod premises;
pub mod queue_entry;
pub mod release;
pub mod release_figure;
pub mod reopened_question;
pub mod reset_link;
pub mod role_grant;
pub mod session;
pub mod sign_in_throttle;
pub mod submission;
