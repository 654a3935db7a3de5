//! What may a council be shown about the premises in its area?
//!
//! Only figures of a frozen release, and of those only the ones from which nobody can tell what a
//! single one of the premises has or lacks.

mod catalogue;
pub mod release;

#[cfg(test)]
mod tests;

pub use catalogue::{Base, CATALOGUE, Figure, Measure};
pub use release::{Cell, PremisesFacts, Procedures, Release};
