//! Somebody sent a form after their session had ended: nothing they typed is lost.

use axum::{
    body::to_bytes,
    extract::Request,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::prelude::*;

use crate::{Page, PageError, form::LARGEST_FORM, paths};

/// A page that holds what was sent, to send again after signing in beside it.
pub async fn keep_what_was_typed(request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if is_file(&request) {
        return Page::new("You have been signed out", move || not_kept(&path))
            .with_status(StatusCode::UNAUTHORIZED)
            .into_response();
    }
    let Ok(body) = to_bytes(request.into_body(), LARGEST_FORM).await else {
        return PageError::TooLarge.into_response();
    };
    let Ok(fields) = serde_html_form::from_bytes::<Vec<(String, String)>>(&body) else {
        return PageError::BadForm.into_response();
    };
    let fields: Vec<_> =
        fields.into_iter().filter(|(name, _)| !matches!(name.as_str(), "password" | "old")).collect();
    Page::new("You have been signed out", move || view(&path, &fields))
        .with_status(StatusCode::UNAUTHORIZED)
        .into_response()
}

/// A form with a file is too large to hold in a page.
fn is_file(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

fn not_kept(path: &str) -> impl IntoView + use<> {
    view! {
        <h1 class="govuk-heading-l">"You have been signed out"</h1>
        <p class="govuk-body">"Nothing was saved, and your file was not kept. Sign in, and send it again."</p>
        <govuk::ButtonLink href=paths::sign_in_and_back(path)>"Sign in"</govuk::ButtonLink>
    }
}

fn view(path: &str, fields: &[(String, String)]) -> impl IntoView + use<> {
    let hidden: Vec<_> = fields
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> })
        .collect();
    let path = path.to_owned();
    view! {
        <h1 class="govuk-heading-l">"You have been signed out"</h1>
        <p class="govuk-body">"Nothing was saved yet, and what you typed is kept on this page. To save it:"</p>
        <ol class="govuk-list govuk-list--number">
            <li>
                <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener">
                    "Sign in (opens in a new tab)"
                </a>
            </li>
            <li>"Come back to this tab and choose the button below"</li>
        </ol>
        <form method="post" action=path>
            {hidden}
            <govuk::Button>"Send what I typed"</govuk::Button>
        </form>
    }
}
