//! An answer arrived after the answers were sent: it is not saved, and not lost either.

use std::sync::Arc;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    assessment::{Answer, AnswerForm},
    ids::AssessmentId,
    policy::act,
};
use govuk::SummaryRow;
use leptos::prelude::*;
use store::Assessment;

use super::{answer_words, question};
use crate::{Page, PageError, paths, request::Ctx};

/// The page with what was typed and what was sent, with 409; for those who may not see the
/// assessment, as if there were none.
pub async fn keep_what_was_typed(
    ctx: &Ctx,
    id: AssessmentId,
    question: &str,
    form: AnswerForm,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::ViewAssessment>(id).await?;
    let assessment = Arc::new(ctx.store.assessment(&permit).await?);
    let (_, question) = question::find(&assessment, question)?;
    let typed = form.check(assessment.set, question, ctx.today());
    let option = |answer: &Answer| answer_words::option(question, &answer.value).map(str::to_owned);
    let page = Page::new("This can no longer be changed", move || {
        let typed = match &typed {
            Ok(answer) => answer_words::answer(Some(answer), option(answer).as_deref()),
            Err(_) => raw(&form).into(),
        };
        view(&assessment, question, typed)
    });
    Ok(page.with_status(StatusCode::CONFLICT).with_back(paths::assessment(id)).into_response())
}

/// What was typed, where it is no answer.
fn raw(form: &AnswerForm) -> String {
    let fields = [&form.answer, &form.text, &form.reason, &form.name, &form.role, &form.note];
    fields.into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join("; ")
}

fn view(
    assessment: &Assessment,
    question: &'static domain::content::Question,
    typed: govuk::Content,
) -> impl IntoView + use<> {
    let sent = assessment.answers.get(&question.id);
    let option = sent.and_then(|answer| answer_words::option(question, &answer.value));
    let rows = vec![
        SummaryRow::new("What you typed, not saved", typed),
        SummaryRow::new("What is saved", answer_words::answer(sent, option)),
    ];
    view! {
        <h1 class="govuk-heading-l">"This can no longer be changed"</h1>
        <p class="govuk-body">
            "The answers were sent while this page was open. What you typed is not part of what was sent, and nothing was overwritten."
        </p>
        <h2 class="govuk-heading-m">{question.text.clone()}</h2>
        <govuk::SummaryList rows=rows/>
        <p class="govuk-body">
            "Copy what you need. To change the answer, take the submission back, or wait until the adviser returns it."
        </p>
    }
}
