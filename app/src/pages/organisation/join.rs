//! Taking up an invitation to act for an organisation: open an account or sign in, and join.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, account::JoinForm},
    organisation::MemberRole,
    policy::act,
};
use leptos::prelude::*;
use store::{InvitedMember, JoinRefused, Secret, StoreError};

use super::role_name;
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    pages::account::{dead_link, password},
    paths,
    request::Ctx,
};

/// What one is invited to, and the way to take it up.
pub async fn get(ctx: Ctx, Path(link): Path<String>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::JoinOrganisation>(()).await?;
    let invited = match link.parse::<Secret>() {
        Ok(secret) => ctx.store.member_invitation(&permit, &secret).await,
        Err(error) => Err(error),
    };
    match invited {
        Ok(invited) if permit.actor().is_none() => {
            Ok(newcomer(invited, link, JoinForm::default(), &Errors::none()))
        }
        Ok(invited) if ctx.viewer.actor.organisation().is_some() => Ok(account(invited, Some(ACTS_ALREADY))),
        Ok(invited) => Ok(account(invited, None)),
        Err(error) => dead_link::or_fault(error),
    }
}

/// Joins with the account that is signed in; opens one for somebody who is not.
pub async fn post(
    ctx: Ctx,
    Path(link): Path<String>,
    Sent(form): Sent<JoinForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::JoinOrganisation>(()).await?;
    let Ok(secret) = link.parse::<Secret>() else {
        return Ok(dead_link::or_fault(StoreError::NotFound)?.into_response());
    };
    let invited = match ctx.store.member_invitation(&permit, &secret).await {
        Ok(invited) => invited,
        Err(error) => return Ok(dead_link::or_fault(error)?.into_response()),
    };
    if permit.actor().is_some() {
        return match ctx.store.join_organisation(&permit, &secret).await {
            Ok(_) => Ok(Redirect::to(paths::PREMISES).into_response()),
            Err(JoinRefused::AnotherAddress) => {
                Ok(account(invited, Some(ANOTHER_ADDRESS)).unprocessable().into_response())
            }
            Err(JoinRefused::ActsAlready) => {
                Ok(account(invited, Some(ACTS_ALREADY)).unprocessable().into_response())
            }
            Err(JoinRefused::Store(error)) => Ok(dead_link::or_fault(error)?.into_response()),
        };
    }
    let checked = form.check().and_then(|join| {
        match password::weakness(&join.password, &[join.name.as_str(), invited.email.as_str()]) {
            Some(code) => Err(Errors::one("password", code)),
            None => Ok(join),
        }
    });
    match checked {
        Ok(join) => {
            ctx.store.open_account_to_join(&permit, &secret, &join).await?;
            let back = paths::sign_in_and_back(&paths::join(&secret));
            Ok(Redirect::to(&format!("{back}&done=invited")).into_response())
        }
        Err(errors) => Ok(newcomer(invited, link, form, &errors).unprocessable().into_response()),
    }
}

const TITLE: &str = "Join an organisation";
const ACTS_ALREADY: &str = "One account acts for one organisation, and yours acts for one already or has another role here. Use another account, or ask to be removed from the other organisation first.";
const ANOTHER_ADDRESS: &str = "You are signed in with another email address. Sign out, and open the link again with an account of the address above.";

fn newcomer(invited: InvitedMember, link: String, form: JoinForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, |field, code| match (field, code) {
        ("name", "missing") => "Enter your name",
        ("name", "too-long") => "Your name must be 100 characters or fewer",
        ("name", _) => "Your name must not contain control characters",
        ("password", code) => password::words(code),
        _ => "Check this answer",
    });
    Page::new(TITLE, move || newcomer_view(&invited, &link, &form, &wrong))
}

/// Somebody signed in: with what stands in the way, if anything does.
fn account(invited: InvitedMember, in_the_way: Option<&'static str>) -> Page {
    Page::new(TITLE, move || account_view(&invited, in_the_way))
}

fn rows(invited: &InvitedMember) -> Vec<govuk::SummaryRow> {
    let may = match invited.role {
        MemberRole::Member => "See and change everything about its premises, and send answers",
        MemberRole::Administrator => "The same as a member, and say who the members are",
    };
    vec![
        govuk::SummaryRow::new("Organisation", invited.organisation.clone()),
        govuk::SummaryRow::new("Your role", role_name(invited.role)),
        govuk::SummaryRow::new("What you can do", may),
        govuk::SummaryRow::new("For the email address", invited.email.as_str()),
    ]
}

fn newcomer_view(
    invited: &InvitedMember,
    link: &str,
    form: &JoinForm,
    wrong: &Wrong,
) -> impl IntoView + use<> {
    let sign_in = paths::sign_in_and_back(&format!("{}{link}", paths::JOIN));
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Join an organisation"</h1>
        <govuk::SummaryList rows=rows(invited)/>
        <h2 class="govuk-heading-m">"If you have an account"</h2>
        <p class="govuk-body">
            <a class="govuk-link" href=sign_in>"Sign in to join"</a>
        </p>
        <h2 class="govuk-heading-m">"If you have none"</h2>
        <p class="govuk-body">"Create one for this email address, then sign in to join."</p>
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

fn account_view(invited: &InvitedMember, in_the_way: Option<&'static str>) -> impl IntoView + use<> {
    let next = match in_the_way {
        Some(why) => view! { <govuk::InsetText>{why}</govuk::InsetText> }.into_any(),
        None => view! {
            <form method="post" novalidate>
                <govuk::Button prevent_double_click=true>"Join this organisation"</govuk::Button>
            </form>
        }
        .into_any(),
    };
    view! {
        <h1 class="govuk-heading-l">"Join an organisation"</h1>
        <govuk::SummaryList rows=rows(invited)/>
        {next}
    }
}
