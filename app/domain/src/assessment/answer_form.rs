//! What was typed or chosen as an answer: into an `Answer`, or into field errors.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Answer, Decision, Value};
use crate::{
    content::{AnswerKind, Question, QuestionSet},
    forms::Errors,
};

/// The longest name or role, in characters.
pub const NAME_MAX: u64 = 200;
/// The longest part of a decision, in characters.
pub const DECISION_MAX: u64 = 2000;
/// The longest reason why something does not apply, in characters.
pub const REASON_MAX: u64 = 500;

/// The fields of a question's page, as they were typed. Which of them count depends on the
/// question's kind.
///
/// | Kind | Fields |
/// |---|---|
/// | procedure, yes-no, choice | `answer` is a code; `reason` with `not-applicable` |
/// | text | `text` |
/// | date-or-none | `day`, `month`, `year`; or `answer` is `none` |
/// | person | `name`, `role`; or `answer` is `not-sure` |
/// | number | `number`; or `answer` is `not-sure` |
/// | decision | `options`, `cost`, `benefit`, `decision`, `by`, `day`, `month`, `year`; or `answer` is `none` |
///
/// `note` and `seen` go with every kind. Error codes: `choose` (nothing chosen), `unknown` (not a
/// possible answer), `required`, `too-long`, `characters` (control characters), `not-a-date`,
/// `future`, `not-a-number`, `too-many`, `both` (filled in, and the box that says there is nothing was ticked).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct AnswerForm {
    /// The code of the answer, as in `AnswerKind::codes`.
    pub answer: String,
    /// Why it does not apply.
    #[validate(length(max = REASON_MAX, code = "too-long"))]
    pub reason: String,
    /// Words of one's own.
    pub text: String,
    /// The day of a date, 1 to 31.
    pub day: String,
    /// The month of a date, 1 to 12.
    pub month: String,
    /// The year of a date, four digits.
    pub year: String,
    /// A person's name.
    #[validate(length(max = NAME_MAX, code = "too-long"))]
    pub name: String,
    /// A person's role.
    #[validate(length(max = NAME_MAX, code = "too-long"))]
    pub role: String,
    /// How many.
    pub number: String,
    /// What could be done.
    #[validate(length(max = DECISION_MAX, code = "too-long"))]
    pub options: String,
    /// What it would cost.
    #[validate(length(max = DECISION_MAX, code = "too-long"))]
    pub cost: String,
    /// What harm it could spare.
    #[validate(length(max = DECISION_MAX, code = "too-long"))]
    pub benefit: String,
    /// What was decided, and why.
    #[validate(length(max = DECISION_MAX, code = "too-long"))]
    pub decision: String,
    /// Who decided.
    #[validate(length(max = NAME_MAX, code = "too-long"))]
    pub by: String,
    /// The note beside the answer.
    pub note: String,
    /// The version of the answer that the page showed; 0 where there was none.
    pub seen: u32,
    /// What to keep after a conflict: `theirs`, `mine` or `merged`; empty otherwise.
    pub settle: String,
    /// After a conflict, the answer as it was before, as JSON; empty otherwise.
    pub mine: String,
}

/// The fields in the order they stand on a page.
const FIELDS: [&str; 8] = ["reason", "name", "role", "options", "cost", "benefit", "decision", "by"];

impl AnswerForm {
    /// The form filled with an answer, or blank.
    pub fn of(answer: Option<&Answer>, seen: u32) -> Self {
        let mut form = Self { seen, ..Self::default() };
        let Some(answer) = answer else { return form };
        form.note = answer.note.clone();
        match &answer.value {
            Value::Text { text } => form.text = text.clone(),
            Value::Date { date } => form.fill_day(*date),
            Value::Number { number } => form.number = number.to_string(),
            Value::Decision(made) => {
                form.options = made.options.clone();
                form.cost = made.cost.clone();
                form.benefit = made.benefit.clone();
                form.decision = made.decision.clone();
                form.by = made.by.clone();
                form.fill_day(made.on);
            }
            Value::Person { name, role } => {
                (form.name, form.role) = (name.clone(), role.clone());
            }
            other => form.answer = other.code().to_owned(),
        }
        if let Value::NotApplicable { reason } = &answer.value {
            form.reason = reason.clone();
        }
        form
    }

    fn fill_day(&mut self, day: NaiveDate) {
        self.day = day.day().to_string();
        self.month = day.month().to_string();
        self.year = day.year().to_string();
    }

    /// Turns what was typed into an answer to this question.
    ///
    /// `today` is the day in the United Kingdom.
    ///
    /// # Errors
    /// What is wrong with each field, as codes; see the type.
    pub fn check(&self, set: &QuestionSet, question: &Question, today: NaiveDate) -> Result<Answer, Errors> {
        let mut errors = Errors::none();
        if let Err(found) = self.validate() {
            errors = Errors::from_validator(&found, &FIELDS);
        }
        let value = self.value(&question.answer, today, &mut errors);
        let note = words(&self.note, "note", set.note_max, &mut errors);
        match value {
            Some(value) if errors.is_empty() => Ok(Answer { value, note }),
            _ => Err(errors),
        }
    }

    fn value(&self, kind: &AnswerKind, today: NaiveDate, errors: &mut Errors) -> Option<Value> {
        let answer = self.answer.trim();
        match kind {
            AnswerKind::Procedure | AnswerKind::YesNo | AnswerKind::Choice { .. } => {
                if answer.is_empty() {
                    errors.add("answer", "choose");
                } else if !kind.codes().contains(&answer) {
                    errors.add("answer", "unknown");
                } else {
                    return self.chosen(kind, answer, errors);
                }
                None
            }
            AnswerKind::Text { max } => {
                let text = required(&self.text, "text", *max, errors)?;
                Some(Value::Text { text })
            }
            AnswerKind::DateOrNone => self.date(answer, today, errors),
            AnswerKind::Person => self.person(answer, errors),
            AnswerKind::Number { most, .. } => self.number(answer, *most, errors),
            AnswerKind::Decision => self.decision(answer, today, errors),
        }
    }

    fn chosen(&self, kind: &AnswerKind, answer: &str, errors: &mut Errors) -> Option<Value> {
        if matches!(kind, AnswerKind::Choice { .. }) {
            return Some(Value::Option { id: answer.to_owned() });
        }
        Some(match answer {
            "yes" => Value::Yes,
            "partly" => Value::Partly,
            "no" => Value::No,
            "not-sure" => Value::NotSure,
            _ => Value::NotApplicable {
                reason: required(&self.reason, "reason", REASON_MAX as usize, errors)?,
            },
        })
    }

    fn date(&self, answer: &str, today: NaiveDate, errors: &mut Errors) -> Option<Value> {
        match (answer, self.day_is_blank()) {
            ("none", true) => return Some(Value::NoDate),
            ("none", false) => errors.add("answer", "both"),
            ("" | "given", _) => return self.past_day(today, errors).map(|date| Value::Date { date }),
            _ => errors.add("answer", "unknown"),
        }
        None
    }

    fn day_is_blank(&self) -> bool {
        [&self.day, &self.month, &self.year].iter().all(|part| part.trim().is_empty())
    }

    /// The day that was typed, which is not in the future.
    fn past_day(&self, today: NaiveDate, errors: &mut Errors) -> Option<NaiveDate> {
        if self.day_is_blank() {
            errors.add("day", "required");
            return None;
        }
        match date([&self.day, &self.month, &self.year].map(|part| part.trim())) {
            Some(date) if date > today => errors.add("day", "future"),
            Some(date) => return Some(date),
            None => errors.add("day", "not-a-date"),
        }
        None
    }

    fn number(&self, answer: &str, most: u32, errors: &mut Errors) -> Option<Value> {
        let typed = self.number.trim().replace(',', "");
        match (answer, typed.is_empty()) {
            ("not-sure", true) => return Some(Value::NotSure),
            ("not-sure", false) => errors.add("answer", "both"),
            ("" | "given", true) => errors.add("number", "required"),
            ("" | "given", false) if !typed.bytes().all(|byte| byte.is_ascii_digit()) => {
                errors.add("number", "not-a-number");
            }
            ("" | "given", false) => match typed.parse::<u32>() {
                Ok(number) if number <= most => return Some(Value::Number { number }),
                _ => errors.add("number", "too-many"),
            },
            _ => errors.add("answer", "unknown"),
        }
        None
    }

    fn decision(&self, answer: &str, today: NaiveDate, errors: &mut Errors) -> Option<Value> {
        let parts = [&self.options, &self.cost, &self.benefit, &self.decision, &self.by];
        let blank = parts.iter().all(|part| part.trim().is_empty()) && self.day_is_blank();
        match (answer, blank) {
            ("none", true) => return Some(Value::NoDecision),
            ("none", false) => errors.add("answer", "both"),
            ("" | "given", _) => {
                let mut part = |typed: &str, field, max: u64| required(typed, field, max as usize, errors);
                let options = part(&self.options, "options", DECISION_MAX);
                let cost = part(&self.cost, "cost", DECISION_MAX);
                let benefit = part(&self.benefit, "benefit", DECISION_MAX);
                let decision = part(&self.decision, "decision", DECISION_MAX);
                let by = part(&self.by, "by", NAME_MAX);
                let on = self.past_day(today, errors);
                return Some(Value::Decision(Decision {
                    options: options?,
                    cost: cost?,
                    benefit: benefit?,
                    decision: decision?,
                    by: by?,
                    on: on?,
                }));
            }
            _ => errors.add("answer", "unknown"),
        }
        None
    }

    fn person(&self, answer: &str, errors: &mut Errors) -> Option<Value> {
        let blank = self.name.trim().is_empty() && self.role.trim().is_empty();
        match (answer, blank) {
            ("not-sure", true) => return Some(Value::NotSure),
            ("not-sure", false) => errors.add("answer", "both"),
            ("" | "given", _) => {
                let name = required(&self.name, "name", NAME_MAX as usize, errors);
                let role = required(&self.role, "role", NAME_MAX as usize, errors);
                return Some(Value::Person { name: name?, role: role? });
            }
            _ => errors.add("answer", "unknown"),
        }
        None
    }
}

/// A date from day, month and year; the year has four digits, so that 26 is not the year 26.
fn date([day, month, year]: [&str; 3]) -> Option<NaiveDate> {
    let number = |text: &str, digits: std::ops::RangeInclusive<usize>| {
        let plain = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse::<u32>().ok()).flatten()
    };
    let year = number(year, 4..=4).and_then(|year| i32::try_from(year).ok())?;
    let date = NaiveDate::from_ymd_opt(year, number(month, 1..=2)?, number(day, 1..=2)?)?;
    (year >= 1900).then_some(date)
}

fn required(typed: &str, field: &'static str, max: usize, errors: &mut Errors) -> Option<String> {
    let text = words(typed, field, max, errors);
    if text.is_empty() {
        errors.add(field, "required");
    }
    (!text.is_empty()).then_some(text)
}

/// Trimmed, with one kind of line end: a browser posts two characters for it.
fn words(typed: &str, field: &'static str, max: usize, errors: &mut Errors) -> String {
    let text = typed.replace("\r\n", "\n").trim().to_owned();
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        errors.add(field, "characters");
    } else if text.chars().count() > max {
        errors.add(field, "too-long");
    }
    text
}
