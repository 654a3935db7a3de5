//! Where is this person in the questions?
//!
//! Worked out from the answers each time and never stored, so that a changed answer cannot leave
//! a stale place behind.

use std::collections::BTreeMap;

use super::{Answer, Answers};
use crate::content::{Audience, Question, QuestionId, QuestionSet, Section};

/// A question that shows, with its section and its answer so far.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The section it stands in.
    pub section: &'a Section,
    /// The question.
    pub question: &'a Question,
    /// Its answer, once there is one.
    pub answer: Option<&'a Answer>,
}

/// The questions that show, in order.
#[derive(Clone, Debug)]
pub struct Journey<'a> {
    set: &'a QuestionSet,
    audience: Audience,
    steps: Vec<Step<'a>>,
    answers: &'a Answers,
}

/// The code of the answer that says that all is in place.
pub(super) fn in_place(question: &Question) -> &str {
    question.answer.codes().first().copied().unwrap_or_default()
}

/// The questions whose conditions hold, in order; `code` gives the code that the later ones go by.
fn walk<'a>(
    set: &'a QuestionSet,
    audience: Audience,
    answers: &'a Answers,
    code: impl Fn(&Step<'a>) -> Option<&'a str>,
) -> Vec<Step<'a>> {
    let mut codes: BTreeMap<&QuestionId, &str> = BTreeMap::new();
    let mut steps = Vec::new();
    // One pass is enough: the content check lets a condition only look back.
    for (section, question) in set.questions() {
        let holds = question
            .show_if
            .as_ref()
            .is_none_or(|condition| condition.holds(&|id| codes.get(id).copied()) == Some(true));
        if !holds || !question.tiers.contains(&audience) {
            continue;
        }
        let step = Step { section, question, answer: answers.get(&question.id) };
        if let Some(code) = code(&step) {
            codes.insert(&question.id, code);
        }
        steps.push(step);
    }
    steps
}

impl<'a> Journey<'a> {
    /// Works out which questions of the set show, for this audience with these answers.
    ///
    /// A question shows when its condition holds for certain. The answer to a question that does
    /// not show counts for nothing, so hiding one hides what hangs on it.
    pub fn new(set: &'a QuestionSet, audience: Audience, answers: &'a Answers) -> Self {
        let steps = walk(set, audience, answers, |step| step.answer.map(|answer| answer.value.code()));
        Self { set, audience, steps, answers }
    }

    /// The questions that would show if all that is asked about were in place, and do not now: what they ask
    /// about is not there.
    pub fn hidden_by_gaps(&self) -> Vec<Step<'a>> {
        let mut all = walk(self.set, self.audience, self.answers, |step| {
            let code = step.answer.map(|answer| answer.value.code());
            let gap = matches!(code, None | Some("no" | "partly" | "not-sure" | "none"));
            if gap && !step.question.readiness.is_empty() { Some(in_place(step.question)) } else { code }
        });
        all.retain(|step| !self.can_visit(&step.question.id));
        all
    }

    /// The question set.
    pub fn set(&self) -> &'a QuestionSet {
        self.set
    }

    /// Whom the questions are for.
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// The questions that show, in order.
    pub fn steps(&self) -> &[Step<'a>] {
        &self.steps
    }

    /// The questions of one section that show, in order.
    pub fn in_section<'s>(&'s self, section: &'s str) -> impl Iterator<Item = Step<'a>> + 's {
        self.steps.iter().copied().filter(move |step| step.section.id == section)
    }

    /// The step of a question, if it shows.
    pub fn step(&self, question: &QuestionId) -> Option<Step<'a>> {
        self.place(question).and_then(|at| self.steps.get(at)).copied()
    }

    /// Whether a question's page may be visited: whether it shows.
    pub fn can_visit(&self, question: &QuestionId) -> bool {
        self.place(question).is_some()
    }

    /// The question after this one.
    pub fn next(&self, question: &QuestionId) -> Option<&'a Question> {
        self.steps.get(self.place(question)? + 1).map(|step| step.question)
    }

    /// The question before this one.
    pub fn back(&self, question: &QuestionId) -> Option<&'a Question> {
        self.steps.get(self.place(question)?.checked_sub(1)?).map(|step| step.question)
    }

    /// The first question without an answer.
    pub fn first_unanswered(&self) -> Option<&'a Question> {
        self.steps.iter().find(|step| step.answer.is_none()).map(|step| step.question)
    }

    /// What stands in the way of submitting: the questions that show and have no answer.
    /// "Not sure" is an answer.
    pub fn missing(&self) -> Vec<&'a Question> {
        let open = self.steps.iter().filter(|step| step.answer.is_none());
        open.map(|step| step.question).collect()
    }

    /// The code of the answer to a question that shows.
    pub(super) fn code(&self, question: &QuestionId) -> Option<&'a str> {
        self.step(question)?.answer.map(|answer| answer.value.code())
    }

    fn place(&self, question: &QuestionId) -> Option<usize> {
        self.steps.iter().position(|step| step.question.id == *question)
    }
}
