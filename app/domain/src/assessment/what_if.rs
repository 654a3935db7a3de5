//! What if this was put right? Which gaps would close, and what it comes to.
//!
//! Nothing is stored: the questions are answered anew in memory, and all that follows from the answers is worked out
//! again.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    Answers, Decision, Grounds, Journey, Standing, Value, actions::actions, contradictions, readiness,
};
use crate::content::{AnswerKind, Contradiction, Cost, Question, QuestionId, ReadinessTopic};

/// What would be different.
#[derive(Debug)]
pub struct WhatIf<'a> {
    /// Each topic of readiness, in the order of the list.
    pub topics: Vec<TopicBeside>,
    /// Contradictions that would go.
    pub gone: Vec<&'a Contradiction>,
    /// Contradictions that would come up.
    pub new: Vec<&'a Contradiction>,
    /// How many questions would come up that nobody has answered.
    pub more_questions: usize,
    /// Chosen questions of which nobody can tell the answer beforehand.
    pub open: Vec<&'a Question>,
    /// What the chosen actions cost.
    pub costs: Costs,
}

/// A topic before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicBeside {
    /// Readiness of what.
    pub topic: ReadinessTopic,
    /// How far it is in place, and which share of it.
    pub before: (Standing, Option<u8>),
    /// How far it would be.
    pub after: (Standing, Option<u8>),
}

impl TopicBeside {
    /// Whether anything would be different.
    pub fn changes(&self) -> bool {
        self.before != self.after
    }
}

/// How many actions are in each cost band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// Time only.
    pub free: u32,
    /// Under £500.
    pub low: u32,
    /// Up to £5,000.
    pub medium: u32,
    /// More than that.
    pub high: u32,
    /// Not told.
    pub unknown: u32,
}

impl Costs {
    fn add(&mut self, cost: Option<Cost>) {
        *match cost {
            Some(Cost::Free) => &mut self.free,
            Some(Cost::Low) => &mut self.low,
            Some(Cost::Medium) => &mut self.medium,
            Some(Cost::High) => &mut self.high,
            None => &mut self.unknown,
        } += 1;
    }

    /// The most that all of them can come to, in pounds; nothing where one has no upper end.
    pub fn at_most(&self) -> Option<u32> {
        (self.high + self.unknown == 0).then(|| self.low * 500 + self.medium * 5_000)
    }
}

/// What would be different if what these questions ask about was in place. Questions whose answer calls for nothing
/// stay as they are.
pub fn what_if<'a>(
    now: &Journey<'a>,
    answers: &Answers,
    grounds: Grounds<'_>,
    chosen: &BTreeSet<QuestionId>,
) -> WhatIf<'a> {
    let (mut then, mut open, mut costs) = (answers.clone(), Vec::new(), Costs::default());
    for action in actions(now, grounds.today).into_iter().filter(|one| chosen.contains(&one.question.id)) {
        costs.add(action.cost);
        match put_right(action.question, grounds.today) {
            Some(value) => {
                then.insert(action.question.id.clone(), value.into());
            }
            None => open.push(action.question),
        }
    }
    let after = Journey::new(now.set(), now.audience(), &then);
    let all = now.set().contradictions.iter();
    let (was, is) = (contradictions(now), contradictions(&after));
    let shown: BTreeSet<&QuestionId> = now.steps().iter().map(|step| &step.question.id).collect();
    let more = after.missing().into_iter().filter(|question| !shown.contains(&question.id)).count();
    let (before, after) = (readiness(now, grounds), readiness(&after, grounds));
    let topics = before.iter().filter_map(|found| {
        let then = after.of(&found.topic.id)?;
        Some(TopicBeside {
            topic: found.topic.clone(),
            before: (found.standing, found.share),
            after: (then.standing, then.share),
        })
    });
    WhatIf {
        topics: topics.collect(),
        gone: all.clone().filter(|one| was.contains(one) && !is.contains(one)).collect(),
        new: all.filter(|one| is.contains(one) && !was.contains(one)).collect(),
        more_questions: more,
        open,
        costs,
    }
}

/// The answer that says that all of it is there; nothing for a choice, of which no option is better, nor where the
/// question says nothing of readiness and what follows from it may be more to do.
fn put_right(question: &Question, today: NaiveDate) -> Option<Value> {
    if question.readiness.is_empty() {
        return None;
    }
    let words = String::new;
    Some(match &question.answer {
        AnswerKind::Procedure | AnswerKind::YesNo => Value::Yes,
        AnswerKind::Choice { .. } => return None,
        AnswerKind::Text { .. } => Value::Text { text: words() },
        AnswerKind::DateOrNone => Value::Date { date: today },
        AnswerKind::Person => Value::Person { name: words(), role: words() },
        AnswerKind::Number { most, .. } => Value::Number { number: *most },
        AnswerKind::Decision => Value::Decision(Decision {
            options: words(),
            cost: words(),
            benefit: words(),
            decision: words(),
            by: words(),
            on: today,
        }),
    })
}
