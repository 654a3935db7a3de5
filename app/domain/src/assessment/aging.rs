//! When is a day that was answered too long ago?

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Answer, Journey, Value, readiness::too_old_on};
use crate::content::{Condition, QuestionId, QuestionSet};

/// The first day on which each day that was answered is too long ago, by question.
pub fn aging_days(journey: &Journey<'_>) -> BTreeMap<QuestionId, NaiveDate> {
    let days = journey.steps().iter().filter_map(|step| match step.answer {
        Some(Answer { value: Value::Date { date }, .. }) => {
            Some((step.question.id.clone(), too_old_on(*date, step.question.ages_after?)?))
        }
        _ => None,
    });
    days.collect()
}

/// Whether [`aging_days`] can be other ones once this question has another answer.
pub fn bears_on_dates(set: &QuestionSet, question: &QuestionId) -> bool {
    let mut questions: Vec<&QuestionId> =
        set.questions().filter(|(_, one)| one.ages_after.is_some()).map(|(_, one)| &one.id).collect();
    let mut at = 0;
    // A condition only looks back, so this comes to an end.
    while let Some(id) = questions.get(at).copied() {
        if id == question {
            return true;
        }
        let shows = set.question(id).and_then(|one| one.show_if.as_ref());
        questions.extend(shows.map(Condition::questions).unwrap_or_default());
        at += 1;
    }
    false
}
