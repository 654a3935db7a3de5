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
    Ok(page(sender, AuthorityForm::default(), &Errors::none()).with_back(paths::case(id)))
}

/// Records it, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<CaseId>,
    Sent(form): Sent<AuthorityForm>,
) -> Result<Response, PageError> {
    let permit = permit_step::<act::ConfirmAuthority>(&ctx, id).await?;
    match form.check(ctx.now.date_naive()) {
        Ok(check) => {
            ctx.store.confirm_authority(&permit, &check).await?;
            Ok(Redirect::to(&paths::case(id)).into_response())
        }
        Err(errors) => {
            let sender = ctx.store.case_in_hand(&permit).await?.submission.snapshot.declaration;
            Ok(page(sender, form, &errors).unprocessable().into_response())
        }
    }
}

fn page(sender: Declaration, form: AuthorityForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, |field, code| match (field, code) {
        ("how", _) => "Choose how authority was confirmed",
        ("on", "day-to-come") => "The day must be today or in the past",
        ("on", _) => "Enter the day, like 22 11 2026",
        (_, "too-long") => "The note must be 500 characters or fewer",
        _ => "The note must not contain control characters",
    });
    Page::new("Authority to speak for the premises", move || view(&sender, &form, &wrong))
}

fn view(sender: &Declaration, form: &AuthorityForm, wrong: &Wrong) -> impl IntoView + use<> {
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
        <form method="post" novalidate>
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
