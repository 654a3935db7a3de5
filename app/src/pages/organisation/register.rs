//! Registering the organisation that an operator acts for.

use axum::response::{IntoResponse, Redirect, Response};
use domain::{
    forms::{Errors, organisation::OrganisationForm},
    policy::act,
};
use leptos::prelude::*;

use crate::{
    Page, PageError,
    form::{Sent, Wrong, new_mark, read_mark},
    pages::scope_check::carry,
    paths,
    request::Ctx,
};

/// The empty form; somebody who acts for an organisation already goes on to its premises.
pub async fn get(ctx: Ctx) -> Result<Response, PageError> {
    ctx.permit::<act::RegisterOrganisation>(()).await?;
    if ctx.viewer.actor.organisation().is_some() {
        return Ok(Redirect::to(paths::PREMISES).into_response());
    }
    let form = OrganisationForm { once: new_mark(), ..OrganisationForm::default() };
    Ok(page(form, Errors::none()).into_response())
}

/// Registers it, or shows what is wrong.
pub async fn post(ctx: Ctx, Sent(form): Sent<OrganisationForm>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::RegisterOrganisation>(()).await?;
    let once = read_mark(&form.once)?;
    match form.check() {
        Ok(details) => {
            ctx.store.register_organisation(&permit, once, &details).await?;
            let carried = carry::carried(&ctx).await?;
            let next = carried.map_or(paths::PREMISES, |found| carry::start(&found));
            Ok(Redirect::to(next).into_response())
        }
        Err(errors) => Ok(page(form, errors).unprocessable().into_response()),
    }
}

fn page(form: OrganisationForm, errors: Errors) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new("Register your organisation", move || view(&form, &wrong))
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("name", "missing") => "Enter the name of your organisation",
        ("name", "too-long") => "The name must be 150 characters or fewer",
        ("number", "too-long") => "The number must be 20 characters or fewer",
        _ => "This must not contain control characters",
    }
}

fn view(form: &OrganisationForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Register your organisation"</h1>
        <p class="govuk-body">
            "The organisation or person that runs the premises: a company, charity, congregation, school, council, club or sole trader."
        </p>
        <p class="govuk-body">
            "You become its administrator, and can invite colleagues. If a colleague has registered it already, ask them to invite you."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="once" value=form.once.clone()/>
            <govuk::Input
                id="name"
                label="Name of the organisation"
                value=form.name.clone()
                error=wrong.text("name")
                autocomplete="organization"
            />
            <govuk::Input
                id="number"
                label="Company or charity number (optional)"
                hint="You will need it when you notify the SIA"
                value=form.number.clone()
                error=wrong.text("number")
                width=govuk::Width::Chars10
                spellcheck=false
            />
            <govuk::Button>"Continue"</govuk::Button>
        </form>
    }
}
