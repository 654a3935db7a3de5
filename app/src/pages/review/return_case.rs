//! Returning a case with named questions: they open again, the other answers stay locked.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    content::QuestionId,
    forms::{Errors, review::ReturnForm},
    ids::CaseId,
    policy::act,
    submission::{AnsweredQuestion, Snapshot},
};
use govuk::Choice;
use leptos::prelude::*;

use super::{NO_INTELLIGENCE, permit_step};
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    pages::assessment::answer_words,
    paths,
    request::Ctx,
};

/// The empty form.
pub async fn get(ctx: Ctx, Path(id): Path<CaseId>) -> Result<Page, PageError> {
    let permit = permit_step::<act::ReturnCase>(&ctx, id).await?;
    let case = ctx.store.case_in_hand(&permit).await?;
    let form = ReturnForm { version: case.version.to_string(), ..ReturnForm::default() };
    Ok(page(case.submission.snapshot, form, &Errors::none()).with_back(paths::case(id)))
}

/// Returns the case, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<CaseId>,
    Sent(form): Sent<ReturnForm>,
) -> Result<Response, PageError> {
    let permit = permit_step::<act::ReturnCase>(&ctx, id).await?;
    let snapshot = ctx.store.case_in_hand(&permit).await?.submission.snapshot;
    let asked: Vec<QuestionId> = snapshot.answers.iter().map(|answered| answered.question.clone()).collect();
    match form.check(&asked) {
        Ok((seen, said)) => {
            ctx.store.return_case(&permit, seen, &said).await?;
            Ok(Redirect::to(&paths::case(id)).into_response())
        }
        Err(errors) => Ok(page(snapshot, form, &errors).unprocessable().into_response()),
    }
}

fn page(snapshot: Snapshot, form: ReturnForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, |field, code| match (field, code) {
        ("question", _) => "Choose at least one question",
        ("message", "missing") => "Enter a message",
        ("message", "too-long") => "The message must be 4,000 characters or fewer",
        ("version", _) => "Go back, reload the case and try again",
        (_, "missing") => "Enter why this question is open again",
        (_, "too-long") => "The reason must be 500 characters or fewer",
        _ => "This must not contain control characters",
    });
    Page::new("Return with named questions", move || view(&snapshot, &form, &wrong))
}

fn view(snapshot: &Snapshot, form: &ReturnForm, wrong: &Wrong) -> impl IntoView + use<> {
    let questions: Vec<_> = snapshot
        .answers
        .iter()
        .enumerate()
        .map(|(at, answered)| question(at, answered, form, wrong))
        .collect();
    let error = wrong.text("question").map(|text| view! { <govuk::ErrorMessage text=text/> });
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Return with named questions"</h1>
        <p class="govuk-body">
            "The questions that you choose open again. All other answers stay as they were sent. The operator reads your message, the reasons and all comments on this case."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version.clone()/>
            <govuk::TextArea
                id="message"
                label="Message to the operator"
                hint=NO_INTELLIGENCE
                value=form.message.clone()
                error=wrong.text("message")
            />
            <h2 class="govuk-heading-m">"Which questions open again?"</h2>
            {error}
            {questions}
            <govuk::Button>"Return the case"</govuk::Button>
        </form>
    }
}

/// A question with its checkbox and its reason; the first checkbox is where an error leads.
fn question(at: usize, answered: &AnsweredQuestion, form: &ReturnForm, wrong: &Wrong) -> AnyView {
    let id = answered.question.as_str().to_owned();
    let box_id = if at == 0 { "question".to_owned() } else { format!("question-{}", at + 1) };
    let reason = format!("reason-{id}");
    let named = form.questions.contains(&id);
    let given = answered.answer.as_ref();
    let answer = given.map(|given| answer_words::value(&given.value, answered.option.as_deref()));
    let choice = Choice::new(id.clone(), answered.text.clone()).hint(answer);
    let said = form.reasons.get(&id).cloned().unwrap_or_default();
    let error = wrong.text(&reason);
    let chosen = if named { vec![id] } else { Vec::new() };
    view! {
        <govuk::Checkboxes id=box_id name="question" items=vec![choice] values=chosen/>
        <govuk::TextArea
            id=reason
            label=govuk::FieldTitle::new(format!("Reason, if you chose “{}”", answered.text))
            hint=NO_INTELLIGENCE
            value=said
            error=error
            rows=2
        />
    }
    .into_any()
}
