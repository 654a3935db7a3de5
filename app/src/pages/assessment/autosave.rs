//! An answer saved while somebody types: the same check and the same save as with the button, and a
//! word about what became of it in place of a page.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{assessment::AnswerForm, day::clock_in_london, ids::AssessmentId, policy::act};
use store::{AnswerSaved, StoreError};

use super::question::{find, worded};
use crate::{PageError, islands::Autosaved, pages::account::again, paths, request::Ctx};

/// Saves what stands in the fields, if it is an answer.
///
/// # Errors
/// As the question's page: [`PageError::NotFound`] for those who may not see the assessment.
pub async fn save(
    ctx: &Ctx,
    id: AssessmentId,
    question: &str,
    form: AnswerForm,
) -> Result<Response, PageError> {
    let (permit, assessment) = match ctx.open_assessment::<act::EditAnswers>(id).await {
        Ok(opened) => opened,
        Err(PageError::NotFound) => {
            ctx.permit::<act::ViewAssessment>(id).await?;
            return Ok(Autosaved::Closed.into_response());
        }
        Err(error) => return Err(error),
    };
    let (_, question) = find(&assessment, question)?;
    let answer = match form.check(assessment.set, question, ctx.today()) {
        Ok(answer) => answer,
        Err(errors) => {
            let wrong = worded(question, assessment.set.note_max, &errors);
            let what = wrong.first().unwrap_or_default().to_owned();
            return Ok(Autosaved::Incomplete(what).into_response());
        }
    };
    match ctx.store.save_answer(&permit, &assessment, &question.id, form.seen, &answer).await {
        Ok(AnswerSaved::Saved { version }) => {
            again::forget(ctx, &paths::question(id, &question.id)).await?;
            let at = clock_in_london(ctx.now).format("%H:%M").to_string();
            Ok(Autosaved::Saved { version, at }.into_response())
        }
        Ok(AnswerSaved::Conflict(_)) => Ok(Autosaved::Conflict.into_response()),
        Err(StoreError::Closed) => Ok(Autosaved::Closed.into_response()),
        Err(error) => Err(error.into()),
    }
}

impl IntoResponse for Autosaved {
    fn into_response(self) -> Response {
        // It was asked what became of the answer, and that is told: no fault of the request's.
        let status = if self == Self::SignedOut { StatusCode::UNAUTHORIZED } else { StatusCode::OK };
        (status, self.to_string()).into_response()
    }
}
