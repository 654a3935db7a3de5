//! A person's name, and single lines of text.

use serde::{Deserialize, Serialize};

/// A person's name: one line of 1 to 100 characters.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonName(String);

impl PersonName {
    /// The longest name, in characters.
    pub const LONGEST: usize = 100;

    /// The name in this text, trimmed.
    ///
    /// # Errors
    /// `missing`, `too-long` or `not-text`.
    pub fn new(text: &str) -> Result<Self, &'static str> {
        one_line(text, Self::LONGEST).map(Self)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Personal data: no name in a log.
impl std::fmt::Debug for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonName")
    }
}

/// One trimmed line of text of at most `longest` characters.
///
/// # Errors
/// `missing`, `too-long` or `not-text` (a control character, or one that turns the reading order).
pub fn one_line(text: &str, longest: usize) -> Result<String, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        Err("missing")
    } else if text.chars().count() > longest {
        Err("too-long")
    } else if text.chars().any(is_not_text) {
        Err("not-text")
    } else {
        Ok(text.to_owned())
    }
}

/// Control characters, and those by which text can be made to look like other text.
fn is_not_text(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
