//! May this person do this?
//!
//! One table ([`table::rules`]) says who may do what, where and when. [`decide`] reads it for one
//! object and hands out a [`Permit`], [`scope`] reads it for a list and hands out a [`Scope`].
//! Nothing else can make either, and the store writes and reads only for those who hold one.

mod action;
mod actor;
mod decide;
mod facts;
pub mod table;

#[cfg(test)]
mod tests;

pub use action::{Act, Action, act};
pub use actor::{Actor, Grant, Role};
pub use decide::{Denied, Permit, Scope, Within, decide, may_ever, scope};
pub use facts::Facts;
