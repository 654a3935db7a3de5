//! What a handler answers when it has no page.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use store::StoreError;

use crate::{Page, paths};

/// Why a request got no page of its own. Each variant names its status.
///
/// Wrong input is no error but a page with 422.
#[derive(Debug)]
pub enum PageError {
    /// 404. There is no such thing, or not for this person: the two look the same.
    NotFound,
    /// 303 to the sign-in page, which leads back here.
    SignIn {
        /// The page to go back to.
        back: String,
    },
    /// 400. Not a form of this portal: an unknown field, or not form data at all.
    BadForm,
    /// 405. The address is there, but not for this method.
    MethodNotAllowed,
    /// 409. Its state does not allow it: changed since the page was opened, or a step comes first.
    Closed,
    /// 409. Somebody else changed the same thing; nothing was overwritten.
    Conflict,
    /// 413. More text than a form of this portal can hold.
    TooLarge,
    /// 429. Too many tries.
    TooMany,
    /// 503. Trying again may work.
    TryLater,
    /// 500. The log has the reason; the page has the request's reference.
    Fault(String),
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Conflict | StoreError::Taken => Self::Conflict,
            StoreError::Closed => Self::Closed,
            StoreError::Busy | StoreError::Unavailable => Self::TryLater,
            other => Self::Fault(other.to_string()),
        }
    }
}

impl From<domain::policy::Denied> for PageError {
    fn from(_: domain::policy::Denied) -> Self {
        Self::NotFound
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        match self {
            Self::SignIn { back } => Redirect::to(&paths::sign_in_and_back(&back)).into_response(),
            Self::NotFound => page(
                StatusCode::NOT_FOUND,
                "Page not found",
                &[
                    "If you typed the address, check it is correct.",
                    "If you followed a link, you may not have access to what it leads to.",
                ],
            ),
            Self::MethodNotAllowed => page(
                StatusCode::METHOD_NOT_ALLOWED,
                "That cannot be done here",
                &["Open the page again and use its buttons."],
            ),
            Self::BadForm => page(
                StatusCode::BAD_REQUEST,
                "The form could not be read",
                &["Go back, reload the page and try again."],
            ),
            Self::Closed => page(
                StatusCode::CONFLICT,
                "This cannot be done now",
                &[
                    "Things changed since you opened the page, or another step comes first. Nothing was overwritten.",
                    "Go back and reload the page: it shows how things stand and what you can do next.",
                    "If you are a CTSA, take the case up and confirm authority before you return it or record advice.",
                ],
            ),
            Self::Conflict => page(
                StatusCode::CONFLICT,
                "Somebody else changed this",
                &[
                    "It was saved by somebody else since you opened the page. Nothing was overwritten.",
                    "Go back and reload the page to see what they saved, then make your change again.",
                ],
            ),
            Self::TooLarge => page(
                StatusCode::PAYLOAD_TOO_LARGE,
                "That is too much text",
                &["Go back, shorten the text and try again. Nothing was saved."],
            ),
            Self::TooMany => {
                let mut response = page(
                    StatusCode::TOO_MANY_REQUESTS,
                    "Too many tries",
                    &["Wait a few minutes, then try again."],
                );
                response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("300"));
                response
            }
            Self::TryLater => page(
                StatusCode::SERVICE_UNAVAILABLE,
                "Sorry, the service is busy",
                &["Nothing was saved. Go back and try again in a moment."],
            ),
            Self::Fault(reason) => {
                tracing::error!(reason, "fault");
                fault()
            }
        }
    }
}

/// The page for a fault. The `render` layer adds the request's reference.
pub fn fault() -> Response {
    page(
        StatusCode::INTERNAL_SERVER_ERROR,
        "Sorry, there is a problem with the service",
        &["Try again later. Answers you saved before are kept."],
    )
}

fn page(status: StatusCode, title: &'static str, lines: &'static [&'static str]) -> Response {
    Page::new(title, move || {
        view! {
            <h1 class="govuk-heading-l">{title}</h1>
            {lines.iter().map(|line| view! { <p class="govuk-body">{*line}</p> }).collect_view()}
            <p class="govuk-body">
                <a class="govuk-link" href="/">"Go to the start page"</a>
            </p>
        }
    })
    .with_status(status)
    .into_response()
}
