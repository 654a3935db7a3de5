//! One's own account: what is kept, another password, signing out everywhere.

use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, account::ChangePasswordForm},
    policy::act,
};
use leptos::prelude::*;
use serde::Deserialize;
use store::{OwnAccount, SignInRefused};

use super::{password, session, sign_out};
use crate::{
    Page, PageError,
    components::role,
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// What brought somebody here.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Came {
    done: String,
}

/// The account, and the form for another password.
pub async fn get(ctx: Ctx, Query(came): Query<Came>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ManageOwnAccount>(()).await?;
    let account = ctx.store.own_account(&permit).await?;
    Ok(page(&ctx, &account, Errors::none(), came.done == "password"))
}

/// Changes the password, or shows what is wrong.
pub async fn post(ctx: Ctx, Sent(form): Sent<ChangePasswordForm>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::ManageOwnAccount>(()).await?;
    let account = ctx.store.own_account(&permit).await?;
    let known = [account.name.as_str(), account.email.as_str()];
    let checked = form.check().and_then(|change| match password::weakness(&change.new, &known) {
        Some(code) => Err(Errors::one("password", code)),
        None => Ok(change),
    });
    let refused = |errors| Ok(page(&ctx, &account, errors, false).unprocessable().into_response());
    let change = match checked {
        Ok(change) => change,
        Err(errors) => return refused(errors),
    };
    match ctx.store.change_password(&permit, &change, &ctx.from.0).await {
        Ok(()) => {
            session::start(&ctx, ctx.account()?).await?;
            Ok(Redirect::to("/account?done=password").into_response())
        }
        Err(SignInRefused::Wrong) => refused(Errors::one("old", "wrong")),
        Err(SignInRefused::TooMany) => Err(PageError::TooMany),
        Err(SignInRefused::Store(error)) => Err(error.into()),
    }
}

/// Ends every session of the account.
pub async fn sign_out_everywhere(ctx: Ctx) -> Result<Redirect, PageError> {
    let permit = ctx.permit::<act::ManageOwnAccount>(()).await?;
    ctx.store.sign_out_everywhere(&permit).await?;
    sign_out::leave(&ctx).await
}

fn page(ctx: &Ctx, account: &OwnAccount, errors: Errors, changed: bool) -> Page {
    let wrong = Wrong::worded(&errors, words);
    let grants = ctx.viewer.actor.grants();
    let roles = grants.iter().map(role::grant).collect::<Vec<_>>().join("; ");
    let account = account.clone();
    Page::new("Your account", move || view(&account, &roles, &wrong, changed))
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("old", "missing") => "Enter your current password",
        ("old", _) => "This is not your current password",
        ("password", "missing") => "Enter a new password",
        ("password", "same") => "Your new password must differ from your current one",
        (_, code) => password::words(code),
    }
}

fn view(account: &OwnAccount, roles: &str, wrong: &Wrong, changed: bool) -> impl IntoView + use<> {
    let banner = changed.then(|| {
        view! {
            <govuk::NotificationBanner title="Success" kind=govuk::BannerKind::Success>
                <p class="govuk-notification-banner__heading">"Your password is changed"</p>
                <p class="govuk-body">"Every other browser that was signed in is signed out."</p>
            </govuk::NotificationBanner>
        }
    });
    let rows = vec![
        govuk::SummaryRow::new("Name", account.name.as_str()),
        govuk::SummaryRow::new("Email address", account.email.as_str()),
        govuk::SummaryRow::new("Role", if roles.is_empty() { "None" } else { roles }),
        govuk::SummaryRow::new("Signed-in browsers", account.sessions.to_string()),
    ];
    let email = account.email.as_str().to_owned();
    view! {
        {wrong.summary()}
        {banner}
        <h1 class="govuk-heading-l">"Your account"</h1>
        <govuk::SummaryList rows=rows/>
        <form method="post" action=paths::SIGN_OUT_EVERYWHERE novalidate>
            <govuk::Button kind=govuk::ButtonKind::Secondary>"Sign out everywhere"</govuk::Button>
        </form>
        <h2 class="govuk-heading-m">"Change your password"</h2>
        <p class="govuk-body">"Every other browser that is signed in to your account is signed out."</p>
        <form method="post" action="/account" novalidate>
            // Tells a password manager whose password this is; not sent.
            <input type="text" autocomplete="username" value=email readonly hidden/>
            <govuk::PasswordInput
                id="old"
                label="Your current password"
                error=wrong.text("old")
            />
            <govuk::PasswordInput
                id="password"
                label="New password"
                hint="12 characters or more. Three words that do not belong together work well."
                error=wrong.text("password")
                autocomplete="new-password"
            />
            <govuk::Button>"Change password"</govuk::Button>
        </form>
    }
}
