//! Something in the plan of premises.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Errors, parts};
use crate::{
    account::one_line,
    content::Cost,
    plan::{LAST, NOTE_MAX, OWNER_MAX, Origin, PlanItem, Status, TEXT_MAX},
};

#[cfg(test)]
mod tests;

/// The form of an item.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanItemForm {
    /// What to do; not asked of what follows from an answer.
    pub text: String,
    /// 1 to 3; not asked of what follows from an answer.
    pub priority: String,
    /// The slug of a [`Cost`], or empty; not asked of what follows from an answer.
    pub cost: String,
    /// Who sees to it; may be empty.
    pub owner: String,
    /// Day of the month by which it is due; all three may be empty.
    pub due_day: String,
    /// The month, as a number.
    pub due_month: String,
    /// The year, in four digits.
    pub due_year: String,
    /// One of [`Status::SLUGS`].
    pub status: String,
    /// Why it will not be done.
    pub reason: String,
    /// Anything else; may be empty.
    pub note: String,
    /// The version that the person saw; empty for a new item.
    pub version: String,
    /// Tells a form sent twice from two forms; empty for a change.
    pub once: String,
}

/// What is asked of those items only that follow from no answer.
type Wording = (String, u8, Option<Cost>);

impl PlanItemForm {
    /// The form that says what an item says.
    pub fn of(item: &PlanItem, version: u32) -> Self {
        let [due_day, due_month, due_year] = item.due.map(parts::parts_of).unwrap_or_default();
        let reason = match &item.status {
            Status::DecidedAgainst { reason } => reason.clone(),
            Status::ToDo | Status::InProgress | Status::Done { .. } => String::new(),
        };
        Self {
            text: item.text.clone(),
            priority: item.priority.to_string(),
            cost: item.cost.map(Cost::as_str).unwrap_or_default().into(),
            owner: item.owner.clone().unwrap_or_default(),
            due_day,
            due_month,
            due_year,
            status: item.status.slug().into(),
            reason,
            note: item.note.clone().unwrap_or_default(),
            version: version.to_string(),
            once: String::new(),
        }
    }

    /// What the form says of an item that was `before`; without one, of an item that somebody adds. `today` is the
    /// day in the United Kingdom.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `too-long`, `not-text`; at `due` also `day-invalid`.
    pub fn check(&self, today: NaiveDate, before: Option<&PlanItem>) -> Result<PlanItem, Errors> {
        let mut errors = Errors::none();
        let wording = match before {
            Some(item) if matches!(item.from, Origin::Answer { .. }) => {
                Some((item.text.clone(), item.priority, item.cost))
            }
            _ => self.wording(&mut errors),
        };
        let owner = parts::optional(&self.owner, OWNER_MAX).map_err(|code| errors.add("owner", code));
        let due = parts::optional_day([&self.due_day, &self.due_month, &self.due_year]);
        let due = due.map_err(|code| errors.add("due", code));
        let status = self.status(today, before, &mut errors);
        let note = parts::optional_lines(&self.note, NOTE_MAX).map_err(|code| errors.add("note", code));
        let from = before.map_or(Origin::Own, |item| item.from.clone());
        match (wording, owner, due, status, note) {
            (Some((text, priority, cost)), Ok(owner), Ok(due), Some(status), Ok(note)) => {
                Ok(PlanItem { from, text, priority, cost, owner, due, status, note })
            }
            _ => Err(errors),
        }
    }

    fn wording(&self, errors: &mut Errors) -> Option<Wording> {
        let text = one_line(&self.text, TEXT_MAX).map_err(|code| errors.add("text", code));
        let read = |text: &str| text.parse().ok().filter(|priority| (1..=LAST).contains(priority));
        let priority = parts::chosen(&self.priority, read).map_err(|code| errors.add("priority", code));
        let cost = match parts::chosen(&self.cost, Cost::from_slug) {
            Err("missing") => Ok(None),
            other => other.map(Some).map_err(|code| errors.add("cost", code)),
        };
        Some((text.ok()?, priority.ok()?, cost.ok()?))
    }

    fn status(&self, today: NaiveDate, before: Option<&PlanItem>, errors: &mut Errors) -> Option<Status> {
        match self.status.as_str() {
            "to-do" => Some(Status::ToDo),
            "in-progress" => Some(Status::InProgress),
            "done" => match before.map(|item| &item.status) {
                Some(Status::Done { on }) => Some(Status::Done { on: *on }),
                _ => Some(Status::Done { on: today }),
            },
            "decided-against" => {
                let reason = parts::lines(&self.reason, NOTE_MAX).map_err(|code| errors.add("reason", code));
                Some(Status::DecidedAgainst { reason: reason.ok()? })
            }
            "" => {
                errors.add("status", "missing");
                None
            }
            _ => {
                errors.add("status", "invalid");
                None
            }
        }
    }
}
