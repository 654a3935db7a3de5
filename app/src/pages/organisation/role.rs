//! Changing what a member is to the organisation.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, organisation::RoleForm},
    ids::MembershipId,
    policy::act,
};
use leptos::prelude::*;
use store::{Member, MemberRefused};

use super::roles;
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// The form, with the role as it is.
pub async fn get(ctx: Ctx, Path(id): Path<MembershipId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ChangeMemberRole>(id).await?;
    let member = ctx.store.member_to_change(&permit).await?;
    let form = RoleForm { role: member.role.as_str().into() };
    Ok(page(member, form, &Errors::none()))
}

/// Changes it, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<MembershipId>,
    Sent(form): Sent<RoleForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::ChangeMemberRole>(id).await?;
    let member = ctx.store.member_to_change(&permit).await?;
    let role = match form.check() {
        Ok(role) => role,
        Err(errors) => return Ok(page(member, form, &errors).unprocessable().into_response()),
    };
    match ctx.store.change_member_role(&permit, role).await {
        Ok(()) => Ok(Redirect::to(paths::MEMBERS).into_response()),
        Err(MemberRefused::LastAdministrator) => {
            Ok(page(member, form, &Errors::one("role", "last")).unprocessable().into_response())
        }
        Err(MemberRefused::Store(error)) => Err(error.into()),
    }
}

fn page(member: Member, form: RoleForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, |_, code| match code {
        "last" => "An organisation needs an administrator. Make somebody else one first",
        _ => "Choose a role",
    });
    Page::new("Change a member’s role", move || view(&member, &form, &wrong)).with_back(paths::MEMBERS)
}

fn view(member: &Member, form: &RoleForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <span class="govuk-caption-l">{member.name.as_str().to_owned()}</span>
        <h1 class="govuk-heading-l">"Change a member’s role"</h1>
        <form method="post" novalidate>
            <govuk::Radios
                id="role"
                legend=govuk::FieldTitle::new("Role")
                items=roles()
                value=form.role.clone()
                error=wrong.text("role")
            />
            <p class="govuk-body">
                "When an administrator becomes a member, links that they made to invite others work no more."
            </p>
            <govuk::Button>"Save"</govuk::Button>
        </form>
    }
}
