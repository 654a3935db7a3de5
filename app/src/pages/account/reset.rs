//! A new password by a one-time link.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, account::NewPasswordForm},
    policy::act,
};
use leptos::prelude::*;
use store::{Secret, StoreError};

use super::{dead_link, password};
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    request::Ctx,
};

/// The form, as long as the link works.
pub async fn get(ctx: Ctx, Path(link): Path<String>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ResetPassword>(()).await?;
    let works = match link.parse::<Secret>() {
        Ok(secret) => ctx.store.reset_link(&permit, &secret).await,
        Err(error) => Err(error),
    };
    match works {
        Ok(()) => Ok(page(Errors::none())),
        Err(error) => dead_link::or_fault(error),
    }
}

/// Sets the password, or shows what is wrong with it.
pub async fn post(
    ctx: Ctx,
    Path(link): Path<String>,
    Sent(form): Sent<NewPasswordForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::ResetPassword>(()).await?;
    let Ok(secret) = link.parse::<Secret>() else {
        return Ok(dead_link::or_fault(StoreError::NotFound)?.into_response());
    };
    // Before the form: what is wrong with a password says nothing about the link.
    if let Err(error) = ctx.store.reset_link(&permit, &secret).await {
        return Ok(dead_link::or_fault(error)?.into_response());
    }
    let checked = form.check().and_then(|new| match password::weakness(&new, &[]) {
        Some(code) => Err(Errors::one("password", code)),
        None => Ok(new),
    });
    match checked {
        Ok(new) => match ctx.store.reset_password(&permit, &secret, &new).await {
            Ok(()) => Ok(Redirect::to("/sign-in?done=password").into_response()),
            Err(error) => Ok(dead_link::or_fault(error)?.into_response()),
        },
        Err(errors) => Ok(page(errors).unprocessable().into_response()),
    }
}

fn page(errors: Errors) -> Page {
    let wrong = Wrong::worded(&errors, |_, code| password::words(code));
    Page::new("Choose a new password", move || {
        view! {
            {wrong.summary()}
            <h1 class="govuk-heading-l">"Choose a new password"</h1>
            <p class="govuk-body">"You will be signed out everywhere."</p>
            <form method="post" novalidate>
                <govuk::PasswordInput
                    id="password"
                    label="New password"
                    hint="12 characters or more. Three words that do not belong together work well."
                    error=wrong.text("password")
                    autocomplete="new-password"
                />
                <govuk::Button>"Set password"</govuk::Button>
            </form>
        }
    })
}
