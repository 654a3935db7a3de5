//! The declaration, and sending.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, declaration::DeclarationForm},
    ids::{AssessmentId, PremisesOrEvent},
    policy::act,
};
use govuk::Choice;
use leptos::prelude::*;
use store::{Assessment, StoreError, SubmitRefused};

use super::scope::in_scope;
use crate::{
    Page, PageError,
    form::{Sent, Wrong, new_mark, read_mark},
    paths,
    request::Ctx,
};

/// The declaration; while questions are open, back to what is missing.
pub async fn get(ctx: Ctx, Path(id): Path<AssessmentId>) -> Result<Response, PageError> {
    let (_, assessment) = ctx.open_assessment::<act::Submit>(id).await?;
    if !in_scope(&ctx, &assessment).await?
        || assessment.for_another_tier()
        || !assessment.journey().missing().is_empty()
    {
        return Ok(Redirect::to(&paths::assessment_part(id, "check")).into_response());
    }
    let form = DeclarationForm { once: new_mark(), ..DeclarationForm::default() };
    Ok(page(&assessment, form, &Errors::none()).into_response())
}

/// Sends the answers. A form sent twice is answered the same twice.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<AssessmentId>,
    Sent(form): Sent<DeclarationForm>,
) -> Result<Response, PageError> {
    let once = read_mark(&form.once)?;
    let permit = match ctx.permit::<act::Submit>(id).await {
        Ok(permit) => permit,
        Err(PageError::NotFound) => return sent_before(&ctx, id, once).await,
        Err(error) => return Err(error),
    };
    let declaration = match form.check(ctx.today()) {
        Ok(declaration) => declaration,
        Err(errors) => {
            let (_, assessment) = ctx.open_assessment::<act::Submit>(id).await?;
            return Ok(page(&assessment, form, &errors).unprocessable().into_response());
        }
    };
    match ctx.store.submit(&permit, once, &declaration).await {
        Ok(submission) => Ok(Redirect::to(&paths::submission(submission)).into_response()),
        // The page that lists what is missing says why.
        Err(SubmitRefused::Missing(_) | SubmitRefused::OutOfScope | SubmitRefused::OtherQuestions) => {
            Ok(Redirect::to(&paths::assessment_part(id, "check")).into_response())
        }
        Err(SubmitRefused::Store(error)) => Err(error.into()),
    }
}

/// The answers are locked: because this very form sent them, or because another did.
async fn sent_before(ctx: &Ctx, id: AssessmentId, once: uuid::Uuid) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::ViewAssessment>(id).await?;
    match ctx.store.submitted_by_form(&permit, once).await? {
        Some(submission) => Ok(Redirect::to(&paths::submission(submission)).into_response()),
        None => Err(StoreError::Closed.into()),
    }
}

fn page(assessment: &Assessment, form: DeclarationForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, words);
    let (name, of, back) =
        (assessment.name.clone(), assessment.of, paths::assessment_part(assessment.id, "check"));
    Page::new("Declaration", move || view(&name, of, &form, &wrong)).of(of).with_back(back)
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("name", "missing") => "Enter your name",
        ("name", "too-long") => "Your name must be 100 characters or fewer",
        ("role", "missing") => "Enter your role",
        ("role", "too-long") => "Your role must be 100 characters or fewer",
        ("agree", _) => "Tick the box to say that you make the declaration",
        _ => "This must not contain control characters",
    }
}

fn view(name: &str, of: PremisesOrEvent, form: &DeclarationForm, wrong: &Wrong) -> impl IntoView + use<> {
    let agreed = if form.agree.is_empty() { Vec::new() } else { vec![form.agree.clone()] };
    let (role, agree) = match of {
        PremisesOrEvent::Premises(_) => (
            "Your role at the premises",
            "The answers are true to the best of my knowledge, and I may give them for the organisation that runs the premises.",
        ),
        PremisesOrEvent::Event(_) => (
            "Your role in the event",
            "The answers are true to the best of my knowledge, and I may give them for the organisation that runs the event.",
        ),
    };
    let agree = Choice::new("yes", agree);
    view! {
        {wrong.summary()}
        <span class="govuk-caption-l">{name.to_owned()}</span>
        <h1 class="govuk-heading-l">"Declaration"</h1>
        <p class="govuk-body">
            "Your answers are sealed with the wording of each question and sent to the Counter Terrorism Security Advisers (CTSAs) of your police region. They give advice. They decide nothing under the Act."
        </p>
        <govuk::InsetText>
            "This is not a notification to the Security Industry Authority (SIA), and the SIA does not see it. When you deal with the SIA itself, section 25 of the Act will make it an offence to give it false or misleading information."
        </govuk::InsetText>
        <p class="govuk-body">
            "After sending, the answers are locked until the adviser returns them or you take the submission back."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="once" value=form.once.clone()/>
            <govuk::Input
                id="name"
                label="Your name"
                value=form.name.clone()
                error=wrong.text("name")
                autocomplete="name"
            />
            <govuk::Input
                id="role"
                label=role
                value=form.role.clone()
                error=wrong.text("role")
                autocomplete="organization-title"
            />
            <govuk::Checkboxes
                id="agree"
                legend="What you declare"
                items=vec![agree]
                values=agreed
                error=wrong.text("agree")
            />
            <govuk::Button prevent_double_click=true>"Send the answers"</govuk::Button>
        </form>
    }
}
