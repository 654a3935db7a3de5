//! Accounts: signing up, in and out.

pub mod again;
pub mod dead_link;
pub mod invitation;
pub mod own;
pub(super) mod password;
pub mod pick;
pub mod reset;
mod session;
pub mod sign_in;
pub mod sign_out;
pub mod sign_up;
pub mod signed_out;
