//! A comment on one answer.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    content::QuestionId,
    forms::{Errors, review::CommentForm},
    ids::CaseId,
    policy::act,
    submission::AnsweredQuestion,
};
use leptos::prelude::*;
use store::CaseInHand;

use super::{NO_INTELLIGENCE, permit_step};
use crate::{
    Page, PageError,
    form::{Sent, Wrong, new_mark, read_mark},
    pages::assessment::answer_words,
    paths,
    request::Ctx,
};

/// The empty form below the answer.
pub async fn get(ctx: Ctx, Path((id, question)): Path<(CaseId, QuestionId)>) -> Result<Page, PageError> {
    let permit = permit_step::<act::ReviewCase>(&ctx, id).await?;
    let answered = find(&ctx.store.case_in_hand(&permit).await?, &question)?;
    let form = CommentForm { once: new_mark(), ..CommentForm::default() };
    Ok(page(id, answered, form, &Errors::none()))
}

/// Keeps the comment, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path((id, question)): Path<(CaseId, QuestionId)>,
    Sent(form): Sent<CommentForm>,
) -> Result<Response, PageError> {
    let permit = permit_step::<act::ReviewCase>(&ctx, id).await?;
    let once = read_mark(&form.once)?;
    let answered = find(&ctx.store.case_in_hand(&permit).await?, &question)?;
    match form.check() {
        Ok(text) => {
            ctx.store.comment(&permit, once, &question, &text).await?;
            Ok(Redirect::to(&paths::case(id)).into_response())
        }
        Err(errors) => Ok(page(id, answered, form, &errors).unprocessable().into_response()),
    }
}

fn find(case: &CaseInHand, question: &QuestionId) -> Result<AnsweredQuestion, PageError> {
    case.submission.snapshot.question(question).cloned().ok_or(PageError::NotFound)
}

fn page(id: CaseId, answered: AnsweredQuestion, form: CommentForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, |_, code| match code {
        "missing" => "Enter a comment",
        "too-long" => "The comment must be 2,000 characters or fewer",
        _ => "The comment must not contain control characters",
    });
    Page::new("Comment on an answer", move || view(&answered, &form, &wrong)).with_back(paths::case(id))
}

fn view(answered: &AnsweredQuestion, form: &CommentForm, wrong: &Wrong) -> impl IntoView + use<> {
    let said = answer_words::answer(answered.answer.as_ref(), answered.option.as_deref());
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Comment on an answer"</h1>
        <p class="govuk-body govuk-!-font-weight-bold">{answered.text.clone()}</p>
        <govuk::InsetText>{said}</govuk::InsetText>
        <form method="post" novalidate>
            <input type="hidden" name="once" value=form.once.clone()/>
            <govuk::TextArea
                id="comment"
                label="Your comment"
                hint=format!("The operator reads it once you return the case or record advice. {NO_INTELLIGENCE}")
                value=form.comment.clone()
                error=wrong.text("comment")
            />
            <govuk::Button>"Save the comment"</govuk::Button>
        </form>
    }
}
