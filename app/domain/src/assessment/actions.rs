//! What is there to do, and what does not go together?

use chrono::NaiveDate;

use super::{Journey, Step, readiness::answer_is_fresh};
use crate::content::{Citation, Contradiction, Cost, Label, Question, Section, TOO_OLD};

/// Something to do that follows from an answer.
#[derive(Clone, Copy, Debug)]
pub struct Action<'a> {
    /// The section of the question.
    pub section: &'a Section,
    /// The question whose answer it follows from.
    pub question: &'a Question,
    /// Which of the question's rules it follows from, counted from 0.
    pub rule: usize,
    /// What to do.
    pub text: &'a str,
    /// 1 is first, 3 is last.
    pub priority: u8,
    /// What it costs, if the edition says so.
    pub cost: Option<Cost>,
    /// How binding what the question asks is.
    pub label: Label,
    /// What it rests on.
    pub sources: &'a [Citation],
}

/// The actions that follow from the answers on a day in London: most urgent first, then in the order of the
/// questions.
pub fn actions<'a>(journey: &Journey<'a>, today: NaiveDate) -> Vec<Action<'a>> {
    let mut actions: Vec<Action<'a>> = Vec::new();
    for step in journey.steps() {
        let Some(code) = calls_by(step, today) else { continue };
        let rules = step.question.actions.iter().enumerate();
        let rules = rules.filter(|(_, rule)| rule.when.iter().any(|when| when == code));
        actions.extend(rules.map(|(at, rule)| Action {
            section: step.section,
            question: step.question,
            rule: at,
            text: &rule.text,
            priority: rule.priority,
            cost: rule.cost,
            label: step.question.label,
            sources: &step.question.sources,
        }));
    }
    actions.sort_by_key(|action| action.priority);
    actions
}

/// What action rules call an answer.
fn calls_by<'a>(step: &Step<'a>, today: NaiveDate) -> Option<&'a str> {
    let answer = step.answer?;
    Some(if answer_is_fresh(step, today) == Some(false) { TOO_OLD } else { answer.value.code() })
}

/// Answers that do not go together: worth a second look, never in the way of anything.
pub fn contradictions<'a>(journey: &Journey<'a>) -> Vec<&'a Contradiction> {
    let all = journey.set().contradictions.iter();
    all.filter(|one| one.when.holds(&|id| journey.code(id)) == Some(true)).collect()
}

/// The questions whose answers do not go together, in the order in which the contradiction names them.
pub fn at_odds<'a>(journey: &Journey<'a>, contradiction: &'a Contradiction) -> Vec<&'a Question> {
    let met = contradiction.when.met(&|id| journey.code(id));
    met.into_iter().filter_map(|id| journey.set().question(id)).collect()
}
