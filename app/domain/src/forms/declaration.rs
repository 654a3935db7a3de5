//! Who says that the answers are right?

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Errors;
use crate::{account::one_line, submission::Declaration};

#[cfg(test)]
mod tests;

/// The longest name or role, in characters.
const LONGEST: usize = 100;

/// The form to make the declaration and send the answers.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeclarationForm {
    /// The name of whoever makes it.
    pub name: String,
    /// Their role at the premises.
    pub role: String,
    /// `yes` when the box was ticked.
    pub agree: String,
    /// Tells a form sent twice from two forms.
    pub once: String,
}

impl DeclarationForm {
    /// What the form says. `today` is the day in the United Kingdom.
    ///
    /// # Errors
    /// For `name` and `role`: `missing`, `too-long`, `not-text`; for `agree`: `missing`.
    pub fn check(&self, today: NaiveDate) -> Result<Declaration, Errors> {
        let mut errors = Errors::none();
        let mut line = |field, text: &str| {
            one_line(text, LONGEST).map_err(|code| errors.add(field, code)).unwrap_or_default()
        };
        let (name, role) = (line("name", &self.name), line("role", &self.role));
        if self.agree != "yes" {
            errors.add("agree", "missing");
        }
        errors.or(|| Declaration { name, role, on: today })
    }
}
