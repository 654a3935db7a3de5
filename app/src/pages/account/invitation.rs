//! Taking up an invitation.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, account::JoinForm},
    policy::act,
};
use leptos::prelude::*;
use store::{Invited, Secret, StoreError};

use super::{dead_link, password};
use crate::{
    Page, PageError,
    components::role,
    form::{Sent, Wrong},
    request::Ctx,
};

/// What one is invited to, and the form.
pub async fn get(ctx: Ctx, Path(link): Path<String>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::AcceptInvitation>(()).await?;
    let invited = match link.parse::<Secret>() {
        Ok(secret) => ctx.store.invitation(&permit, &secret).await,
        Err(error) => Err(error),
    };
    match invited {
        Ok(invited) => Ok(page(&invited, JoinForm::default(), Errors::none())),
        Err(error) => dead_link::or_fault(error),
    }
}

/// Opens the account, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(link): Path<String>,
    Sent(form): Sent<JoinForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::AcceptInvitation>(()).await?;
    let Ok(secret) = link.parse::<Secret>() else {
        return Ok(dead_link::or_fault(StoreError::NotFound)?.into_response());
    };
    let invited = match ctx.store.invitation(&permit, &secret).await {
        Ok(invited) => invited,
        Err(error) => return Ok(dead_link::or_fault(error)?.into_response()),
    };
    let checked = form.check().and_then(|join| {
        match password::weakness(&join.password, &[join.name.as_str(), invited.email.as_str()]) {
            Some(code) => Err(Errors::one("password", code)),
            None => Ok(join),
        }
    });
    let join = match checked {
        Ok(join) => join,
        Err(errors) => return Ok(page(&invited, form, errors).unprocessable().into_response()),
    };
    match ctx.store.accept_invitation(&permit, &secret, &join).await {
        Ok(_) => Ok(Redirect::to("/sign-in?done=joined").into_response()),
        Err(StoreError::Taken) => {
            let errors = Errors::one("name", "has-account");
            Ok(page(&invited, form, errors).unprocessable().into_response())
        }
        Err(error) => Ok(dead_link::or_fault(error)?.into_response()),
    }
}

fn page(invited: &Invited, form: JoinForm, errors: Errors) -> Page {
    let wrong = Wrong::worded(&errors, words);
    let (role, email) = (role::grant(&invited.grant), invited.email.as_str().to_owned());
    Page::new("Take up your invitation", move || view(&role, &email, &form, &wrong))
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("name", "missing") => "Enter your name",
        ("name", "too-long") => "Your name must be 100 characters or fewer",
        ("name", "has-account") => {
            "This email address has an account already. Ask whoever invited you to use another address"
        }
        ("name", _) => "Your name must not contain control characters",
        ("password", code) => password::words(code),
        _ => "Check this answer",
    }
}

fn view(role: &str, email: &str, form: &JoinForm, wrong: &Wrong) -> impl IntoView + use<> {
    let rows = vec![
        govuk::SummaryRow::new("Your role", role.to_owned()),
        govuk::SummaryRow::new("Your email address", email.to_owned()),
    ];
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Take up your invitation"</h1>
        <govuk::SummaryList rows=rows/>
        <form method="post" novalidate>
            <govuk::Input
                id="name"
                label="Your name"
                value=form.name.clone()
                error=wrong.text("name")
                autocomplete="name"
            />
            <govuk::PasswordInput
                id="password"
                label="Choose a password"
                hint="12 characters or more. Three words that do not belong together work well."
                error=wrong.text("password")
                autocomplete="new-password"
            />
            <govuk::Button>"Create account"</govuk::Button>
        </form>
    }
}
