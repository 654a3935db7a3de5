//! How was it confirmed that the sender may speak for the premises?

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, review::AuthorityForm},
    ids::CaseId,
    policy::act,
    review::HowConfirmed,
    submission::Declaration,
};
use govuk::Choice;
use leptos::prelude::*;
use store::AuthorityMade;

use super::{NO_INTELLIGENCE, permit_step, words};
use crate::{
    Page, PageError,
    components::DayInput,
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// The empty form.
pub async fn get(ctx: Ctx, Path(id): Path<CaseId>) -> Result<Page, PageError> {
    let permit = permit_step::<act::ConfirmAuthority>(&ctx, id).await?;
    let sender = ctx.store.case_in_hand(&permit).await?.submission.snapshot.declaration;
    let before = ctx.store.authority_of(&permit).await?;
    let seen = before.as_ref().map(|made| made.at.timestamp_millis().to_string()).unwrap_or_default();
    let form = AuthorityForm { seen, ..AuthorityForm::default() };
    Ok(page(id, sender, before, form, &Errors::none()))
}

/// Records it, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<CaseId>,
    Sent(form): Sent<AuthorityForm>,
) -> Result<Response, PageError> {
    let permit = permit_step::<act::ConfirmAuthority>(&ctx, id).await?;
    match form.check(ctx.today()) {
        Ok(check) => {
            match form.seen().map_err(|_| PageError::BadForm)? {
                None => ctx.store.confirm_authority(&permit, &check).await?,
                Some(seen) => ctx.store.renew_authority(&permit, seen, &check).await?,
            }
            Ok(Redirect::to(&paths::case(id)).into_response())
        }
        Err(errors) => {
            let sender = ctx.store.case_in_hand(&permit).await?.submission.snapshot.declaration;
            let before = ctx.store.authority_of(&permit).await?;
            Ok(page(id, sender, before, form, &errors).unprocessable().into_response())
        }
    }
}

fn page(
    id: CaseId,
    sender: Declaration,
    before: Option<AuthorityMade>,
    form: AuthorityForm,
    errors: &Errors,
) -> Page {
    let wrong = Wrong::worded(errors, |field, code| match (field, code) {
        ("how", _) => "Choose how authority was confirmed",
        ("on", "day-to-come") => "The day must be today or in the past",
        ("on", _) => "Enter the day, like 22 11 2026",
        (_, "too-long") => "The note must be 500 characters or fewer",
        _ => "The note must not contain control characters",
    });
    Page::new("Authority to speak for the premises", move || view(&sender, before.as_ref(), &form, &wrong))
        .with_back(paths::case(id))
}

fn view(
    sender: &Declaration,
    before: Option<&AuthorityMade>,
    form: &AuthorityForm,
    wrong: &Wrong,
) -> impl IntoView + use<> {
    let before = before.map(|made| {
        view! {
            <p class="govuk-body">"It was confirmed before. What you record now takes its place:"</p>
            <govuk::SummaryList rows=words::authority(made)/>
        }
    });
    let ways = HowConfirmed::ALL
        .map(|how| Choice::new(how.as_str(), words::how_confirmed(how)))
        .into_iter()
        .collect();
    let values = [form.on_day.clone(), form.on_month.clone(), form.on_year.clone()];
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Authority to speak for the premises"</h1>
        <p class="govuk-body">
            "The answers were sent by " {sender.name.clone()} ", " {sender.role.clone()}
            ". Confirm it by a way that does not rely on anything they told you here."
        </p>
        {before}
        <form method="post" novalidate>
            <input type="hidden" name="seen" value=form.seen.clone()/>
            <govuk::Radios
                id="how"
                legend="How was it confirmed?"
                items=ways
                value=form.how.clone()
                error=wrong.text("how")
            />
            <DayInput
                id="on"
                legend="When?"
                hint="For example, 22 11 2026"
                values=values
                error=wrong.text("on")
            />
            <govuk::TextArea
                id="note"
                label="Note (optional)"
                hint=NO_INTELLIGENCE
                value=form.note.clone()
                error=wrong.text("note")
                rows=3
            />
            <govuk::Button>"Record"</govuk::Button>
        </form>
    }
}
