//! What was the regulator told of premises or an event, on which day, and is it still right?
//!
//! Notice is given on the regulator's own portal. Here it is kept that it was, and with what.

mod out_of_date;
mod past;

#[cfg(test)]
pub(crate) mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use out_of_date::{Accuracy, Differs, Since, Spell, accuracy};
pub use past::{Past, PastSubject, State, Versions};

use crate::{
    deadlines::Trigger,
    ids::NoticeId,
    notification::{Entry, Field},
    submission::sha256_hex,
};

/// What a notice told the regulator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// That somebody became responsible, or was when the duty started (SI 2026/793, regulation 3(1)
    /// and (2)).
    Became,
    /// What is right now of what was notified (regulation 6).
    Correction,
    /// That somebody ceased to be responsible.
    Ceased,
}

impl What {
    /// Each, in the order to offer them.
    pub const ALL: [Self; 3] = [Self::Became, Self::Correction, Self::Ceased];

    /// Its slug, such as `became`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Became => "became",
            Self::Correction => "correction",
            Self::Ceased => "ceased",
        }
    }

    /// The one with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.as_str() == slug)
    }
}

/// A notice that was given.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What it told.
    pub what: What,
    /// The day it was given.
    pub given_on: NaiveDate,
    /// The regulator's reference: one line of 1 to 60 characters; `None` where there is none.
    pub reference: Option<String>,
    /// What the portal said when the notice was recorded; empty where somebody ceased.
    pub facts: Vec<Entry>,
    /// The fields for which the regulator was told something else than `facts` have, or was not told.
    pub otherwise: Vec<Field>,
}

/// Sealed where it is stored: nothing of it in a log.
impl std::fmt::Debug for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Notice")
    }
}

impl Notice {
    /// What the portal had for a field.
    pub fn fact(&self, field: Field) -> Option<&Entry> {
        self.facts.iter().find(|entry| entry.field == field)
    }
}

/// A notice as it is kept. A mistake is taken back, and stays to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: NoticeId,
    /// What was given.
    pub notice: Notice,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// That it was a mistake, where somebody said so.
    pub taken_back: Option<TakenBack>,
}

/// That a record was a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// When that was said.
    pub at: DateTime<Utc>,
    /// Why, in the operator's words: one line of 1 to 200 characters.
    pub why: String,
}

/// The notices that hold now, in the order in which they were given: those that were not taken back,
/// without what was told before somebody ceased to be responsible and became so again.
pub fn holding(notices: &[Kept]) -> Vec<&Kept> {
    let mut list: Vec<&Kept> = notices.iter().filter(|kept| kept.taken_back.is_none()).collect();
    list.sort_by_key(|kept| (kept.notice.given_on, kept.recorded_at));
    let is = |what: What| move |kept: &&Kept| kept.notice.what == what;
    let began = list.iter().rposition(is(What::Became)).unwrap_or(0);
    let from = list.iter().take(began).rposition(is(What::Ceased)).map_or(0, |ceased| ceased + 1);
    list.split_off(from)
}

/// The day on which this was told, last, among the notices that hold now.
pub fn told(notices: &[Kept], what: What) -> Option<NaiveDate> {
    holding(notices).iter().rfind(|kept| kept.notice.what == what).map(|kept| kept.notice.given_on)
}

/// Something that an operator must tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToTell {
    /// What has happened, or will when the duties start.
    pub trigger: Trigger,
    /// The day on which notice of it was given.
    pub told_on: Option<NaiveDate>,
}

/// Stands for exactly these facts: a form carries it, to tell whether they changed meanwhile.
pub fn fingerprint(facts: &[Entry]) -> String {
    // Facts are text and numbers, which always make JSON.
    sha256_hex(&serde_json::to_vec(facts).unwrap_or_default())
}
