//! Removing a member, after one more question.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{ids::MembershipId, policy::act};
use govuk::ErrorItem;
use leptos::prelude::*;
use store::{Member, MemberRefused, StoreError};

use crate::{Page, PageError, paths, request::Ctx};

/// The question.
pub async fn get(ctx: Ctx, Path(id): Path<MembershipId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::RemoveMember>(id).await?;
    let member = ctx.store.member_to_remove(&permit).await?;
    Ok(page(member, false))
}

/// Removes them. Asked twice, they are removed once.
pub async fn post(ctx: Ctx, Path(id): Path<MembershipId>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::RemoveMember>(id).await?;
    let member = match ctx.store.member_to_remove(&permit).await {
        Ok(member) => member,
        Err(StoreError::NotFound) => return Ok(Redirect::to(paths::MEMBERS).into_response()),
        Err(error) => return Err(error.into()),
    };
    match ctx.store.remove_member(&permit).await {
        // Whoever removed themselves has no list of members any more.
        Ok(()) if permit.actor() == Some(member.account) => Ok(Redirect::to("/").into_response()),
        Ok(()) => Ok(Redirect::to(paths::MEMBERS).into_response()),
        Err(MemberRefused::LastAdministrator) => Ok(page(member, true).unprocessable().into_response()),
        Err(MemberRefused::Store(error)) => Err(error.into()),
    }
}

fn page(member: Member, last: bool) -> Page {
    Page::new("Remove a member", move || view(&member, last)).with_back(paths::MEMBERS)
}

fn view(member: &Member, last: bool) -> impl IntoView + use<> {
    const LAST: &str = "An organisation needs an administrator. Make somebody else one first";
    let errors = if last { vec![ErrorItem::new(LAST, "#remove")] } else { Vec::new() };
    let refused = last.then(|| view! { <govuk::ErrorMessage text=LAST/> });
    view! {
        <govuk::ErrorSummary errors=errors/>
        <span class="govuk-caption-l">{member.name.as_str().to_owned()}</span>
        <h1 class="govuk-heading-l">"Remove this member?"</h1>
        <p class="govuk-body">
            "They can no longer see or change anything of your organisation, from this moment on."
        </p>
        <ul class="govuk-list govuk-list--bullet">
            <li>"What they wrote and sent stays, under their name."</li>
            <li>"Links that they made to invite others work no more."</li>
            <li>"Their account stays. You can invite them again."</li>
        </ul>
        <form method="post" novalidate>
            {refused}
            <govuk::Button id="remove" kind=govuk::ButtonKind::Warning prevent_double_click=true>
                "Remove member"
            </govuk::Button>
        </form>
    }
}
