//! Taking a submission back, after one more question.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{ids::SubmissionId, policy::act};
use leptos::prelude::*;

use super::show::name_of;
use crate::{Page, PageError, paths, request::Ctx};

/// The question.
pub async fn get(ctx: Ctx, Path(id): Path<SubmissionId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::WithdrawSubmission>(id).await?;
    let submission = ctx.store.submission_to_withdraw(&permit).await?;
    let about = format!("{}, reference {}", name_of(&ctx, submission.of).await?, submission.reference);
    let page = Page::new("Take the answers back", move || view(&about));
    Ok(page.of(submission.of).with_back(paths::submission(id)))
}

/// Takes it back.
pub async fn post(ctx: Ctx, Path(id): Path<SubmissionId>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::WithdrawSubmission>(id).await?;
    ctx.store.withdraw(&permit).await?;
    Ok(Redirect::to(&paths::submission(id)).into_response())
}

fn view(about: &str) -> impl IntoView + use<> {
    view! {
        <span class="govuk-caption-l">{about.to_owned()}</span>
        <h1 class="govuk-heading-l">"Take the answers back?"</h1>
        <p class="govuk-body">
            "The advisers no longer see them in their list. Your answers open again, and you can send them again later. What was sent stays on record for you."
        </p>
        <form method="post" novalidate>
            <govuk::Button kind=govuk::ButtonKind::Warning prevent_double_click=true>"Take them back"</govuk::Button>
        </form>
    }
}
