//! Signing in as one of the made-up people. The route exists in the demonstration only.

use axum::response::Redirect;
use domain::policy::act;
use leptos::prelude::*;
use serde::Deserialize;

use super::session;
use crate::{PageError, demo::CAST, form::Sent, pages::scope_check::carry, request::Ctx};

/// Who somebody wants to be.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PickForm {
    person: String,
}

/// Signs in.
pub async fn post(ctx: Ctx, Sent(form): Sent<PickForm>) -> Result<Redirect, PageError> {
    let permit = ctx.permit::<act::PickDemoPerson>(()).await?;
    let Some(person) = CAST.iter().find(|person| person.slug == form.person) else {
        return Ok(Redirect::to("/sign-in"));
    };
    let email = person.email.parse().map_err(|_| PageError::NotFound)?;
    let account = ctx.store.pick_demo_person(&permit, &email).await?;
    let actor = session::start(&ctx, account).await?;
    Ok(Redirect::to(carry::next(&ctx, &actor).await?.unwrap_or("/")))
}

/// The list to choose from.
pub fn list() -> impl IntoView {
    let people = CAST
        .iter()
        .map(|person| govuk::Choice::new(person.slug, person.what).hint(person.name))
        .collect::<Vec<_>>();
    view! {
        <form method="post" action="/demo/sign-in" novalidate>
            <govuk::Radios
                id="person"
                legend=govuk::FieldTitle::new("Try it as somebody made up").size(govuk::Size::M)
                items=people
                value=CAST.first().map(|person| person.slug).unwrap_or_default()
            />
            <govuk::Button>"Sign in as this person"</govuk::Button>
        </form>
        <h2 class="govuk-heading-m">"Or with an account of your own"</h2>
    }
}
