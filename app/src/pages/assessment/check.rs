//! Check your answers.

use axum::extract::Path;
use domain::{
    assessment::{AssessmentState, Step},
    ids::{AssessmentId, PremisesOrEvent},
    policy::act,
};
use govuk::{RowAction, SummaryRow};
use leptos::prelude::*;
use store::Assessment;

use super::{answer_words, scope::in_scope, tasks};
use crate::{Page, PageError, paths, request::Ctx};

/// Every answer, with a way to change it, and what is missing.
pub async fn get(ctx: Ctx, Path(id): Path<AssessmentId>) -> Result<Page, PageError> {
    let (_, assessment) = ctx.open_assessment::<act::ViewAssessment>(id).await?;
    let (of, in_scope) = (assessment.of, in_scope(&ctx, &assessment).await?);
    let page = Page::new("Check your answers", move || view(&assessment, in_scope));
    Ok(page.of(of).with_back(paths::assessment(id)))
}

fn view(assessment: &Assessment, in_scope: bool) -> impl IntoView + use<> {
    let journey = assessment.journey();
    let sections: Vec<_> = assessment
        .set
        .sections
        .iter()
        .map(|section| {
            let rows: Vec<_> = journey.in_section(&section.id).map(|step| row(assessment, step)).collect();
            (!rows.is_empty()).then(|| {
                view! {
                    <h2 class="govuk-heading-m">{section.title.clone()}</h2>
                    <govuk::SummaryList rows=rows classes="portal-answers"/>
                }
            })
        })
        .collect();
    view! {
        <span class="govuk-caption-l">{assessment.name.clone()}</span>
        <h1 class="govuk-heading-l">"Check your answers"</h1>
        {missing(assessment)}
        {tasks::warnings(&journey)}
        {sections}
        {go_on(assessment, in_scope)}
    }
}

fn row(assessment: &Assessment, step: Step<'_>) -> SummaryRow {
    let option = step.answer.and_then(|answer| answer_words::option(step.question, &answer.value));
    let row = SummaryRow::new(step.question.text.as_str(), answer_words::answer(step.answer, option));
    if !assessment.may_answer(&step.question.id) {
        return row;
    }
    let link = format!("{}?from=check", paths::question(assessment.id, &step.question.id));
    let verb = if step.answer.is_some() { "Change" } else { "Answer" };
    row.action(RowAction::new(verb, link).hidden(step.question.text.to_lowercase()))
}

/// More open questions than this are folded away: all questions stand below.
const MOST_IN_SIGHT: usize = 10;

fn missing(assessment: &Assessment) -> Option<impl IntoView + use<>> {
    let journey = assessment.journey();
    let items: Vec<_> = journey
        .missing()
        .into_iter()
        .map(|question| {
            let link = format!("{}?from=check", paths::question(assessment.id, &question.id));
            view! { <li><a class="govuk-link" href=link>{question.text.clone()}</a></li> }
        })
        .collect();
    let count = items.len();
    (count > 0).then(|| {
        let list = view! { <ul class="govuk-list govuk-list--bullet">{items}</ul> };
        let list = if count > MOST_IN_SIGHT {
            view! { <govuk::Details summary="Show which">{list}</govuk::Details> }.into_any()
        } else {
            list.into_any()
        };
        view! {
            <govuk::InsetText>
                <p class="govuk-body govuk-!-font-weight-bold">
                    {count} " without an answer yet. “Not sure” is an answer, where it is offered."
                </p>
                {list}
            </govuk::InsetText>
        }
    })
}

fn go_on(assessment: &Assessment, in_scope: bool) -> AnyView {
    if assessment.state == AssessmentState::Submitted {
        return view! { <p class="govuk-body">"These answers were sent and are locked."</p> }.into_any();
    }
    if !in_scope {
        let (what, look) = match assessment.of {
            PremisesOrEvent::Premises(_) => (
                "These premises are not in scope of the Act as far as your facts tell, so there is nothing to send. ",
                "Look at the premises",
            ),
            PremisesOrEvent::Event(_) => (
                "This is not a qualifying event as far as your facts tell, so there is nothing to send. ",
                "Look at the event",
            ),
        };
        return view! {
            <p class="govuk-body">
                {what} <a class="govuk-link" href=paths::of(assessment.of)>{look}</a>
            </p>
        }
        .into_any();
    }
    if assessment.for_another_tier() {
        return view! {
            <p class="govuk-body">
                "The premises are in another tier now, and other questions go with it. "
                <a class="govuk-link" href=paths::assessment_part(assessment.id, "changes")>"See what is different"</a>
            </p>
        }
        .into_any();
    }
    if !assessment.journey().missing().is_empty() {
        return view! {
            <p class="govuk-body">"Answer the open questions, then send the answers to your adviser."</p>
        }
        .into_any();
    }
    view! {
        <govuk::ButtonLink href=paths::assessment_part(assessment.id, "declare")>
            "Continue to the declaration"
        </govuk::ButtonLink>
    }
    .into_any()
}
