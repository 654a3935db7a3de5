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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(Vec<FieldError>);

impl Errors {
    /// No errors.
    pub fn none() -> Self {
        Self::default()
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
            self.0.push(FieldError { field, code: code.into() });
        }
    }

    /// The code of a field's error.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|error| error.field == field).map(|error| &*error.code)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The errors, in page order.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }

    /// `Ok` with the value when nothing is wrong.
    ///
    /// # Errors
    /// These errors, when there are any.
    pub fn or<T>(self, value: impl FnOnce() -> T) -> Result<T, Self> {
        if self.is_empty() { Ok(value()) } else { Err(self) }
    }

    /// Takes over what `validator` found, in the order that `fields` names them.
    pub fn from_validator(found: &ValidationErrors, fields: &[&'static str]) -> Self {
        let mut errors = Self::none();
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
