//! Text that people type about an event.

use serde::{Deserialize, Serialize};

use crate::account::one_line;

/// One line of text: 1 to 150 characters.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

/// Several lines of text: 1 to 500 characters.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Paragraph(String);

impl Line {
    /// The longest line, in characters.
    pub const LONGEST: usize = 150;

    /// The line in this text, trimmed.
    ///
    /// # Errors
    /// `missing`, `too-long` or `not-text`.
    pub fn new(text: &str) -> Result<Self, &'static str> {
        one_line(text, Self::LONGEST).map(Self)
    }
}

impl Paragraph {
    /// The longest text, in characters.
    pub const LONGEST: usize = 500;

    /// The text, trimmed, with line ends as `\n`.
    ///
    /// # Errors
    /// `missing`, `too-long` or `not-text`.
    pub fn new(text: &str) -> Result<Self, &'static str> {
        crate::forms::lines(text, Self::LONGEST).map(Self)
    }
}

macro_rules! text {
    ($($name:ident),*) => {$(
        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        /// Sealed where it is stored: none of it in a log.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }

        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(text: String) -> Result<Self, &'static str> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }
    )*};
}

text!(Line, Paragraph);
