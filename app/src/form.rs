//! Form bodies in, errors out.

use axum::{
    body::to_bytes,
    extract::{FromRequest, Request},
    http::header,
};
use domain::forms::Errors;
use govuk::ErrorItem;
use leptos::prelude::*;
use serde::de::DeserializeOwned;

use crate::{PageError, Portal};

/// The most that a form of this portal can hold, in bytes.
pub const LARGEST_FORM: usize = 64 * 1024;

/// The most that a form about many premises can hold, in bytes: two thousand of them with a version each.
pub const LARGEST_LIST: usize = 192 * 1024;

/// The most that a form with another form sealed in it can hold, in bytes: two digits for each byte of that one.
pub const LARGEST_SEALED: usize = 3 * LARGEST_FORM;

/// A form that somebody sent. Unknown fields are refused, repeated ones kept.
pub struct Sent<T>(pub T);

/// The same, of at most so many bytes.
pub struct SentUpTo<T, const MOST: usize>(pub T);

impl<T: DeserializeOwned> FromRequest<Portal> for Sent<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, portal: &Portal) -> Result<Self, PageError> {
        let SentUpTo(form) = SentUpTo::<T, LARGEST_FORM>::from_request(request, portal).await?;
        Ok(Self(form))
    }
}

impl<T: DeserializeOwned, const MOST: usize> FromRequest<Portal> for SentUpTo<T, MOST> {
    type Rejection = PageError;

    async fn from_request(request: Request, _: &Portal) -> Result<Self, PageError> {
        let is_form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"));
        if !is_form {
            return Err(PageError::BadForm);
        }
        let body = to_bytes(request.into_body(), MOST).await.map_err(|_| PageError::TooLarge)?;
        serde_html_form::from_bytes(&body).map(Self).map_err(|_| PageError::BadForm)
    }
}

/// What is wrong with a form, in a page's words.
#[derive(Clone, Default)]
pub struct Wrong(Vec<(String, String)>);

impl Wrong {
    /// Nothing is wrong.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// One thing is wrong.
    pub fn one(field: &str, sentence: impl Into<String>) -> Self {
        Self(vec![(field.to_owned(), sentence.into())])
    }

    /// Errors, worded by the page: field and code in, a sentence out.
    pub fn worded<W: Into<String>>(errors: &Errors, words: impl Fn(&str, &str) -> W) -> Self {
        let word = |error: &domain::forms::FieldError| {
            (error.field.to_string(), words(&error.field, &error.code).into())
        };
        Self(errors.iter().map(word).collect())
    }

    /// Errors, worded by the page from the whole error.
    pub fn of(errors: &Errors, words: impl Fn(&domain::forms::FieldError) -> String) -> Self {
        Self(errors.iter().map(|error| (error.field.to_string(), words(error))).collect())
    }

    /// Whether nothing is wrong.
    pub fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// The sentence that comes first.
    pub fn first(&self) -> Option<&str> {
        self.0.first().map(|(_, text)| text.as_str())
    }

    /// The sentence for one field.
    pub fn text(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, text)| text.clone())
    }

    /// The error summary above the page's heading; nothing when nothing is wrong.
    pub fn summary(&self) -> impl IntoView + use<> {
        let errors: Vec<_> =
            self.0.iter().map(|(field, text)| ErrorItem::new(text.as_str(), format!("#{field}"))).collect();
        view! { <govuk::ErrorSummary errors=errors/> }
    }
}

/// The fields of a form that came in the address, repeated ones kept; none when it is no form.
pub fn query(raw: Option<&str>) -> Vec<(String, String)> {
    serde_html_form::from_str(raw.unwrap_or_default()).unwrap_or_default()
}

/// Fields as a form sends them.
pub fn encoded(fields: &[(String, String)]) -> String {
    // Names and values of text always make a form.
    serde_html_form::to_string(fields).unwrap_or_default()
}

/// A mark for a form that creates something: sent twice, it creates it once.
pub fn new_mark() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// The mark of a form that was sent.
///
/// # Errors
/// [`PageError::BadForm`] when there is none.
pub fn read_mark(text: &str) -> Result<uuid::Uuid, PageError> {
    uuid::Uuid::parse_str(text).map_err(|_| PageError::BadForm)
}
