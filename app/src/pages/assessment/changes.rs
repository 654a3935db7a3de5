//! What is different about the questions: a newer edition, or the set for another tier.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    assessment::{Changed, Differences, differences},
    content::{self, Question, QuestionSet},
    ids::AssessmentId,
    policy::act,
};
use leptos::prelude::*;
use serde::Deserialize;
use store::Assessment;

use crate::{Page, PageError, components::edition, form::Sent, paths, request::Ctx};

/// What is different. Where the questions are the right ones, back to them.
pub async fn get(ctx: Ctx, Path(id): Path<AssessmentId>) -> Result<Response, PageError> {
    let (_, assessment) = ctx.open_assessment::<act::EditAnswers>(id).await?;
    let Some(now) = assessment.other_questions() else {
        return Ok(Redirect::to(&paths::assessment(id)).into_response());
    };
    let of = assessment.of;
    let page = Page::new("The questions have changed", move || view(&assessment, now));
    Ok(page.of(of).with_back(paths::assessment(id)).into_response())
}

/// Which questions somebody had, and which they go on with, such as `standard 2026-11`.
#[derive(Deserialize)]
pub struct GoOn {
    from: String,
    to: String,
}

/// Goes on with the other questions.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<AssessmentId>,
    Sent(form): Sent<GoOn>,
) -> Result<Redirect, PageError> {
    let (permit, assessment) = ctx.open_assessment::<act::EditAnswers>(id).await?;
    let (from, to) = (named(&form.from)?, named(&form.to)?);
    // The page was read a while ago: what it offered may not fit any more.
    if assessment.other_questions().is_some_and(|fit| fit != to) {
        return Ok(Redirect::to(&paths::assessment_part(id, "changes")));
    }
    ctx.store.move_assessment(&permit, from, to).await?;
    Ok(Redirect::to(&paths::assessment(id)))
}

fn named(name: &str) -> Result<&'static QuestionSet, PageError> {
    let library = content::library().map_err(|_| PageError::BadForm)?;
    let found = name.split_once(' ').and_then(|(set, edition)| library.edition(set, edition));
    found.ok_or(PageError::BadForm)
}

fn name(set: &QuestionSet) -> String {
    format!("{} {}", set.id, set.edition)
}

fn view(assessment: &Assessment, now: &'static QuestionSet) -> impl IntoView + use<> {
    let before = assessment.set;
    let differences = differences(before, now);
    let why = if before.id == now.id {
        format!(
            "There is a newer edition of these questions, of {}. You began with the one of {}.",
            edition(&now.edition),
            edition(&before.edition)
        )
    } else {
        format!(
            "What you said about the premises has changed what the Act asks of them. You began with “{}”; the questions that fit now are “{}”.",
            before.title, now.title
        )
    };
    let kept = assessment.answers.iter().filter(|(question, _)| {
        now.question(question).is_some() && !differences.ask_again().any(|again| again == *question)
    });
    let kept = match kept.count() {
        0 => "None of your answers are affected.".to_owned(),
        1 => "One of your answers stays as it is.".to_owned(),
        many => format!("{many} of your answers stay as they are."),
    };
    view! {
        <span class="govuk-caption-l">{assessment.name.clone()}</span>
        <h1 class="govuk-heading-l">"The questions have changed"</h1>
        <p class="govuk-body">{why}</p>
        <p class="govuk-body">{kept} " What you sent before keeps the wording that it answered."</p>
        {changed(&differences)}
        {list("New questions", &differences.new)}
        {list("Not asked any more", &differences.gone)}
        <form method="post" novalidate>
            <input type="hidden" name="from" value=name(before)/>
            <input type="hidden" name="to" value=name(now)/>
            <govuk::Button>"Go on with these questions"</govuk::Button>
        </form>
    }
}

fn changed(differences: &Differences<'_>) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = differences.changed.iter().map(|one| changed_item(*one)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Asked differently"</h2>
            <ul class="govuk-list govuk-list--spaced">{items}</ul>
        }
    })
}

fn changed_item(one: Changed<'_>) -> impl IntoView + use<> {
    let again = if one.ask_again {
        "We ask you again. Your answer so far is shown beside the question."
    } else {
        "Your answer stays."
    };
    view! {
        <li>
            <p class="govuk-body govuk-!-margin-bottom-1">
                <strong>{one.now.text.clone()}</strong>
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-1">"Before: " {one.before.text.clone()}</p>
            <p class="govuk-body">{one.why.map(str::to_owned)} " " {again}</p>
        </li>
    }
}

fn list(heading: &'static str, questions: &[&Question]) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = questions.iter().map(|question| view! { <li>{question.text.clone()}</li> }).collect();
    let summary = format!("{heading} ({})", items.len());
    (!items.is_empty()).then(|| {
        view! {
            <govuk::Details summary=summary>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            </govuk::Details>
        }
    })
}
