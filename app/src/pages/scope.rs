//! What the pages of premises and the scope check share: words, a decision, counting people.

pub mod counting;
pub mod decision;
pub mod words;
