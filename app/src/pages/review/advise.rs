//! Recording advice on a case.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, review::AdviceForm},
    ids::CaseId,
    policy::act,
};
use leptos::prelude::*;

use super::{NO_INTELLIGENCE, permit_step};
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// The empty form.
pub async fn get(ctx: Ctx, Path(id): Path<CaseId>) -> Result<Page, PageError> {
    let permit = permit_step::<act::RecordAdvice>(&ctx, id).await?;
    let version = ctx.store.case_in_hand(&permit).await?.version.to_string();
    let form = AdviceForm { version, ..AdviceForm::default() };
    Ok(page(id, form, &Errors::none()))
}

/// Records the advice, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<CaseId>,
    Sent(form): Sent<AdviceForm>,
) -> Result<Response, PageError> {
    let permit = permit_step::<act::RecordAdvice>(&ctx, id).await?;
    match form.check() {
        Ok((seen, advice)) => {
            ctx.store.record_advice(&permit, seen, &advice).await?;
            Ok(Redirect::to(&paths::case(id)).into_response())
        }
        Err(errors) => Ok(page(id, form, &errors).unprocessable().into_response()),
    }
}

fn page(id: CaseId, form: AdviceForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, |_, code| match code {
        "missing" => "Enter your advice",
        "too-long" => "The advice must be 8,000 characters or fewer",
        "not-text" => "The advice must not contain control characters",
        _ => "Go back, reload the case and try again",
    });
    Page::new("Record advice", move || view(&form, &wrong)).with_back(paths::case(id))
}

fn view(form: &AdviceForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Record advice"</h1>
        <govuk::InsetText>
            "You give advice. The Security Industry Authority (SIA) is the regulator: do not say that the premises meet the Act, or that they do not."
        </govuk::InsetText>
        <p class="govuk-body">
            "The operator reads the advice and all comments on this case. Their assessment opens again, so that they can go on with it."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version.clone()/>
            <govuk::TextArea
                id="advice"
                label="Your advice"
                hint=NO_INTELLIGENCE
                value=form.advice.clone()
                error=wrong.text("advice")
                rows=12
            />
            <govuk::Button>"Send the advice"</govuk::Button>
        </form>
    }
}
