//! Was it tried out, and what was learned? Drills and exercises that were held at premises.
//!
//! The Act asks for no drill. One says how well founded an answer is, until it was held too long ago.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[cfg(feature = "content")]
use crate::content::{self, ReadinessTopic};

#[cfg(test)]
mod tests;

/// The most lessons of one drill.
pub const MOST_LESSONS: usize = 20;
/// The longest lesson, in characters.
pub const LESSON_MAX: usize = 300;

/// A drill or exercise, in the operator's words. Sealed where it is stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drill {
    /// The day it was held, in the United Kingdom.
    pub on: NaiveDate,
    /// How it was held.
    pub kind: DrillKind,
    /// What was tried out: ids of topics of readiness, at least one.
    pub topics: Vec<String>,
    /// Who took part, by role: lines of at most 500 characters.
    pub took_part: String,
    /// What went well: lines of at most 2,000 characters.
    pub went_well: Option<String>,
    /// What was learned, each in a line: what may become an action.
    pub lessons: Vec<String>,
}

/// It tells what does not work: nothing of it in a log.
impl std::fmt::Debug for Drill {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Drill")
    }
}

/// How a drill is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DrillKind {
    /// People walk through what they would do.
    WalkThrough,
    /// People talk it through round a table.
    Tabletop,
    /// People do it.
    Live,
}

impl DrillKind {
    /// Each, in the order to offer them.
    pub const ALL: [Self; 3] = [Self::Tabletop, Self::WalkThrough, Self::Live];

    /// Its slug, such as `walk-through`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WalkThrough => "walk-through",
            Self::Tabletop => "tabletop",
            Self::Live => "live",
        }
    }

    /// The kind with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == slug)
    }
}

/// The last day on which each topic was tried out, by its id.
pub fn last_days<'a>(drills: impl IntoIterator<Item = &'a Drill>) -> BTreeMap<String, NaiveDate> {
    let mut last = BTreeMap::new();
    for drill in drills {
        for topic in &drill.topics {
            let day = last.entry(topic.clone()).or_insert(drill.on);
            *day = drill.on.max(*day);
        }
    }
    last
}

/// What a drill can try out, of all question sets, in the order in which readiness is told.
#[cfg(feature = "content")]
pub fn topics() -> Vec<&'static ReadinessTopic> {
    let sets = content::library().map(|library| library.sets.as_slice()).unwrap_or_default();
    let mut found: Vec<&ReadinessTopic> = Vec::new();
    for topic in sets.iter().flat_map(|set| &set.topics).filter(|topic| topic.drill_every.is_some()) {
        if !found.iter().any(|one| one.id == topic.id) {
            found.push(topic);
        }
    }
    found
}
