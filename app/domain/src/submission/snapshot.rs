//! What exactly was sent? The answers with the wording they answered, sealed by a hash.

use std::fmt::Write;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::canonical::{self, NotCanonical};
use crate::{
    assessment::{Answer, Journey, Value},
    content::{AnswerKind, Audience, Label, Question, QuestionId},
};

/// The immutable copy of an assessment that is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// The form of this record; a change of meaning takes the next number.
    pub form: u8,
    /// The question set.
    pub set: String,
    /// Its edition.
    pub edition: String,
    /// Whom the questions were for.
    pub tier: Audience,
    /// Each question that showed, in order. Answers to questions that did not show are left out.
    pub answers: Vec<AnsweredQuestion>,
    /// Who sent it.
    pub declaration: Declaration,
}

/// One question as it was worded, with the answer given to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnsweredQuestion {
    /// The section's id.
    pub section: String,
    /// The section's heading.
    pub section_title: String,
    /// The question's id.
    pub question: QuestionId,
    /// The question as it was worded.
    pub text: String,
    /// How binding what it asks was said to be.
    pub label: Label,
    /// The provision of the Act it was said to rest on.
    pub act: Option<String>,
    /// The answer; absent where the assessment was not whole.
    pub answer: Option<Answer>,
    /// The wording of the option that was chosen, for a choice.
    pub option: Option<String>,
}

/// Who says that the answers are right, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// Their name.
    pub name: String,
    /// Their role at the premises.
    pub role: String,
    /// The day, in the United Kingdom.
    pub on: NaiveDate,
}

/// A snapshot's text with its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalSnapshot {
    /// Canonical JSON: sorted keys, no spaces, whole numbers only.
    pub json: String,
    /// Its SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

impl Snapshot {
    /// What would be sent now.
    pub fn of(journey: &Journey<'_>, declaration: Declaration) -> Self {
        let answers = journey.steps().iter().map(|step| AnsweredQuestion {
            section: step.section.id.clone(),
            section_title: step.section.title.clone(),
            question: step.question.id.clone(),
            text: step.question.text.clone(),
            label: step.question.label,
            act: step.question.act.clone(),
            answer: step.answer.cloned(),
            option: step.answer.and_then(|answer| option(step.question, &answer.value)),
        });
        Self {
            form: 1,
            set: journey.set().id.clone(),
            edition: journey.set().edition.clone(),
            tier: journey.audience(),
            answers: answers.collect(),
            declaration,
        }
    }

    /// The text that is stored, and its hash.
    ///
    /// # Errors
    /// Never for the fields of today; kept so that a field that cannot be canonical is refused.
    pub fn canonical(&self) -> Result<CanonicalSnapshot, NotCanonical> {
        let json = canonical::text(&serde_json::to_value(self)?)?;
        let sha256 = sha256_hex(json.as_bytes());
        Ok(CanonicalSnapshot { json, sha256 })
    }

    /// The answered question of that id.
    pub fn question(&self, id: &QuestionId) -> Option<&AnsweredQuestion> {
        self.answers.iter().find(|answered| answered.question == *id)
    }
}

/// The SHA-256 of a snapshot's text, 64 hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn option(question: &Question, value: &Value) -> Option<String> {
    let (AnswerKind::Choice { options }, Value::Option { id }) = (&question.answer, value) else {
        return None;
    };
    options.iter().find(|option| option.id == *id).map(|option| option.text.clone())
}
