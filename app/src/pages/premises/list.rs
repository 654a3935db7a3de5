//! The organisation's premises.

use axum::response::{IntoResponse, Redirect, Response};
use domain::{
    organisation::OrganisationDetails,
    policy::act,
    premises::{Premises, Stage},
};
use govuk::{Cell, TagColour};
use leptos::prelude::*;

use super::scope_words;
use crate::{Page, PageError, paths, request::Ctx};

/// The most that are listed on one page.
const MOST: u64 = 100;

/// The list; somebody without an organisation registers one first.
pub async fn get(ctx: Ctx) -> Result<Response, PageError> {
    let Some(organisation) = ctx.viewer.actor.organisation() else {
        return Ok(Redirect::to("/organisation/register").into_response());
    };
    let permit = ctx.permit::<act::ListPremises>(organisation).await?;
    let details = ctx.store.organisation(&permit).await?;
    let premises = ctx.store.premises_of(&permit, MOST).await?;
    Ok(Page::new("Your premises", move || view(&details, &premises)).into_response())
}

fn view(organisation: &OrganisationDetails, premises: &[Premises]) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = premises
        .iter()
        .map(|item| {
            let link = view! { <a class="govuk-link" href=paths::premises(item.id)>{item.name.as_str().to_owned()}</a> };
            let (text, colour) = stage(item.stage);
            vec![
                govuk::Content::view(link).into(),
                scope_words::outcome(item.outcome).into(),
                govuk::Content::view(view! { <govuk::Tag text=text colour=colour/> }).into(),
            ]
        })
        .collect();
    let list = if rows.is_empty() {
        view! { <p class="govuk-body">"You have not registered any premises yet."</p> }.into_any()
    } else {
        view! {
            <div class="portal-scroll" tabindex="0" role="region" aria-label="Premises">
                <govuk::Table
                    caption="Premises, newest first"
                    head=vec!["Name".into(), "Tier".into(), "Where it stands".into()]
                    rows=rows
                />
            </div>
        }
        .into_any()
    };
    view! {
        <span class="govuk-caption-l">{organisation.name.clone()}</span>
        <h1 class="govuk-heading-l">"Your premises"</h1>
        {list}
        <govuk::ButtonLink href="/premises/register">"Register premises"</govuk::ButtonLink>
    }
}

/// The words and colour for how far premises have come.
pub fn stage(stage: Stage) -> (&'static str, TagColour) {
    match stage {
        Stage::Registered => ("Registered", TagColour::Grey),
        Stage::Assessing => ("Answering", TagColour::Yellow),
        Stage::Submitted => ("Sent", TagColour::Blue),
        Stage::Returned => ("Returned to you", TagColour::Orange),
        Stage::Advised => ("Advice given", TagColour::Green),
    }
}
