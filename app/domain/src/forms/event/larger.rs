//! Is the event part of a larger one?

use serde::{Deserialize, Serialize};

use super::{keep_optional, slug, text};
use crate::{
    event::{Event, Larger, LargerEvent, Line},
    forms::{
        Errors,
        premises::{keep, known},
    },
    scope::Known,
};

/// The form about a larger event.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LargerForm {
    /// Whether there is one: `yes`, `no` or `not-sure`. The rest is only looked at for `yes`.
    pub larger: String,
    /// Its name.
    pub larger_name: String,
    /// Whether the SIA was notified of it: `yes`, `no` or `not-sure`.
    pub notified: String,
    /// The number that the SIA gave it; may be empty.
    pub sia_number: String,
    /// The version that the person saw.
    pub version: String,
}

impl LargerForm {
    /// The form for an event; blank where nothing was said yet.
    pub fn of(event: &Event) -> Self {
        let form = Self { version: event.version.to_string(), ..Self::default() };
        match &event.details.larger {
            None => form,
            Some(Larger::Nothing) => Self { larger: "no".into(), ..form },
            Some(Larger::NotSure) => Self { larger: "not-sure".into(), ..form },
            Some(Larger::PartOf(event)) => Self {
                larger: "yes".into(),
                larger_name: event.name.as_str().into(),
                notified: slug(event.notified).into(),
                sia_number: text(event.sia_number.as_ref()),
                ..form
            },
        }
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `too-long`, `not-text`.
    pub fn check(&self) -> Result<Larger, Errors> {
        let mut errors = Errors::none();
        match keep(&mut errors, "larger", known(&self.larger)) {
            None => Err(errors),
            Some(Known::No) => Ok(Larger::Nothing),
            Some(Known::NotSure) => Ok(Larger::NotSure),
            Some(Known::Yes) => {
                let name = keep(&mut errors, "larger_name", Line::new(&self.larger_name));
                let notified = keep(&mut errors, "notified", known(&self.notified));
                let sia_number = keep_optional(&mut errors, "sia_number", &self.sia_number);
                match (name, notified) {
                    (Some(name), Some(notified)) => {
                        errors.or(|| Larger::PartOf(LargerEvent { name, notified, sia_number }))
                    }
                    _ => Err(errors),
                }
            }
        }
    }
}
