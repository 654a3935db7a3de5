//! When does a question show? Conditions over the answers to earlier questions.

use serde::{Deserialize, Serialize};

use super::question_id::QuestionId;

/// A condition over answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// The answer has one of these codes.
    Is {
        /// The question that was answered.
        question: QuestionId,
        /// The codes of the answers.
        any_of: Vec<String>,
    },
    /// All of them hold.
    All(Vec<Condition>),
    /// At least one of them holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}

impl Condition {
    /// Whether it holds; `None` while an answer that decides it is absent.
    ///
    /// `code` gives the code of a question's answer, if it was asked and answered.
    pub fn holds<'a>(&self, code: &impl Fn(&QuestionId) -> Option<&'a str>) -> Option<bool> {
        match self {
            Self::Is { question, any_of } => code(question).map(|code| any_of.iter().any(|one| one == code)),
            Self::All(list) => settle(list, code, false),
            Self::Any(list) => settle(list, code, true),
            Self::Not(inner) => inner.holds(code).map(|holds| !holds),
        }
    }

    /// The questions whose answers are among those that it asks for, in the order they are written.
    pub fn met<'a>(&self, code: &impl Fn(&QuestionId) -> Option<&'a str>) -> Vec<&QuestionId> {
        match self {
            Self::Is { question, .. } if self.holds(code) == Some(true) => vec![question],
            Self::Is { .. } | Self::Not(_) => Vec::new(),
            Self::All(list) | Self::Any(list) => list.iter().flat_map(|one| one.met(code)).collect(),
        }
    }

    /// The questions it looks at, in the order they are written.
    pub fn questions(&self) -> Vec<&QuestionId> {
        match self {
            Self::Is { question, .. } => vec![question],
            Self::All(list) | Self::Any(list) => list.iter().flat_map(Self::questions).collect(),
            Self::Not(inner) => inner.questions(),
        }
    }
}

/// One `settled` value decides; otherwise an absent one leaves it open.
fn settle<'a>(
    list: &[Condition],
    code: &impl Fn(&QuestionId) -> Option<&'a str>,
    settled: bool,
) -> Option<bool> {
    let mut open = false;
    for condition in list {
        match condition.holds(code) {
            Some(value) if value == settled => return Some(settled),
            Some(_) => {}
            None => open = true,
        }
    }
    if open { None } else { Some(!settled) }
}
