//! An estate: all the premises of one operator, up to a few thousand of them.

mod filter;
pub mod import;
pub mod shared;
pub mod similar;

pub use filter::{Order, Search};

/// The most premises of one operator that this portal is made for: a file that would take an estate
/// past it is not imported.
pub const MOST_PREMISES: usize = 2_000;

/// Premises on one page of the list.
pub const PAGE: usize = 50;
