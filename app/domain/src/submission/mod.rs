//! What was sent, under which reference, and what can happen to it.

mod canonical;
mod reference;
mod snapshot;
mod state;
#[cfg(test)]
mod tests;

pub use canonical::NotCanonical;
pub use reference::{BadReference, Reference};
pub use snapshot::{AnsweredQuestion, CanonicalSnapshot, Declaration, Snapshot, sha256_hex};
pub use state::{CaseEvent, CaseState, Refused};
