//! Signing in as one of the made-up people. The route exists in the demonstration only.

use axum::response::Redirect;
use domain::policy::act;
use leptos::prelude::*;
use serde::Deserialize;

use super::{again, session};
use crate::{
    PageError,
    demo::CAST,
    form::{LARGEST_SEALED, SentUpTo},
    pages::scope_check::carry,
    request::Ctx,
};

/// Who somebody wants to be.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PickForm {
    person: String,
    /// What was typed before, sealed; empty where nothing was.
    typed: String,
}

/// Signs in.
pub async fn post(
    ctx: Ctx,
    SentUpTo(form): SentUpTo<PickForm, LARGEST_SEALED>,
) -> Result<Redirect, PageError> {
    let permit = ctx.permit::<act::PickDemoPerson>(()).await?;
    let Some(person) = CAST.iter().find(|person| person.slug == form.person) else {
        return Ok(Redirect::to("/sign-in"));
    };
    let email = person.email.parse().map_err(|_| PageError::NotFound)?;
    let account = ctx.store.pick_demo_person(&permit, &email).await?;
    let actor = session::start(&ctx, account).await?;
    if !form.typed.is_empty() {
        return again::go_on(&ctx, form.typed).await;
    }
    Ok(Redirect::to(carry::next(&ctx, &actor).await?.unwrap_or("/")))
}

/// The list to choose from; what was typed before goes with the choice.
pub fn list(typed: &str) -> impl IntoView + use<> {
    let typed =
        (!typed.is_empty()).then(|| view! { <input type="hidden" name="typed" value=typed.to_owned()/> });
    let people = CAST
        .iter()
        .map(|person| govuk::Choice::new(person.slug, person.what).hint(person.name))
        .collect::<Vec<_>>();
    view! {
        <form method="post" action="/demo/sign-in" novalidate>
            {typed}
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
