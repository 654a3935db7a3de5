//! Notices to the regulator, of premises and of events: that they were given, when, and with what.
//! Notice itself is given on the regulator's own portal.

pub mod list;
pub mod record;
pub mod show;
pub mod since;
mod words;
