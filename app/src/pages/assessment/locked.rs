//! An answer arrived after the answers were sent, or the questions became others: it is not saved, and not lost either.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    assessment::{Answer, AnswerForm, AssessmentState},
    content::Question,
    ids::AssessmentId,
    policy::act,
};
use govuk::SummaryRow;
use leptos::prelude::*;
use store::Assessment;

use super::answer_words;
use crate::{Page, PageError, paths, request::Ctx};

/// The page with what was typed and what is saved, with 409; for those who may not see the
/// assessment, as if there were none. `asked` finds the question that was answered.
pub async fn keep_what_was_typed(
    ctx: &Ctx,
    id: AssessmentId,
    asked: impl FnOnce(&Assessment) -> Result<&'static Question, PageError>,
    form: AnswerForm,
) -> Result<Response, PageError> {
    let (_, assessment) = ctx.open_assessment::<act::ViewAssessment>(id).await?;
    let question = asked(&assessment)?;
    let typed = form.check(assessment.set, question, ctx.today());
    let option = |answer: &Answer| answer_words::option(question, &answer.value).map(str::to_owned);
    let of = assessment.of;
    let page = Page::new("This can no longer be changed", move || {
        let typed = match &typed {
            Ok(answer) => answer_words::answer(Some(answer), option(answer).as_deref()),
            Err(_) => raw(&form).into(),
        };
        view(&assessment, question, typed)
    });
    Ok(page.of(of).with_status(StatusCode::CONFLICT).with_back(paths::assessment(id)).into_response())
}

/// What was typed, where it is no answer.
fn raw(form: &AnswerForm) -> String {
    let fields = [&form.answer, &form.text, &form.reason, &form.name, &form.role, &form.note];
    fields.into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join("; ")
}

fn view(
    assessment: &Assessment,
    question: &'static Question,
    typed: govuk::Content,
) -> impl IntoView + use<> {
    let sent = assessment.answers.get(&question.id);
    let option = sent.and_then(|answer| answer_words::option(question, &answer.value));
    let rows = vec![
        SummaryRow::new("What you typed, not saved", typed),
        SummaryRow::new("What is saved", answer_words::answer(sent, option)),
    ];
    let (what, then) = match assessment.state {
        AssessmentState::Submitted => (
            "The answers were sent while this page was open. What you typed is not part of what was sent, and nothing was overwritten.",
            "Copy what you need. To change the answer, take the submission back, or wait until the adviser returns it.",
        ),
        AssessmentState::Open | AssessmentState::Returned => (
            "The questions changed while this page was open. What you typed is not saved, and nothing was overwritten.",
            "Copy what you need. Then go back and answer the questions as they are asked now.",
        ),
    };
    view! {
        <h1 class="govuk-heading-l">"This can no longer be changed"</h1>
        <p class="govuk-body">{what}</p>
        <h2 class="govuk-heading-m">{question.text.clone()}</h2>
        <govuk::SummaryList rows=rows/>
        <p class="govuk-body">{then}</p>
    }
}
