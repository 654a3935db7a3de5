//! Prose as paragraphs and lists, so that a page never has to trust markup.

use serde::{Deserialize, Serialize};

/// A paragraph or a bulleted list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A bulleted list.
    List(Vec<Vec<Span>>),
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// As they are.
    Plain(String),
    /// In bold.
    Bold(String),
}

impl Span {
    /// The words.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Bold(text) => text,
        }
    }
}

impl Block {
    /// The words of each paragraph or list item, without their marks.
    pub fn texts(&self) -> Vec<String> {
        let join = |spans: &Vec<Span>| spans.iter().map(Span::text).collect::<String>();
        match self {
            Self::Paragraph(spans) => vec![join(spans)],
            Self::List(items) => items.iter().map(join).collect(),
        }
    }
}
