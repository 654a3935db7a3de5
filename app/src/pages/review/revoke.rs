//! Taking the confirmation of the operator's authority back, after one more question.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{ids::CaseId, policy::act};
use leptos::prelude::*;
use serde::Deserialize;
use store::AuthorityMade;

use super::{permit_step, words};
use crate::{Page, PageError, form::Sent, paths, request::Ctx};

/// Which confirmation the person saw.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RevokeForm {
    seen: String,
}

/// The question.
pub async fn get(ctx: Ctx, Path(id): Path<CaseId>) -> Result<Page, PageError> {
    let permit = permit_step::<act::RevokeAuthority>(&ctx, id).await?;
    let made = ctx.store.authority_of(&permit).await?.ok_or(PageError::Closed)?;
    let page = Page::new("Take the confirmation of authority back", move || view(&made));
    Ok(page.with_back(paths::case(id)))
}

/// Takes it back.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<CaseId>,
    Sent(form): Sent<RevokeForm>,
) -> Result<Response, PageError> {
    let permit = permit_step::<act::RevokeAuthority>(&ctx, id).await?;
    let seen = form.seen.parse().map_err(|_| PageError::BadForm)?;
    ctx.store.revoke_authority(&permit, seen).await?;
    Ok(Redirect::to(&paths::case(id)).into_response())
}

fn view(made: &AuthorityMade) -> impl IntoView + use<> {
    let seen = made.at.timestamp_millis().to_string();
    view! {
        <h1 class="govuk-heading-l">"Take the confirmation of authority back?"</h1>
        <govuk::SummaryList rows=words::authority(made)/>
        <p class="govuk-body">
            "Do this when the person who sent the answers no longer speaks for the premises, or never did. It holds for every case of these premises in your region. Until authority is confirmed again, nothing more can be returned or advised. What was said before stays with the operator."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="seen" value=seen/>
            <govuk::Button kind=govuk::ButtonKind::Warning prevent_double_click=true>
                "Take it back"
            </govuk::Button>
        </form>
    }
}
