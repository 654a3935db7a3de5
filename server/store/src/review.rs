//! The CTSA's desk: the queue, and what a CTSA puts on record about a case.
//!
//! Everything a CTSA writes is sealed with the key of their region. The operator reads it once the
//! case is answered, and a case is answered only after the operator's authority was confirmed.

mod authority;
mod case;
mod comment;
mod queue;
mod said;
mod step;

pub use authority::AuthorityMade;
pub use case::{CaseAbout, CaseFile, CaseInHand};
pub use queue::{QueueCursor, QueueFilter, QueueLine, QueuePage, QueueStates};
pub(crate) use said::read_reason;
pub use said::{CaseAnswer, Comment, Said, SaidAnswer};
