//! The question sets and the engine that asks them: twenty venues worked out by hand, properties that hold for any
//! answers, a slow reference written another way, and mistakes that must be caught.
#![cfg(feature = "content")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must stop"
)]

#[path = "questions/cases.rs"]
mod cases;
#[path = "questions/found.rs"]
mod found;
#[path = "questions/mistakes.rs"]
mod mistakes;
#[path = "questions/profile.rs"]
mod profile;
#[path = "questions/properties.rs"]
mod properties;
#[path = "questions/reference.rs"]
mod reference;
#[path = "questions/venues.rs"]
mod venues;

use domain::content::{Audience, QuestionSet, library};

/// The newest edition for an audience.
fn newest(audience: Audience) -> &'static QuestionSet {
    library().unwrap().newest(audience.set()).unwrap()
}
