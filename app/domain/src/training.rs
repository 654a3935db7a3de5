//! Who was trained or briefed at premises, and when is it time again?
//!
//! The Act names no course and no interval: that people know their part is good practice, and every day here is the
//! operator's own. Records are of groups by their role, never of a person.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::content::{Citation, Label};

#[cfg(test)]
mod tests;

/// A refresher counts as due soon this many days before its day.
pub const SOON: u64 = 60;
/// The longest name of a group, in characters.
pub const GROUP_MAX: usize = 150;
/// The longest name of a course that is not in the list, in characters.
pub const DESCRIBED_MAX: usize = 150;
/// The longest note, in characters.
pub const NOTE_MAX: usize = 1_000;

/// A course or briefing that people may have had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// A slug, never reused.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// Who offers it.
    pub provider: &'static str,
    /// What it is, and for whom.
    pub about: &'static str,
    /// After how many months to hold it again, as a suggestion.
    pub refresh_months: Option<u8>,
    /// Whether the operator must say which it is.
    pub described: bool,
    /// How binding it is.
    pub label: Label,
    /// Where all this comes from: as in content files, such as `guidance 7.51`.
    pub sources: &'static [&'static str],
}

impl Course {
    /// The day on which to hold it again after this one, as a suggestion.
    pub fn suggested(&self, held: NaiveDate) -> Option<NaiveDate> {
        held.checked_add_months(Months::new(self.refresh_months?.into()))
    }

    /// What it rests on.
    pub fn citations(&self) -> Vec<Citation> {
        let cited = self.sources.iter().map(|text| match text.split_once(' ') {
            Some((source, paragraph)) => {
                Citation { source: source.to_owned(), paragraph: Some(paragraph.to_owned()) }
            }
            None => Citation { source: (*text).to_owned(), paragraph: None },
        });
        cited.collect()
    }
}

/// The courses, in the order to offer them.
pub const fn courses() -> &'static [Course] {
    &COURSES
}

/// The course with this id.
pub fn course(id: &str) -> Option<&'static Course> {
    COURSES.iter().find(|one| one.id == id)
}

include!(concat!(env!("OUT_DIR"), "/courses.rs"));

/// Training that was held, in the operator's words. Sealed where it is stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// The id of the course, one of [`courses`].
    pub course: String,
    /// Which course, where the list has no name for it: at most [`DESCRIBED_MAX`] characters.
    pub described: Option<String>,
    /// The day it was held, or its last.
    pub on: NaiveDate,
    /// Who had it, by role or group: at most [`GROUP_MAX`] characters.
    pub group: String,
    /// How many of them.
    pub people: u32,
    /// The day on which it is time again; none where it is held once.
    pub refresh_on: Option<NaiveDate>,
    /// Anything else: lines of at most [`NOTE_MAX`] characters.
    pub note: Option<String>,
}

/// It tells who was not trained: nothing of it in a log.
impl std::fmt::Debug for Training {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Training")
    }
}

/// How training stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refresh {
    /// Its day has passed.
    Overdue,
    /// It is due within [`SOON`] days.
    DueSoon,
    /// It is due later.
    Later,
    /// It is held once.
    Never,
    /// The same group had the same course again, later.
    HeldAgain,
}

/// The course and the group of a record, however they are written.
type Key = (String, Option<String>, String);

fn key(one: &Training) -> Key {
    let plain = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    (one.course.clone(), one.described.as_ref().map(plain), plain(&one.group))
}

/// The last day on which each group had each course.
pub struct Latest(BTreeMap<Key, NaiveDate>);

impl Latest {
    /// Of these records.
    pub fn of<'a>(all: impl IntoIterator<Item = &'a Training>) -> Self {
        let mut latest = BTreeMap::new();
        for one in all {
            let day = latest.entry(key(one)).or_insert(one.on);
            *day = one.on.max(*day);
        }
        Self(latest)
    }

    /// Whether the same group had the same course no later.
    pub fn is_last(&self, one: &Training) -> bool {
        self.0.get(&key(one)).is_none_or(|last| *last <= one.on)
    }

    /// How one of the records stands on a day.
    pub fn refresh(&self, one: &Training, today: NaiveDate) -> Refresh {
        match one.refresh_on {
            _ if !self.is_last(one) => Refresh::HeldAgain,
            None => Refresh::Never,
            Some(day) if day < today => Refresh::Overdue,
            Some(day) if today.checked_add_days(Days::new(SOON)).is_none_or(|soon| day <= soon) => {
                Refresh::DueSoon
            }
            Some(_) => Refresh::Later,
        }
    }
}
