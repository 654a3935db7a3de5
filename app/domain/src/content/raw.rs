//! The content files as they are written, with the place of every value that a check may name.

use serde::Deserialize;
use toml::Spanned;

use super::{
    Audience,
    model::{Cost, Label, Part},
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
    pub from: Option<Spanned<String>>,
    pub tiers: Vec<Audience>,
    pub guidance_edition: String,
    pub note_max: usize,
    #[serde(default)]
    pub contradiction: Vec<RawContradiction>,
}

/// Two answers of a set that do not go together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawContradiction {
    pub when: Spanned<RawCondition>,
    pub text: Spanned<String>,
}

/// `changes.toml`: what is different since the edition before.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawChanges {
    pub since: Spanned<String>,
    #[serde(default)]
    pub change: Vec<RawChange>,
}

/// A question that is asked otherwise than in the edition before.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawChange {
    pub question: Spanned<String>,
    pub text: Spanned<String>,
    pub ask_again: bool,
}

/// `01-people.toml` and the like: one section.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSectionFile {
    pub section: RawSection,
    #[serde(default)]
    pub question: Vec<RawQuestion>,
}

/// A section's head: `[section]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSection {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub intro: Spanned<String>,
}

/// A question: `[[question]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawQuestion {
    pub id: Spanned<String>,
    pub text: Spanned<String>,
    pub hint: Option<Spanned<String>>,
    pub answer: Spanned<RawKind>,
    pub show_if: Option<Spanned<RawCondition>>,
    pub tiers: Option<Vec<Audience>>,
    pub topics: Vec<Spanned<u8>>,
    pub act: Option<Spanned<String>>,
    pub label: Spanned<Label>,
    pub source: Vec<Spanned<String>>,
    pub guidance: Option<Spanned<String>>,
    pub good: Option<Spanned<String>>,
    pub minutes: Spanned<u8>,
    pub arguable: Option<Spanned<String>>,
    pub ages_after: Option<Spanned<u8>>,
    #[serde(default)]
    pub readiness: Vec<Spanned<RawBearing>>,
    #[serde(default)]
    pub action: Vec<RawAction>,
}

/// How a question is answered, with what belongs to that kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawKind {
    pub kind: String,
    #[serde(default)]
    pub option: Vec<RawOption>,
    pub max: Option<usize>,
    pub unit: Option<String>,
    pub most: Option<u32>,
}

/// An option of a choice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOption {
    pub id: String,
    pub text: String,
}

/// What an answer says of a topic of readiness.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBearing {
    pub topic: String,
    pub part: Part,
    #[serde(default = "one")]
    pub weight: u8,
}

/// What follows from some answers: `[[question.action]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAction {
    pub when: Vec<Spanned<String>>,
    pub text: Spanned<String>,
    pub priority: Spanned<u8>,
    pub cost: Option<Cost>,
}

fn one() -> u8 {
    1
}

/// `readiness.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTopics {
    pub topic: Vec<RawTopic>,
}

/// A topic of readiness: `[[topic]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTopic {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub act: Option<Spanned<String>>,
    pub drill_every: Option<Spanned<u8>>,
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

/// A value, or a list of them.
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

/// `qualifications.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawQualifications {
    pub qualification: Vec<RawQualification>,
}

/// A qualification: `[[qualification]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawQualification {
    pub id: Spanned<String>,
    pub label: Spanned<String>,
    pub hint: Spanned<String>,
    pub level: Option<Spanned<u8>>,
    pub awarding_body: Option<Spanned<String>>,
    #[serde(default)]
    pub described: bool,
    pub caution: Option<Spanned<String>>,
    pub source: Spanned<Vec<Spanned<String>>>,
}

/// `courses.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCourses {
    pub course: Vec<RawCourse>,
}

/// A course or briefing: `[[course]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCourse {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub provider: Spanned<String>,
    pub about: Spanned<String>,
    pub refresh_months: Option<Spanned<u8>>,
    pub label: Spanned<Label>,
    #[serde(default)]
    pub described: bool,
    pub source: Spanned<Vec<Spanned<String>>>,
}

/// `sources.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSources {
    pub source: Vec<RawSource>,
}

/// A source that can be cited: `[[source]]`.
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

/// A paragraph of a source, and how it was read.
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

/// An edition that never changes again: `[[released]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRelease {
    pub set: Spanned<String>,
    pub edition: String,
    pub sha256: Spanned<String>,
}
