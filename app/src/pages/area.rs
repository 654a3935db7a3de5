//! A council's area, in released figures only.

pub mod figures;
