//! What was answered to a question.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::content::QuestionId;

/// An answer with the note beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What was answered.
    pub value: Value,
    /// The operator's own words beside it; empty when there are none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What was answered. Its JSON is what is stored and what a submission seals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Value {
    /// Yes.
    Yes,
    /// Partly.
    Partly,
    /// No.
    No,
    /// Not sure: an answer, and an honest one.
    NotSure,
    /// Does not apply here.
    NotApplicable {
        /// Why not.
        reason: String,
    },
    /// One of a question's options.
    Option {
        /// The option's id.
        id: String,
    },
    /// Words of one's own.
    Text {
        /// The words.
        text: String,
    },
    /// A day.
    Date {
        /// The day, in the United Kingdom.
        date: NaiveDate,
    },
    /// No such day.
    NoDate,
    /// A person.
    Person {
        /// Their name.
        name: String,
        /// Their role.
        role: String,
    },
    /// How many.
    Number {
        /// How many, in the question's unit.
        number: u32,
    },
    /// What is reasonably practicable, and why.
    Decision(Decision),
    /// Nothing was decided yet.
    NoDecision,
}

/// What somebody decided is reasonably practicable: the record that sections 5 and 6 call for in case of doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What could be done.
    pub options: String,
    /// What it would cost, in money, time and difficulty.
    pub cost: String,
    /// What harm it could spare.
    pub benefit: String,
    /// What was decided, and why.
    pub decision: String,
    /// Who decided, by role or name.
    pub by: String,
    /// The day, in the United Kingdom.
    pub on: NaiveDate,
}

impl Value {
    /// The answer's code: what conditions and action rules name, and what a form posts.
    pub fn code(&self) -> &str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::NotSure => "not-sure",
            Self::NotApplicable { .. } => "not-applicable",
            Self::Option { id } => id,
            Self::Text { .. }
            | Self::Date { .. }
            | Self::Person { .. }
            | Self::Number { .. }
            | Self::Decision(_) => "given",
            Self::NoDate | Self::NoDecision => "none",
        }
    }
}

impl From<Value> for Answer {
    fn from(value: Value) -> Self {
        Self { value, note: String::new() }
    }
}

/// The answers of one assessment, by question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<QuestionId, Answer>);

impl Answers {
    /// No answers yet.
    pub fn none() -> Self {
        Self::default()
    }

    /// The answer to a question.
    pub fn get(&self, question: &QuestionId) -> Option<&Answer> {
        self.0.get(question)
    }

    /// Sets the answer to a question; gives back the one before.
    pub fn insert(&mut self, question: QuestionId, answer: Answer) -> Option<Answer> {
        self.0.insert(question, answer)
    }

    /// Takes an answer away.
    pub fn remove(&mut self, question: &QuestionId) -> Option<Answer> {
        self.0.remove(question)
    }

    /// Every answer, by question id; those to questions that do not show are among them.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Answer)> {
        self.0.iter()
    }
}

impl FromIterator<(QuestionId, Answer)> for Answers {
    fn from_iter<T: IntoIterator<Item = (QuestionId, Answer)>>(answers: T) -> Self {
        Self(answers.into_iter().collect())
    }
}
