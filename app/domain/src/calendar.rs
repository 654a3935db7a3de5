//! What is due at premises, at events and in a whole estate, and when?

#[cfg(feature = "content")]
mod entry;
mod month;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[cfg(feature = "content")]
pub use entry::{Calendar, Day, Entry, Kind, What, corrections, of_event, of_premises};
pub use month::Month;

use crate::{content::QuestionId, plan::PlanItem, training::Latest, training::Training};

/// The days that what premises keep leads to: stored whenever that changes, so that a page about many premises
/// need not open every record of each. Sealed where it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dates {
    /// The last drill or exercise of each topic of readiness, by its id.
    pub drills: BTreeMap<String, NaiveDate>,
    /// When training is due again.
    pub training: Vec<TrainingDue>,
    /// When open items of the plan are due.
    pub plan: Vec<NaiveDate>,
    /// The first day on which a day that was answered is too long ago, by question.
    pub answers: BTreeMap<QuestionId, NaiveDate>,
    /// The last days of qualifications in Competent Person records.
    pub expiries: Vec<NaiveDate>,
}

/// Training that is due again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TrainingDue {
    /// When.
    pub on: NaiveDate,
    /// The id of its course.
    pub course: String,
}

/// When training is due again; of what a group had again since, the last counts.
pub fn training_due<'a>(all: impl IntoIterator<Item = &'a Training> + Clone) -> Vec<TrainingDue> {
    let latest = Latest::of(all.clone());
    let due = all.into_iter().filter(|one| latest.is_last(one));
    let mut due: Vec<TrainingDue> =
        due.filter_map(|one| Some(TrainingDue { on: one.refresh_on?, course: one.course.clone() })).collect();
    due.sort();
    due
}

/// When open items of a plan are due.
pub fn plan_due<'a>(all: impl IntoIterator<Item = &'a PlanItem>) -> Vec<NaiveDate> {
    let mut due: Vec<NaiveDate> =
        all.into_iter().filter(|item| item.status.is_open()).filter_map(|item| item.due).collect();
    due.sort();
    due
}
