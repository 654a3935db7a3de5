//! Keeping somebody from signing in, or letting them in again, after one more question.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{ids::AccountId, policy::act};
use leptos::prelude::*;
use serde::Deserialize;
use store::Listed;

use super::people::roles;
use crate::{Page, PageError, form::Sent, paths, request::Ctx};

/// What to do, so that a page that is out of date does not do the opposite.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SuspendForm {
    /// `suspend` or `restore`.
    what: String,
}

/// The question.
pub async fn get(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::SuspendAccount>(id).await?;
    if id == ctx.account()? {
        return Err(PageError::NotFound);
    }
    let person = ctx.store.person_to_suspend(&permit).await?;
    let title = if person.suspended { "Let somebody in again" } else { "Suspend an account" };
    Ok(Page::new(title, move || view(&person)).with_back(paths::PEOPLE))
}

/// Does it.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Sent(form): Sent<SuspendForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::SuspendAccount>(id).await?;
    let suspended = match form.what.as_str() {
        "suspend" => true,
        "restore" => false,
        _ => return Err(PageError::BadForm),
    };
    ctx.store.set_suspended(&permit, suspended).await?;
    Ok(Redirect::to(paths::PEOPLE).into_response())
}

fn view(person: &Listed) -> impl IntoView + use<> {
    let rows = vec![
        govuk::SummaryRow::new("Name", person.name.as_str()),
        govuk::SummaryRow::new("Email address", person.email.as_str()),
        govuk::SummaryRow::new("Role", roles(person)),
    ];
    let (heading, what, button, kind) = if person.suspended {
        ("Let this person in again?", "restore", "Let them in again", govuk::ButtonKind::Primary)
    } else {
        ("Suspend this account?", "suspend", "Suspend the account", govuk::ButtonKind::Warning)
    };
    let follows = if person.suspended {
        "They can sign in again with the password they had, and have the roles they had."
    } else {
        "They are signed out everywhere at once, and cannot sign in. What they wrote stays. You can let them in again."
    };
    view! {
        <h1 class="govuk-heading-l">{heading}</h1>
        <govuk::SummaryList rows=rows/>
        <p class="govuk-body">{follows}</p>
        <form method="post" novalidate>
            <input type="hidden" name="what" value=what/>
            <govuk::Button kind=kind prevent_double_click=true>{button}</govuk::Button>
        </form>
    }
}
