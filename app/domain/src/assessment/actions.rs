//! What is there to do, and what does not go together?

use super::Journey;
use crate::content::{Citation, Contradiction, Cost, Label, Question, Section};

/// Something to do that follows from an answer.
#[derive(Clone, Copy, Debug)]
pub struct Action<'a> {
    /// The section of the question.
    pub section: &'a Section,
    /// The question whose answer it follows from.
    pub question: &'a Question,
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

/// The actions that follow from the answers: most urgent first, then in the order of the questions.
pub fn actions<'a>(journey: &Journey<'a>) -> Vec<Action<'a>> {
    let mut actions: Vec<Action<'a>> = Vec::new();
    for step in journey.steps() {
        let Some(code) = step.answer.map(|answer| answer.value.code()) else { continue };
        let rules = step.question.actions.iter();
        let rules = rules.filter(|rule| rule.when.iter().any(|when| when == code));
        actions.extend(rules.map(|rule| Action {
            section: step.section,
            question: step.question,
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
