//! What content may cite, and how it was read.

use serde::{Deserialize, Serialize};

/// Something that content may cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What content calls it, such as `act`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Which edition was used.
    pub edition: String,
    /// What sort of thing it is.
    pub kind: SourceKind,
    /// How it was read.
    pub read: HowRead,
    /// Where it is published, if it is.
    pub url: Option<String>,
    /// The paragraphs that may be cited; none where it is cited as a whole.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph, section or page that may be cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its number, as printed.
    pub number: String,
    /// What it is about.
    pub about: String,
    /// How it was read.
    pub read: HowRead,
}

/// What sort of source something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// An Act or regulations.
    Law,
    /// Guidance under section 27 of the Act.
    StatutoryGuidance,
    /// Advice published by government or the police.
    OfficialAdvice,
    /// Anything else.
    Other,
}

/// How a source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowRead {
    /// The text itself was read.
    Read,
    /// Somebody else's account of it was read.
    SecondHand,
    /// It was not read.
    NotRead,
}

/// A source, or a paragraph of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The source's id.
    pub source: String,
    /// The paragraph's number.
    pub paragraph: Option<String>,
}
