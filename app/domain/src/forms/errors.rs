//! Field errors, in the order of the fields on the page.

use std::borrow::Cow;

use validator::{ValidationErrors, ValidationErrorsKind};

/// One thing that is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name in the form, which is also its element id on the page.
    pub field: Cow<'static, str>,
    /// What is wrong, as a code that the page has words for.
    pub code: Cow<'static, str>,
}

/// All that is wrong with a form; empty when nothing is.
#[derive(Clone, Debug, Default)]
pub struct Errors {
    list: Vec<FieldError>,
    fields: &'static [&'static str],
}

impl PartialEq for Errors {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl Eq for Errors {}

impl Errors {
    /// No errors.
    pub fn none() -> Self {
        Self::default()
    }

    /// No errors, of a form with these fields: whatever is found first, the errors stand in their
    /// order. What is none of the fields stands where it was added, after them.
    pub fn in_order_of(fields: &'static [&'static str]) -> Self {
        Self { list: Vec::new(), fields }
    }

    /// A single error.
    pub fn one(field: impl Into<Cow<'static, str>>, code: impl Into<Cow<'static, str>>) -> Self {
        let mut errors = Self::none();
        errors.add(field, code);
        errors
    }

    /// Adds an error, unless the field has one already: a person mends one thing at a time.
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, code: impl Into<Cow<'static, str>>) {
        let field = field.into();
        if self.of(&field).is_none() {
            let place = self.place(&field);
            let at = self.list.partition_point(|before| self.place(&before.field) <= place);
            self.list.insert(at, FieldError { field, code: code.into() });
        }
    }

    /// Where a field stands on the page. The parts of a day stand for the day, and a field that is
    /// there several times, such as `for_public-6`, for each of them.
    fn place(&self, field: &str) -> usize {
        let is = |known: &&str| {
            known.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest == "_day")
                || field.strip_prefix(*known).is_some_and(|rest| rest.starts_with('-'))
        };
        self.fields.iter().position(is).unwrap_or(self.fields.len())
    }

    /// The code of a field's error.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.list.iter().find(|error| error.field == field).map(|error| &*error.code)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The errors, in page order.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.list.iter()
    }

    /// `Ok` with the value when nothing is wrong.
    ///
    /// # Errors
    /// These errors, when there are any.
    pub fn or<T>(self, value: impl FnOnce() -> T) -> Result<T, Self> {
        if self.is_empty() { Ok(value()) } else { Err(self) }
    }

    /// Takes over what `validator` found, in the order that `fields` names them.
    pub fn from_validator(found: &ValidationErrors, fields: &'static [&'static str]) -> Self {
        let mut errors = Self::in_order_of(fields);
        for field in fields {
            if let Some(ValidationErrorsKind::Field(list)) = found.errors().get(*field)
                && let Some(first) = list.first()
            {
                errors.add(*field, first.code.clone());
            }
        }
        for field in found.errors().keys() {
            if !fields.contains(&field.as_ref()) {
                errors.add(field.to_string(), "invalid");
            }
        }
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_stand_in_the_order_of_the_page_however_they_were_found() {
        let mut errors = Errors::in_order_of(&["name", "on_day", "on_month", "use", "for_public", "note"]);
        for field in ["note", "for_public-6", "elsewhere", "on", "for_public-1", "name", "name"] {
            errors.add(field.to_owned(), "missing");
        }
        let found: Vec<_> = errors.iter().map(|error| &*error.field).collect();
        assert_eq!(found, ["name", "on", "for_public-6", "for_public-1", "note", "elsewhere"]);
    }
}
