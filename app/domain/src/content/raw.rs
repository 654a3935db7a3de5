//! The content files as they are written, with the place of every value that a check may name.

use serde::Deserialize;
use toml::Spanned;

use super::{
    Tier,
    model::{Label, Part, ReadinessTopic},
    source::{HowRead, SourceKind},
};

/// `set.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSet {
    pub id: Spanned<String>,
    pub edition: Spanned<String>,
    pub title: Spanned<String>,
    pub intro: Spanned<String>,
    pub tiers: Vec<Tier>,
    pub guidance_edition: String,
    pub note_max: usize,
    #[serde(default)]
    pub contradiction: Vec<RawContradiction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawContradiction {
    pub when: Spanned<RawCondition>,
    pub text: Spanned<String>,
}

/// `01-people.toml` and the like: one section.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSectionFile {
    pub section: RawSection,
    #[serde(default)]
    pub question: Vec<RawQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSection {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub intro: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawQuestion {
    pub id: Spanned<String>,
    pub text: Spanned<String>,
    pub hint: Option<Spanned<String>>,
    pub answer: Spanned<RawKind>,
    pub show_if: Option<Spanned<RawCondition>>,
    pub tiers: Option<Vec<Tier>>,
    pub topics: Vec<Spanned<u8>>,
    pub act: Option<Spanned<String>>,
    pub label: Spanned<Label>,
    pub source: Vec<Spanned<String>>,
    pub guidance: Option<Spanned<String>>,
    pub good: Option<Spanned<String>>,
    pub minutes: Spanned<u8>,
    pub arguable: Option<Spanned<String>>,
    #[serde(default)]
    pub readiness: Vec<Spanned<RawBearing>>,
    #[serde(default)]
    pub action: Vec<RawAction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawKind {
    pub kind: String,
    #[serde(default)]
    pub option: Vec<RawOption>,
    pub max: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOption {
    pub id: String,
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBearing {
    pub topic: ReadinessTopic,
    pub part: Part,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAction {
    pub when: Vec<Spanned<String>>,
    pub text: Spanned<String>,
    pub priority: Spanned<u8>,
}

/// `{ question, is }`, `{ all }`, `{ any }` or `{ not }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCondition {
    pub question: Option<Spanned<String>>,
    pub is: Option<Spanned<OneOrMore>>,
    pub all: Option<Vec<Spanned<RawCondition>>>,
    pub any: Option<Vec<Spanned<RawCondition>>>,
    pub not: Option<Box<Spanned<RawCondition>>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    pub fn list(&self) -> Vec<String> {
        match self {
            Self::One(one) => vec![one.clone()],
            Self::More(more) => more.clone(),
        }
    }
}

/// `sources.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSources {
    pub source: Vec<RawSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    pub id: Spanned<String>,
    pub title: String,
    pub edition: String,
    pub kind: SourceKind,
    pub read: HowRead,
    pub url: Option<String>,
    #[serde(default)]
    pub paragraph: Vec<RawParagraph>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawParagraph {
    pub number: Spanned<String>,
    pub about: String,
    pub read: Option<HowRead>,
}

/// `released.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawReleases {
    #[serde(default)]
    pub released: Vec<RawRelease>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRelease {
    pub set: Spanned<String>,
    pub edition: String,
    pub sha256: Spanned<String>,
}
