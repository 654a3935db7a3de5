//! Signing in.

use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, account::SignInForm},
    policy::{Actor, act},
    scope::check::CheckResult,
};
use leptos::prelude::*;
use serde::Deserialize;
use store::SignInRefused;

use super::{pick, session};
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    pages::scope_check::carry,
    request::Ctx,
};

/// What brought somebody here.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Came {
    back: String,
    done: String,
}

/// The empty form.
pub async fn get(ctx: Ctx, Query(came): Query<Came>) -> Result<Page, PageError> {
    ctx.permit::<act::SignIn>(()).await?;
    let form = SignInForm { back: came.back, ..SignInForm::default() };
    let waiting = carry::carried(&ctx).await?;
    Ok(page(&ctx, form, Errors::none(), &came.done, waiting))
}

/// Signs in, or says that it did not work without saying why.
pub async fn post(ctx: Ctx, Sent(form): Sent<SignInForm>) -> Result<Response, PageError> {
    match sign_in(&ctx, &form).await? {
        Ok(actor) => {
            let next = match form.back() {
                Some(back) => back,
                None => carry::next(&ctx, &actor).await?.unwrap_or("/"),
            };
            Ok(Redirect::to(next).into_response())
        }
        Err(errors) => Ok(page(&ctx, form, errors, "", None).unprocessable().into_response()),
    }
}

/// Tries to sign in; answers who they are now, or what is wrong with the form.
///
/// # Errors
/// [`PageError::TooMany`] after too many tries, and whatever the store says.
pub async fn sign_in(ctx: &Ctx, form: &SignInForm) -> Result<Result<Actor, Errors>, PageError> {
    let permit = ctx.permit::<act::SignIn>(()).await?;
    let (email, password) = match form.check() {
        Ok(checked) => checked,
        Err(errors) => return Ok(Err(errors)),
    };
    match ctx.store.sign_in(&permit, &email, &password, &ctx.from.0).await {
        Ok(account) => Ok(Ok(session::start(ctx, account).await?)),
        Err(SignInRefused::Wrong) => Ok(Err(Errors::one("email", "wrong"))),
        Err(SignInRefused::TooMany) => Err(PageError::TooMany),
        Err(SignInRefused::Store(error)) => Err(error.into()),
    }
}

fn page(ctx: &Ctx, form: SignInForm, errors: Errors, done: &str, waiting: Option<CheckResult>) -> Page {
    let (demo, contact) = (ctx.demo, ctx.contact.to_string());
    let wrong = Wrong::worded(&errors, words);
    let news = news(done);
    Page::new("Sign in", move || view(&form, &wrong, news, waiting.as_ref(), demo, &contact))
}

/// What happened just before, in a sentence.
fn news(done: &str) -> Option<&'static str> {
    Some(match done {
        "signed-up" => {
            "If the address was new here, your account is open. If you had one already, it is as it was: \
             use the password you chose then."
        }
        "joined" => "Your account is open.",
        "invited" => {
            "If the address was new here, your account is open. If you had one already, it is as it was: \
             use the password you chose then. You can join the organisation after you have signed in."
        }
        "password" => "Your new password is set.",
        _ => return None,
    })
}

/// What is wrong with the sign-in form, in words.
pub fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("email", "missing") => "Enter your email address",
        ("email", "wrong") => "The email address or the password is not right",
        ("email", _) => "Enter an email address in the correct format, like name@example.com",
        ("password", _) => "Enter your password",
        _ => "Check this answer",
    }
}

fn view(
    form: &SignInForm,
    wrong: &Wrong,
    news: Option<&'static str>,
    waiting: Option<&CheckResult>,
    demo: bool,
    contact: &str,
) -> impl IntoView + use<> {
    let (mail, contact) = (format!("mailto:{contact}"), contact.to_owned());
    let banner = news.map(|news| {
        view! {
            <govuk::NotificationBanner title="Account">
                <p class="govuk-notification-banner__heading">"Now sign in"</p>
                <p class="govuk-body">{news}</p>
            </govuk::NotificationBanner>
        }
    });
    view! {
        {wrong.summary()}
        {banner}
        <h1 class="govuk-heading-l">"Sign in"</h1>
        {waiting.map(carry::waiting)}
        {demo.then(|| pick::list(""))}
        <form method="post" action="/sign-in" novalidate>
            <input type="hidden" name="back" value=form.back.clone()/>
            {fields(&form.email, wrong)}
        </form>
        <p class="govuk-body">
            "If you forgot your password, write to " <a class="govuk-link" href=mail>{contact}</a>
            " for a link to choose a new one."
        </p>
        <p class="govuk-body">
            "Access is logged and audited. Suspicious use is reported."
        </p>
    }
}

/// The fields to sign in with, and the button.
pub fn fields(email: &str, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <govuk::Input
            id="email"
            label="Email address"
            value=email.to_owned()
            error=wrong.text("email")
            input_type=govuk::InputType::Email
            autocomplete="username"
            spellcheck=false
        />
        <govuk::PasswordInput id="password" label="Password" error=wrong.text("password")/>
        <govuk::Button>"Sign in"</govuk::Button>
    }
}
