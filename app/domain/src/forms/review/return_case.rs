//! Returning a case, in two steps: which questions open again, then why each of them, and a message.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    content::QuestionId,
    forms::{
        Errors,
        parts::{lines, version},
    },
    review::{MESSAGE_MOST, NOTE_MOST, Return},
};

/// The return form. Its fields are `question` (as often as there are questions named),
/// `reason-` with a question's id, `message`, `version` and `step`.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<(String, String)>")]
pub struct ReturnForm {
    /// The ids of the questions that open again.
    pub questions: Vec<String>,
    /// Reasons by question id, those of questions that are not named too.
    pub reasons: BTreeMap<String, String>,
    /// What the CTSA says beside it.
    pub message: String,
    /// The version of the case that the person saw.
    pub version: String,
    /// What the button that was pressed leads to.
    pub step: ReturnStep,
}

/// What somebody wants who sends the return form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum ReturnStep {
    /// To say which questions open again.
    Choose,
    /// To give the reasons for those that are named.
    Explain,
    /// To return the case.
    #[default]
    Return,
}

impl ReturnStep {
    /// Its slug.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Choose => "choose",
            Self::Explain => "explain",
            Self::Return => "return",
        }
    }

    fn from_slug(slug: &str) -> Option<Self> {
        [Self::Choose, Self::Explain, Self::Return].into_iter().find(|step| step.as_str() == slug)
    }
}

/// A field that is none of the form's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown field")]
pub struct UnknownField;

impl TryFrom<Vec<(String, String)>> for ReturnForm {
    type Error = UnknownField;

    fn try_from(fields: Vec<(String, String)>) -> Result<Self, UnknownField> {
        let mut form = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "question" => form.questions.push(value),
                "message" => form.message = value,
                "version" => form.version = value,
                "step" => form.step = ReturnStep::from_slug(&value).ok_or(UnknownField)?,
                _ => {
                    let question = name.strip_prefix("reason-").ok_or(UnknownField)?;
                    form.reasons.insert(question.to_owned(), value);
                }
            }
        }
        Ok(form)
    }
}

impl ReturnForm {
    /// Whether the questions that are named were asked, and at least one is. `asked` are the questions
    /// of the case.
    ///
    /// # Errors
    /// `missing` at `question` when none is named, `invalid` when one was not asked.
    pub fn named(&self, asked: &[QuestionId]) -> Result<(), Errors> {
        if self.questions.is_empty() {
            return Err(Errors::one("question", "missing"));
        }
        if !self.questions.iter().all(|id| asked.iter().any(|one| one.as_str() == id)) {
            return Err(Errors::one("question", "invalid"));
        }
        Ok(())
    }

    /// The version that was seen, and what the form says. `asked` are the questions of the case.
    ///
    /// # Errors
    /// `missing` at `question` when none is named, `invalid` when one was not asked; at `reason-ID`
    /// and `message`: `missing`, `too-long`, `not-text`; `invalid` at `version`.
    pub fn check(&self, asked: &[QuestionId]) -> Result<(u32, Return), Errors> {
        let mut errors = self.named(asked).err().unwrap_or_default();
        let mut questions = Vec::new();
        for id in asked.iter().filter(|id| self.questions.iter().any(|named| named == id.as_str())) {
            let said = self.reasons.get(id.as_str()).map_or("", String::as_str);
            match lines(said, NOTE_MOST) {
                Ok(reason) => questions.push((id.clone(), reason)),
                Err(code) => errors.add(format!("reason-{id}"), code),
            }
        }
        let message = lines(&self.message, MESSAGE_MOST).map_err(|code| errors.add("message", code));
        let seen = version(&self.version).map_err(|code| errors.add("version", code));
        match (seen, message) {
            (Ok(seen), Ok(message)) => errors.or(|| (seen, Return { questions, message })),
            _ => Err(errors),
        }
    }
}
