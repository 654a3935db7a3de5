//! Words that pages and the command line share.

pub mod deadlines;
pub mod screening;
pub mod sheet;

/// A text with its first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
