//! Somebody sent a form after their session had ended: nothing they typed is lost.

use axum::{
    body::to_bytes,
    extract::Request,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::prelude::*;

use super::again;
use crate::{
    Page, PageError, Portal,
    form::{LARGEST_FORM, Wrong, encoded},
    paths,
};

/// What is never kept.
const PASSWORDS: [&str; 2] = ["password", "old"];

/// A page to sign in on, which holds what was sent in one sealed field.
pub async fn keep_what_was_typed(portal: &Portal, request: Request) -> Result<Response, PageError> {
    let path = request.uri().path().to_owned();
    if is_file(&request) {
        let page = Page::new("You have been signed out", move || not_kept(&path));
        return Ok(page.with_status(StatusCode::UNAUTHORIZED).into_response());
    }
    let to = request.uri().path_and_query().map_or(path, |to| to.as_str().to_owned());
    let body = to_bytes(request.into_body(), LARGEST_FORM).await.map_err(|_| PageError::TooLarge)?;
    let mut fields: Vec<(String, String)> =
        serde_html_form::from_bytes(&body).map_err(|_| PageError::BadForm)?;
    fields.retain(|(name, _)| !PASSWORDS.contains(&name.as_str()));
    let fields = encoded(&fields);
    if fields.len() > LARGEST_FORM {
        return Err(PageError::TooLarge);
    }
    let sealed = portal.store.seal_typed(to, fields).await?;
    let demo = portal.demo;
    let page = Page::new("You have been signed out", move || {
        again::view(&sealed, "", &Wrong::nothing(), None, demo)
    });
    Ok(page.with_status(StatusCode::UNAUTHORIZED).into_response())
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
