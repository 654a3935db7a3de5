//! Taking an invitation back, after one more question.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{ids::InvitationId, policy::act};
use leptos::prelude::*;
use store::OpenInvitation;

use super::people::until;
use crate::{Page, PageError, components::role, paths, request::Ctx};

/// The question.
pub async fn get(ctx: Ctx, Path(id): Path<InvitationId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::TakeBackRoleInvitation>(id).await?;
    let open = ctx.store.invitation_to_take_back(&permit).await?;
    Ok(Page::new("Take an invitation back", move || view(&open)).with_back(paths::PEOPLE))
}

/// Takes it back.
pub async fn post(ctx: Ctx, Path(id): Path<InvitationId>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::TakeBackRoleInvitation>(id).await?;
    ctx.store.take_back_role_invitation(&permit).await?;
    Ok(Redirect::to(paths::PEOPLE).into_response())
}

fn view(open: &OpenInvitation) -> impl IntoView + use<> {
    let rows = vec![
        govuk::SummaryRow::new("Email address", open.email.as_str()),
        govuk::SummaryRow::new("Role", role::grant(&open.grant)),
        govuk::SummaryRow::new("Works until", until(open)),
    ];
    view! {
        <h1 class="govuk-heading-l">"Take this invitation back?"</h1>
        <govuk::SummaryList rows=rows/>
        <p class="govuk-body">"Its link stops working at once. You can invite them again."</p>
        <form method="post" novalidate>
            <govuk::Button kind=govuk::ButtonKind::Warning prevent_double_click=true>
                "Take the invitation back"
            </govuk::Button>
        </form>
    }
}
