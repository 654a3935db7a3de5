//! Many premises at once: from a file, or one change to several.

pub mod check;
mod check_view;
pub mod import;
pub mod import_words;
pub mod shared;
mod shared_view;
