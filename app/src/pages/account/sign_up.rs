//! Opening an account as a venue operator.

use axum::response::{IntoResponse, Redirect, Response};
use domain::{
    forms::{Errors, account::SignUpForm},
    policy::act,
};
use leptos::prelude::*;

use super::password;
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    request::Ctx,
};

/// The empty form.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::SignUp>(()).await?;
    Ok(page(SignUpForm::default(), Errors::none()))
}

/// Opens the account, or shows what is wrong.
pub async fn post(ctx: Ctx, Sent(form): Sent<SignUpForm>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::SignUp>(()).await?;
    let checked = form.check().and_then(|sign_up| {
        let known = [sign_up.name.as_str(), sign_up.email.as_str()];
        match password::weakness(&sign_up.password, &known) {
            Some(code) => Err(Errors::one("password", code)),
            None => Ok(sign_up),
        }
    });
    match checked {
        Ok(sign_up) => {
            ctx.store.sign_up(&permit, &sign_up).await?;
            Ok(Redirect::to("/sign-in?done=signed-up").into_response())
        }
        Err(errors) => Ok(page(form, errors).unprocessable().into_response()),
    }
}

fn page(form: SignUpForm, errors: Errors) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new("Create an account", move || view(&form, &wrong))
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("name", "missing") => "Enter your name",
        ("name", "too-long") => "Your name must be 100 characters or fewer",
        ("name", _) => "Your name must not contain control characters",
        ("email", "missing") => "Enter your email address",
        ("email", _) => "Enter an email address in the correct format, like name@example.com",
        ("password", code) => password::words(code),
        _ => "Check this answer",
    }
}

fn view(form: &SignUpForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Create an account"</h1>
        <p class="govuk-body">"For people who run premises. Advisers and councils get an invitation."</p>
        <form method="post" novalidate>
            <govuk::Input
                id="name"
                label="Your name"
                value=form.name.clone()
                error=wrong.text("name")
                autocomplete="name"
            />
            <govuk::Input
                id="email"
                label="Email address"
                hint="You sign in with it"
                value=form.email.clone()
                error=wrong.text("email")
                input_type=govuk::InputType::Email
                autocomplete="email"
                spellcheck=false
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
