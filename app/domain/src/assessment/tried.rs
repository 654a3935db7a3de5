//! When was a topic of readiness last tried out?

use chrono::NaiveDate;

use super::{Answer, Grounds, Journey, Value};
use crate::content::{Part, ReadinessTopic};

/// The last day on which a topic was tried out, as far as drills and dated answers tell; there is none where
/// somebody only said so.
pub fn last_tried(journey: &Journey<'_>, topic: &ReadinessTopic, grounds: Grounds<'_>) -> Option<NaiveDate> {
    let drilled = topic.drill_every.and_then(|_| grounds.drills.get(&topic.id)).copied();
    let dated = journey.steps().iter().filter_map(|step| {
        let mut bearings = step.question.readiness.iter();
        let proves = bearings.any(|one| one.topic == topic.id && one.part == Part::Proof);
        match step.answer {
            Some(Answer { value: Value::Date { date }, .. }) if proves => Some(*date),
            _ => None,
        }
    });
    dated.chain(drilled).max()
}
