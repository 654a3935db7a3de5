//! What was tried out or gone through, too long ago?

use chrono::NaiveDate;

use super::{
    Grounds, Journey, Value,
    readiness::{answer_is_fresh, fresh},
};
use crate::content::{Part, QuestionId, ReadinessTopic};

/// A topic that was tried out too long ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue<'a> {
    /// The topic.
    pub topic: &'a ReadinessTopic,
    /// The day of its last drill.
    pub last: NaiveDate,
}

/// The topics that questions which show ask about and whose last drill was held too long ago. One that was never
/// tried out is not among them.
pub fn overdue_drills<'a>(journey: &Journey<'a>, grounds: Grounds<'_>) -> Vec<Overdue<'a>> {
    let asked = |topic: &ReadinessTopic| {
        let bearings = journey.steps().iter().flat_map(|step| &step.question.readiness);
        bearings.into_iter().any(|one| one.topic == topic.id)
    };
    let topics = journey.set().topics.iter().filter(|topic| asked(topic));
    let overdue = topics.filter_map(|topic| {
        let (months, last) = (topic.drill_every?, *grounds.drills.get(&topic.id)?);
        (!fresh(last, months, grounds.today)).then_some(Overdue { topic, last })
    });
    overdue.collect()
}

/// Why an answer is less well founded than it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aged<'a> {
    /// The day that was answered is too long ago.
    Day(NaiveDate),
    /// What it says is there was tried out too long ago.
    Drill(Overdue<'a>),
}

/// Why the answer to a question is less well founded than it was, if it is.
pub fn aged<'a>(journey: &Journey<'a>, question: &QuestionId, grounds: Grounds<'_>) -> Option<Aged<'a>> {
    let step = journey.step(question)?;
    match &step.answer?.value {
        Value::Date { date } if answer_is_fresh(&step, grounds.today) == Some(false) => {
            Some(Aged::Day(*date))
        }
        Value::Yes | Value::Partly => {
            let says = |overdue: &Overdue<'_>| {
                let mut bearings = step.question.readiness.iter();
                bearings.any(|one| one.topic == overdue.topic.id && one.part != Part::Proof)
            };
            overdue_drills(journey, grounds).into_iter().find(says).map(Aged::Drill)
        }
        _ => None,
    }
}
