//! Opening an account as a venue operator.

use axum::response::{IntoResponse, Redirect, Response};
use domain::{
    forms::{Errors, account::SignUpForm},
    policy::act,
    scope::check::CheckResult,
};
use leptos::prelude::*;

use super::password;
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    pages::scope_check::carry,
    request::Ctx,
};

/// The empty form.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::SignUp>(()).await?;
    let waiting = carry::carried(&ctx).await?;
    Ok(page(SignUpForm::default(), Errors::none(), waiting))
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
        Err(errors) => Ok(page(form, errors, carry::carried(&ctx).await?).unprocessable().into_response()),
    }
}

fn page(form: SignUpForm, errors: Errors, waiting: Option<CheckResult>) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new("Create an account", move || view(&form, &wrong, waiting.as_ref()))
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

fn view(form: &SignUpForm, wrong: &Wrong, waiting: Option<&CheckResult>) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Create an account"</h1>
        {waiting.map(|found| view! {
            {carry::waiting(found)}
            <p class="govuk-body">
                "If you have an account, " <a class="govuk-link" href="/sign-in">"sign in"</a> "."
            </p>
        })}
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
