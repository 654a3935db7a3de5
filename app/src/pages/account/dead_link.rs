//! A one-time link that does not work: wrong, used and too old look the same.

use axum::http::StatusCode;
use leptos::prelude::*;
use store::StoreError;

use crate::{Page, PageError};

/// The answer to a one-time link that leads nowhere; other errors stay what they are.
pub fn or_fault(error: StoreError) -> Result<Page, PageError> {
    match error {
        StoreError::NotFound => Ok(page()),
        other => Err(other.into()),
    }
}

fn page() -> Page {
    Page::new("This link does not work", || {
        view! {
            <h1 class="govuk-heading-l">"This link does not work"</h1>
            <p class="govuk-body">"It may have been used already, or it may be too old."</p>
            <p class="govuk-body">
                "Check that the whole link was copied. If it still does not work, ask whoever gave it to you for another."
            </p>
            <p class="govuk-body">
                <a class="govuk-link" href="/">"Go to the start page"</a>
            </p>
        }
    })
    .with_status(StatusCode::NOT_FOUND)
}
