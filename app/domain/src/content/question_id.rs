//! What a question is called, for good.

use std::{borrow::Borrow, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A question's id, such as `evacuation.routes`: never renamed, never used for another question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct QuestionId(String);

/// A question id that is not well formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadQuestionId;

impl fmt::Display for BadQuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a question id (two or more words of a-z, 0-9 and hyphens, joined by dots)")
    }
}

impl std::error::Error for BadQuestionId {}

impl QuestionId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for QuestionId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for QuestionId {
    type Err = BadQuestionId;

    fn from_str(text: &str) -> Result<Self, BadQuestionId> {
        let word = |word: &str| {
            word.starts_with(|c: char| c.is_ascii_lowercase())
                && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        let well_formed = text.len() <= 60 && text.contains('.') && text.split('.').all(word);
        if well_formed { Ok(Self(text.to_owned())) } else { Err(BadQuestionId) }
    }
}

impl TryFrom<String> for QuestionId {
    type Error = BadQuestionId;

    fn try_from(text: String) -> Result<Self, BadQuestionId> {
        text.parse()
    }
}

impl From<QuestionId> for String {
    fn from(id: QuestionId) -> Self {
        id.0
    }
}
