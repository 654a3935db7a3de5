//! What a CTSA types: a mark, a comment, how authority was confirmed, a return, advice.

mod return_case;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Errors,
    parts::{day, lines, version},
};
use crate::{
    competent_person::{HowSeen, Mark},
    review::{ADVICE_MOST, AuthorityCheck, COMMENT_MOST, HowConfirmed, NOTE_MOST},
};

pub use return_case::{ReturnForm, ReturnStep};

/// A comment on one answer.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CommentForm {
    /// The comment.
    pub comment: String,
    /// Tells a form sent twice from two forms.
    pub once: String,
}

impl CommentForm {
    /// The comment.
    ///
    /// # Errors
    /// `missing`, `too-long` or `not-text` at `comment`.
    pub fn check(&self) -> Result<String, Errors> {
        lines(&self.comment, COMMENT_MOST).map_err(|code| Errors::one("comment", code))
    }
}

/// Advice on a case.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AdviceForm {
    /// The advice.
    pub advice: String,
    /// The version of the case that the person saw.
    pub version: String,
}

impl AdviceForm {
    /// The version that was seen, and the advice.
    ///
    /// # Errors
    /// `missing`, `too-long` or `not-text` at `advice`; `invalid` at `version`.
    pub fn check(&self) -> Result<(u32, String), Errors> {
        let mut errors = Errors::none();
        let advice = lines(&self.advice, ADVICE_MOST).map_err(|code| errors.add("advice", code));
        let seen = version(&self.version).map_err(|code| errors.add("version", code));
        match (seen, advice) {
            (Ok(seen), Ok(advice)) => Ok((seen, advice)),
            _ => Err(errors),
        }
    }
}

/// How the operator's authority was confirmed.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AuthorityForm {
    /// The slug of a way.
    pub how: String,
    /// Day of the month.
    pub on_day: String,
    /// The month, as a number.
    pub on_month: String,
    /// The year, in four digits.
    pub on_year: String,
    /// More about it; may be empty.
    pub note: String,
    /// Which confirmation the person saw, in milliseconds; empty where there was none.
    pub seen: String,
}

impl AuthorityForm {
    /// Which confirmation the person saw, in UTC milliseconds.
    ///
    /// # Errors
    /// Where the field holds something else.
    pub fn seen(&self) -> Result<Option<i64>, std::num::ParseIntError> {
        if self.seen.is_empty() { Ok(None) } else { self.seen.parse().map(Some) }
    }

    /// What the form says.
    ///
    /// # Errors
    /// At `how`: `missing`, `invalid`; at `on`: `missing`, `day-invalid`, `day-to-come`; at `note`:
    /// `too-long`, `not-text`.
    pub fn check(&self, today: NaiveDate) -> Result<AuthorityCheck, Errors> {
        let mut errors = Errors::none();
        let how = chosen(&self.how, HowConfirmed::from_slug).map_err(|code| errors.add("how", code));
        let on = past(&self.on_day, &self.on_month, &self.on_year, today);
        let on = on.map_err(|code| errors.add("on", code));
        let note = note(&self.note).map_err(|code| errors.add("note", code));
        match (how, on, note) {
            (Ok(how), Ok(on), Ok(note)) => Ok(AuthorityCheck { how, on, note }),
            _ => Err(errors),
        }
    }
}

/// A CTSA's mark on a Competent Person record.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MarkForm {
    /// `yes` or `no`.
    pub seen: String,
    /// The slug of a way; only looked at for `yes`.
    pub how: String,
    /// Day of the month.
    pub on_day: String,
    /// The month, as a number.
    pub on_month: String,
    /// The year, in four digits.
    pub on_year: String,
    /// More about it; may be empty.
    pub note: String,
    /// Tells a form sent twice from two forms.
    pub once: String,
}

impl MarkForm {
    /// What the form says.
    ///
    /// # Errors
    /// At `seen` and `how`: `missing`, `invalid`; at `on`: `missing`, `day-invalid`, `day-to-come`;
    /// at `note`: `too-long`, `not-text`.
    pub fn check(&self, today: NaiveDate) -> Result<Mark, Errors> {
        let mut errors = Errors::none();
        match self.seen.as_str() {
            "yes" => {
                let how = chosen(&self.how, HowSeen::from_slug).map_err(|code| errors.add("how", code));
                let on = past(&self.on_day, &self.on_month, &self.on_year, today);
                let on = on.map_err(|code| errors.add("on", code));
                let note = note(&self.note).map_err(|code| errors.add("note", code));
                match (how, on, note) {
                    (Ok(how), Ok(on), Ok(note)) => Ok(Mark::Seen { how, on, note }),
                    _ => Err(errors),
                }
            }
            "no" => match note(&self.note) {
                Ok(note) => Ok(Mark::NotSeen { note }),
                Err(code) => Err(Errors::one("note", code)),
            },
            "" => Err(Errors::one("seen", "missing")),
            _ => Err(Errors::one("seen", "invalid")),
        }
    }
}

fn chosen<T>(slug: &str, find: impl Fn(&str) -> Option<T>) -> Result<T, &'static str> {
    if slug.is_empty() { Err("missing") } else { find(slug).ok_or("invalid") }
}

fn past(d: &str, m: &str, y: &str, today: NaiveDate) -> Result<NaiveDate, &'static str> {
    let day = day(d, m, y)?;
    if day > today { Err("day-to-come") } else { Ok(day) }
}

/// A note, which may be empty.
fn note(text: &str) -> Result<String, &'static str> {
    match lines(text, NOTE_MOST) {
        Err("missing") => Ok(String::new()),
        other => other,
    }
}
