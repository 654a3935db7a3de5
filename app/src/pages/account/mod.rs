//! Accounts: signing up, in and out.

mod password;
mod session;
pub mod sign_in;
pub mod sign_out;
pub mod sign_up;
pub mod signed_out;
