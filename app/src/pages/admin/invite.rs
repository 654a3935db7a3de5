//! Inviting somebody to a role.

use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{
    area,
    forms::{
        Errors,
        account::{Invite, InviteForm},
    },
    policy::act,
};
use leptos::prelude::*;
use uuid::Uuid;

use crate::{
    Page, PageError,
    components::role,
    form::{Sent, Wrong},
    request::Ctx,
};

/// The empty form.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::Invite>(()).await?;
    let form = InviteForm { once: Uuid::new_v4(), ..InviteForm::default() };
    Ok(page(form, Errors::none(), ctx.today()))
}

/// Makes the invitation, and shows its link this once.
pub async fn post(ctx: Ctx, headers: HeaderMap, Sent(form): Sent<InviteForm>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::Invite>(()).await?;
    if form.once.is_nil() {
        return Err(PageError::BadForm);
    }
    let invite = match form.check() {
        Ok(invite) => invite,
        Err(errors) => {
            return Ok(page(form, errors, ctx.today()).unprocessable().into_response());
        }
    };
    let secret = ctx.store.invite(&permit, form.once, &invite).await?;
    // The form came from our own page, or it would not have got here.
    let origin = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok()).unwrap_or("");
    Ok(made(&invite, format!("{origin}/invitations/{secret}")).into_response())
}

fn page(form: InviteForm, errors: Errors, today: NaiveDate) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new("Invite somebody", move || view(&form, &wrong, today)).with_back("/admin/people")
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("email", "missing") => "Enter their email address",
        ("email", _) => "Enter an email address in the correct format, like name@example.com",
        ("role", _) => "Choose a role",
        ("region", _) => "Choose the adviser’s region",
        ("council", _) => "Choose the local authority",
        _ => "Check this answer",
    }
}

fn view(form: &InviteForm, wrong: &Wrong, today: NaiveDate) -> impl IntoView + use<> {
    let regions = area::regions().iter().map(|one| govuk::SelectItem::new(one.code.as_str(), one.name));
    let councils = area::councils()
        .iter()
        .filter(|council| council.in_force(today))
        .map(|council| (council.name, council.code.as_str()));
    let mut councils: Vec<_> = councils.collect();
    councils.sort_unstable();
    let councils = councils.into_iter().map(|(name, code)| govuk::SelectItem::new(code, name));
    let choose = || std::iter::once(govuk::SelectItem::new("", "Choose one"));
    let (regions, councils) = (choose().chain(regions).collect(), choose().chain(councils).collect());
    // Not revealed by the choice: the package's script gives the radio an attribute that radios may
    // not have.
    let region = view! {
        <govuk::Select
            id="region"
            label="If an adviser, the region"
            items=regions
            value=form.region.clone()
            error=wrong.text("region")
        />
    };
    let council = view! {
        <govuk::Select
            id="council"
            label="If a viewer, the local authority"
            items=councils
            value=form.council.clone()
            error=wrong.text("council")
        />
    };
    let roles = vec![
        govuk::Choice::new("ctsa", "Counter Terrorism Security Adviser (CTSA)")
            .hint("Sees what was submitted in one region"),
        govuk::Choice::new("council", "Local authority viewer")
            .hint("Sees the released figures of one area, and no premises"),
        govuk::Choice::new("administrator", "Administrator")
            .hint("Invites people and sees the list of content, and no premises"),
    ];
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Invite somebody"</h1>
        <p class="govuk-body">
            "You get a link for them. It works once, for 7 days, in a browser where nobody is signed in."
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
                items=roles
                value=form.role.clone()
                error=wrong.text("role")
            />
            {region}
            {council}
            <govuk::Button>"Make the invitation"</govuk::Button>
        </form>
    }
}

fn made(invite: &Invite, link: String) -> Page {
    let (email, role) = (invite.email.as_str().to_owned(), role::grant(&invite.grant));
    Page::new("Invitation made", move || {
        view! {
            <h1 class="govuk-heading-l">"Invitation made"</h1>
            <p class="govuk-body">
                "Give this link to " <strong>{email.clone()}</strong> " only. It gives this role: "
                {role.clone()} "."
            </p>
            <p class="govuk-body portal-written"><code>{link.clone()}</code></p>
            <govuk::WarningText>
                "Copy the link now: it is not shown again. Whoever holds it first gets the role."
            </govuk::WarningText>
            <p class="govuk-body">
                <a class="govuk-link" href="/admin/people">"Go back to people"</a>
            </p>
        }
    })
}
