//! Signing in again after a session ended, with what was typed into a form meanwhile.
//!
//! What was typed rides sealed in the page, and is shown to whoever signs in there: saving it takes
//! their own click, under their own name, as the policy lets them.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, account::SignInForm},
    policy::{Role, act},
};
use leptos::prelude::*;
use serde::{Deserialize, de::DeserializeOwned};
use store::{StoreError, Typed};

use super::{pick, sign_in};
use crate::{
    Page, PageError,
    form::{LARGEST_SEALED, SentUpTo, Wrong, query},
    paths,
    request::Ctx,
};

/// The sign-in form with what was typed before.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AgainForm {
    /// The sealed form.
    typed: String,
    email: String,
    password: String,
}

/// Signs in and goes on with what was typed. Whatever goes wrong, the page keeps it.
pub async fn post(
    ctx: Ctx,
    SentUpTo(form): SentUpTo<AgainForm, LARGEST_SEALED>,
) -> Result<Response, PageError> {
    ctx.permit::<act::SignInAgain>(()).await?;
    let AgainForm { typed, email, password } = form;
    open(&ctx, &typed).await?;
    // Somebody who signed in elsewhere meanwhile goes on as who they are.
    if ctx.viewer.actor.has(Role::Anonymous) {
        let form = SignInForm { email: email.clone(), password, back: String::new() };
        let kept = |errors: Errors, why| {
            let (email, demo) = (email.clone(), ctx.demo);
            let wrong = Wrong::worded(&errors, sign_in::words);
            let typed = typed.clone();
            Page::new("You have been signed out", move || view(&typed, &email, &wrong, why, demo))
        };
        match sign_in::sign_in(&ctx, &form).await {
            Ok(Ok(_)) => {}
            Ok(Err(errors)) => return Ok(kept(errors, None).unprocessable().into_response()),
            Err(PageError::TooMany) => {
                let why = "Too many tries. Wait a few minutes, then try again.";
                let page = kept(Errors::none(), Some(why)).with_status(StatusCode::TOO_MANY_REQUESTS);
                let mut response = page.into_response();
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("300"));
                return Ok(response);
            }
            Err(PageError::TryLater) => {
                let why = "The service is busy. Try again in a moment.";
                let page = kept(Errors::none(), Some(why)).with_status(StatusCode::SERVICE_UNAVAILABLE);
                return Ok(page.into_response());
            }
            Err(error) => return Err(error),
        }
    }
    Ok(go_on(&ctx, typed).await?.into_response())
}

/// Keeps what was typed in the session that has begun, and leads to where it can be saved.
///
/// # Errors
/// [`PageError::BadForm`] when it is not what was sealed here.
pub async fn go_on(ctx: &Ctx, sealed: String) -> Result<Redirect, PageError> {
    let Some(typed) = open(ctx, &sealed).await? else { return Ok(Redirect::to(paths::SIGN_IN_AGAIN)) };
    ctx.session.insert(Typed::KEY, sealed).await.map_err(fault)?;
    Ok(Redirect::to(if paths::is_question(typed.path()) { &typed.to } else { paths::SIGN_IN_AGAIN }))
}

/// What was typed into a form without a page that shows it filled in: to be sent again.
pub async fn get(ctx: Ctx) -> Result<Response, PageError> {
    ctx.permit::<act::SignInAgain>(()).await?;
    if ctx.viewer.actor.has(Role::Anonymous) {
        return Ok(Redirect::to("/sign-in").into_response());
    }
    let page = match kept(&ctx).await? {
        Some(typed) if paths::is_question(typed.path()) => return Ok(Redirect::to(&typed.to).into_response()),
        Some(typed) => Page::new("Send what you typed", move || send(&typed)),
        None => Page::new("What you typed is gone", gone),
    };
    Ok(page.into_response())
}

/// What was typed into the form at this path before the session ended, not saved yet.
pub async fn typed<F: DeserializeOwned>(ctx: &Ctx, path: &str) -> Result<Option<F>, PageError> {
    let typed = kept(ctx).await?.filter(|typed| typed.path() == path);
    Ok(typed.and_then(|typed| serde_html_form::from_str(&typed.fields).ok()))
}

/// Forgets what was typed into the form at this path: it is saved, or is not to be.
pub async fn forget(ctx: &Ctx, path: &str) -> Result<(), PageError> {
    if kept(ctx).await?.is_some_and(|typed| typed.path() == path) {
        ctx.session.remove::<String>(Typed::KEY).await.map_err(fault)?;
    }
    Ok(())
}

async fn kept(ctx: &Ctx) -> Result<Option<Typed>, PageError> {
    match ctx.session.get::<String>(Typed::KEY).await.map_err(fault)? {
        Some(sealed) => open(ctx, &sealed).await,
        None => Ok(None),
    }
}

async fn open(ctx: &Ctx, sealed: &str) -> Result<Option<Typed>, PageError> {
    match ctx.store.open_typed(sealed).await {
        Err(StoreError::Sealed | StoreError::Unreadable(_)) => Err(PageError::BadForm),
        opened => Ok(opened?),
    }
}

fn fault(error: tower_sessions::session::Error) -> PageError {
    PageError::Fault(error.to_string())
}

/// The page to sign in again, with what was typed sealed in it.
pub fn view(
    sealed: &str,
    email: &str,
    wrong: &Wrong,
    why: Option<&'static str>,
    demo: bool,
) -> impl IntoView + use<> {
    let sealed = sealed.to_owned();
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"You have been signed out"</h1>
        {why.map(|why| view! { <govuk::InsetText>{why}</govuk::InsetText> })}
        <p class="govuk-body">
            "Nothing was saved yet. What you typed is kept on this page for a day, encrypted. Sign in here, and you get it back."
        </p>
        {demo.then(|| pick::list(&sealed))}
        <form method="post" action=paths::SIGN_IN_AGAIN novalidate>
            <input type="hidden" name="typed" value=sealed/>
            {sign_in::fields(email, wrong)}
        </form>
    }
}

fn send(typed: &Typed) -> impl IntoView + use<> {
    let hidden: Vec<_> = query(Some(&typed.fields))
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    view! {
        <h1 class="govuk-heading-l">"Send what you typed"</h1>
        <p class="govuk-body">
            "You are signed in again. What you typed before is kept, and nothing of it was saved yet. Passwords were not kept."
        </p>
        <form method="post" action=typed.to.clone()>
            {hidden}
            <govuk::Button>"Send what I typed"</govuk::Button>
        </form>
    }
}

fn gone() -> impl IntoView {
    view! {
        <h1 class="govuk-heading-l">"What you typed is gone"</h1>
        <p class="govuk-body">
            "You are signed in. What you type before you sign in again is kept for a day, and then it is gone. Nothing of it was saved."
        </p>
        <p class="govuk-body">
            <a class="govuk-link" href="/">"Go to the start page"</a>
        </p>
    }
}
