//! Returning a case with named questions: they open again, the other answers stay locked. First the
//! questions are chosen, then the reasons are given for those alone.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    content::QuestionId,
    forms::{
        Errors,
        review::{ReturnForm, ReturnStep},
    },
    ids::CaseId,
    policy::act,
    submission::{AnsweredQuestion, Snapshot},
};
use govuk::{ButtonKind, Choice, FieldTitle};
use leptos::prelude::*;

use super::{NO_INTELLIGENCE, permit_step};
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    pages::assessment::answer_words,
    paths,
    request::Ctx,
};

/// The questions, none of them chosen.
pub async fn get(ctx: Ctx, Path(id): Path<CaseId>) -> Result<Page, PageError> {
    let permit = permit_step::<act::ReturnCase>(&ctx, id).await?;
    let case = ctx.store.case_in_hand(&permit).await?;
    let form = ReturnForm { version: case.version.to_string(), ..ReturnForm::default() };
    Ok(page(id, ReturnStep::Choose, case.submission.snapshot, form, &Errors::none()))
}

/// Goes on to the reasons or back to the questions, returns the case, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<CaseId>,
    Sent(form): Sent<ReturnForm>,
) -> Result<Response, PageError> {
    let permit = permit_step::<act::ReturnCase>(&ctx, id).await?;
    let snapshot = ctx.store.case_in_hand(&permit).await?.submission.snapshot;
    let asked: Vec<QuestionId> = snapshot.answers.iter().map(|answered| answered.question.clone()).collect();
    if form.step == ReturnStep::Choose {
        return Ok(page(id, ReturnStep::Choose, snapshot, form, &Errors::none()).into_response());
    }
    if let Err(errors) = form.named(&asked) {
        let again = page(id, ReturnStep::Choose, snapshot, form, &errors);
        return Ok(again.unprocessable().into_response());
    }
    if form.step == ReturnStep::Explain {
        return Ok(page(id, ReturnStep::Explain, snapshot, form, &Errors::none()).into_response());
    }
    match form.check(&asked) {
        Ok((seen, said)) => {
            ctx.store.return_case(&permit, seen, &said).await?;
            Ok(Redirect::to(&paths::case(id)).into_response())
        }
        Err(errors) => {
            let again = page(id, ReturnStep::Explain, snapshot, form, &errors);
            Ok(again.unprocessable().into_response())
        }
    }
}

/// The page of a step.
fn page(id: CaseId, step: ReturnStep, snapshot: Snapshot, form: ReturnForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, |field, code| match (field, code) {
        ("question", _) => "Choose at least one question".to_owned(),
        ("message", "missing") => "Enter a message".into(),
        ("message", "too-long") => "The message must be 4,000 characters or fewer".into(),
        ("message", _) => "The message must not contain control characters".into(),
        ("version", _) => "Go back, reload the case and try again".into(),
        (reason, code) => {
            let of = reason_of(&snapshot, reason);
            match code {
                "missing" => format!("Enter why this question is open again: {of}"),
                "too-long" => format!("The reason must be 500 characters or fewer: {of}"),
                _ => format!("The reason must not contain control characters: {of}"),
            }
        }
    });
    Page::new("Return with named questions", move || {
        let fields = match step {
            ReturnStep::Choose => choose(&snapshot, &form, &wrong).into_any(),
            ReturnStep::Explain | ReturnStep::Return => explain(&snapshot, &form, &wrong).into_any(),
        };
        view! {
            {wrong.summary()}
            <h1 class="govuk-heading-l">"Return with named questions"</h1>
            <form method="post" novalidate>
                <input type="hidden" name="version" value=form.version.clone()/>
                {fields}
            </form>
        }
    })
    .with_back(paths::case(id))
}

/// The wording of the question that a reason is about.
fn reason_of(snapshot: &Snapshot, field: &str) -> String {
    let id = field.trim_start_matches("reason-");
    let found = snapshot.answers.iter().find(|answered| answered.question.as_str() == id);
    found.map_or_else(String::new, |answered| answered.text.clone())
}

/// The first step, with what the second would say in hidden fields.
fn choose(snapshot: &Snapshot, form: &ReturnForm, wrong: &Wrong) -> impl IntoView + use<> {
    let reasons: Vec<_> = form
        .reasons
        .iter()
        .map(|(id, said)| view! { <input type="hidden" name=format!("reason-{id}") value=said.clone()/> })
        .collect();
    let mut error = wrong.text("question");
    let sections: Vec<_> = snapshot
        .answers
        .chunk_by(|one, next| one.section == next.section)
        .enumerate()
        .map(|(at, answers)| {
            // The error summary leads to the first box.
            let id = if at == 0 { "question".to_owned() } else { format!("question-of-{}", at + 1) };
            let items: Vec<Choice> = answers.iter().map(choice).collect();
            let title = answers.first().map(|one| one.section_title.clone()).unwrap_or_default();
            view! {
                <govuk::Checkboxes
                    id=id
                    name="question"
                    legend=FieldTitle::new(title).size(govuk::Size::M)
                    items=items
                    values=form.questions.clone()
                    error=error.take()
                    small=true
                />
            }
        })
        .collect();
    view! {
        <p class="govuk-body">
            "Choose the questions that open again. You give the reasons next. All other answers stay as they were sent."
        </p>
        <input type="hidden" name="message" value=form.message.clone()/>
        {reasons}
        {sections}
        <govuk::Button name="step" value=ReturnStep::Explain.as_str()>"Continue"</govuk::Button>
    }
}

/// A question, with what was answered.
fn choice(answered: &AnsweredQuestion) -> Choice {
    let given = answered.answer.as_ref();
    let answer = given.map(|given| answer_words::value(&given.value, answered.option.as_deref()));
    Choice::new(answered.question.as_str(), answered.text.clone()).hint(answer)
}

/// The second step: a reason for each question that was chosen, and the message.
fn explain(snapshot: &Snapshot, form: &ReturnForm, wrong: &Wrong) -> impl IntoView + use<> {
    let named =
        |answered: &&AnsweredQuestion| form.questions.iter().any(|id| id == answered.question.as_str());
    let reasons: Vec<_> =
        snapshot.answers.iter().filter(named).map(|answered| reason(answered, form, wrong)).collect();
    view! {
        <p class="govuk-body">
            "The operator reads the reasons, your message and all comments on this case."
        </p>
        {reasons}
        <govuk::TextArea
            id="message"
            label="Message to the operator"
            hint=NO_INTELLIGENCE
            value=form.message.clone()
            error=wrong.text("message")
        />
        <div class="govuk-button-group">
            <govuk::Button name="step" value=ReturnStep::Return.as_str() prevent_double_click=true>
                "Return the case"
            </govuk::Button>
            <govuk::Button name="step" value=ReturnStep::Choose.as_str() kind=ButtonKind::Secondary>
                "Choose other questions"
            </govuk::Button>
        </div>
    }
}

fn reason(answered: &AnsweredQuestion, form: &ReturnForm, wrong: &Wrong) -> AnyView {
    let question = answered.question.as_str().to_owned();
    let id = format!("reason-{question}");
    let given = answered.answer.as_ref();
    let answer = given.map(|given| answer_words::value(&given.value, answered.option.as_deref()));
    let answer = answer.map(|answer| format!("Answered: {answer}. ")).unwrap_or_default();
    view! {
        <input type="hidden" name="question" value=question.clone()/>
        <govuk::TextArea
            id=id.clone()
            label=FieldTitle::new(format!("Why is this open again: {}", answered.text))
            hint=format!("{answer}{NO_INTELLIGENCE}")
            value=form.reasons.get(&question).cloned().unwrap_or_default()
            error=wrong.text(&id)
            rows=3
        />
    }
    .into_any()
}
