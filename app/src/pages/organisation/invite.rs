//! Inviting a colleague.

use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use domain::{
    forms::{
        Errors,
        organisation::{InviteMember, InviteMemberForm},
    },
    policy::act,
};
use leptos::prelude::*;
use store::MemberInviteRefused;
use uuid::Uuid;

use super::{role_name, roles};
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// The empty form.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::InviteMember>(ctx.organisation()?).await?;
    Ok(page(InviteMemberForm { once: Uuid::new_v4(), ..InviteMemberForm::default() }, &Errors::none()))
}

/// Makes the invitation, and shows its link this once.
pub async fn post(
    ctx: Ctx,
    headers: HeaderMap,
    Sent(form): Sent<InviteMemberForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::InviteMember>(ctx.organisation()?).await?;
    if form.once.is_nil() {
        return Err(PageError::BadForm);
    }
    let invite = match form.check() {
        Ok(invite) => invite,
        Err(errors) => return Ok(page(form, &errors).unprocessable().into_response()),
    };
    let secret = match ctx.store.invite_member(&permit, form.once, &invite).await {
        Ok(secret) => secret,
        Err(MemberInviteRefused::Store(error)) => return Err(error.into()),
        Err(refused) => {
            let code = if matches!(refused, MemberInviteRefused::Member) { "member" } else { "full" };
            return Ok(page(form, &Errors::one("email", code)).unprocessable().into_response());
        }
    };
    // The form came from our own page, or it would not have got here.
    let origin = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok()).unwrap_or("");
    Ok(made(&invite, format!("{origin}{}", paths::join(&secret))).into_response())
}

fn page(form: InviteMemberForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, words);
    Page::new("Invite a colleague", move || view(&form, &wrong)).with_back(paths::MEMBERS)
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("email", "missing") => "Enter their email address",
        ("email", "member") => "Somebody with this email address acts for your organisation already",
        ("email", "full") => {
            "Your organisation has 200 members and open invitations, and cannot have more. Take one back first"
        }
        ("email", _) => "Enter an email address in the correct format, like name@example.com",
        ("role", _) => "Choose a role",
        _ => "Check this answer",
    }
}

fn view(form: &InviteMemberForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Invite a colleague"</h1>
        <p class="govuk-body">
            "You get a link to give to them yourself: this service sends no email yet. The link works once, for 7 days, and only for an account with this email address."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="once" value=form.once.to_string()/>
            <govuk::Input
                id="email"
                label="Their email address"
                value=form.email.clone()
                error=wrong.text("email")
                input_type=govuk::InputType::Email
                autocomplete="off"
                spellcheck=false
            />
            <govuk::Radios
                id="role"
                legend=govuk::FieldTitle::new("Their role")
                items=roles()
                value=form.role.clone()
                error=wrong.text("role")
            />
            <govuk::Button>"Make the invitation"</govuk::Button>
        </form>
    }
}

fn made(invite: &InviteMember, link: String) -> Page {
    let (email, role) = (invite.email.as_str().to_owned(), role_name(invite.role).to_lowercase());
    Page::new("Invitation made", move || {
        view! {
            <h1 class="govuk-heading-l">"Invitation made"</h1>
            <p class="govuk-body">
                "Give this link to " <strong>{email.clone()}</strong> ". They will be " {article(&role)} " "
                {role.clone()} " of your organisation."
            </p>
            <p class="govuk-body portal-written"><code>{link.clone()}</code></p>
            <govuk::WarningText>
                "Copy the link now: it is not shown again. An earlier link for this address works no more."
            </govuk::WarningText>
            <p class="govuk-body">
                <a class="govuk-link" href=paths::MEMBERS>"Go back to members"</a>
            </p>
        }
    })
}

fn article(word: &str) -> &'static str {
    if word.starts_with('a') { "an" } else { "a" }
}
