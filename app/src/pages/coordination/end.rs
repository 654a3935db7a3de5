//! Ending a link, or taking an offer back, after one more question.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    ids::{CoordinationId, PremisesId},
    policy::act,
};
use leptos::prelude::*;

use crate::{Page, PageError, components::Title, paths, request::Ctx};

/// The question.
pub async fn get(
    ctx: Ctx,
    Path((premises, id)): Path<(PremisesId, CoordinationId)>,
) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditPremises>(premises).await?;
    let links = ctx.store.links_of(&permit).await?;
    let link = links.standing.into_iter().find(|link| link.id == id).map(|link| link.organisation);
    if link.is_none() && !links.offers.iter().any(|offer| offer.id == id) {
        return Err(PageError::NotFound);
    }
    let title = if link.is_some() { "End a link" } else { "Take an offer back" };
    Ok(Page::new(title, move || view(link.as_deref()))
        .with_back(paths::premises_part(premises, "coordination")))
}

/// Ends it.
pub async fn post(
    ctx: Ctx,
    Path((premises, id)): Path<(PremisesId, CoordinationId)>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditPremises>(premises).await?;
    ctx.store.end_link(&permit, id).await?;
    Ok(Redirect::to(&paths::premises_part(premises, "coordination")).into_response())
}

fn view(organisation: Option<&str>) -> impl IntoView + use<> {
    let (heading, text, button) = match organisation {
        Some(name) => (
            format!("End the link with {name}?"),
            "Neither side then sees the other here. The duties of section 8 stay as they are.",
            "End the link",
        ),
        None => (
            "Take this offer back?".into(),
            "Its link stops working at once. You can make another.",
            "Take the offer back",
        ),
    };
    view! {
        <Title>{heading}</Title>
        <p class="govuk-body">{text}</p>
        <form method="post" novalidate>
            <govuk::Button kind=govuk::ButtonKind::Warning prevent_double_click=true>{button}</govuk::Button>
        </form>
    }
}
