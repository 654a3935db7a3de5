//! What there is to do: the actions that follow from the answers.

use axum::extract::Path;
use domain::{
    assessment::{Action, actions},
    ids::AssessmentId,
    policy::act,
};
use leptos::prelude::*;
use store::Assessment;

use crate::{
    Page, PageError,
    components::{
        emergency::Emergency,
        legal_label::{LegalLabel, Sources},
        prose,
    },
    paths,
    request::Ctx,
};

/// The list, most urgent first.
pub async fn get(ctx: Ctx, Path(id): Path<AssessmentId>) -> Result<Page, PageError> {
    let (_, assessment) = ctx.open_assessment::<act::ViewAssessment>(id).await?;
    Ok(Page::new("Your list of actions", move || view(&assessment)).with_back(paths::assessment(id)))
}

fn view(assessment: &Assessment) -> impl IntoView + use<> {
    let journey = assessment.journey();
    let all = actions(&journey);
    let groups: Vec<_> = [(1, "First"), (2, "Next"), (3, "After that")]
        .into_iter()
        .map(|(priority, heading)| {
            let items: Vec<_> = all
                .iter()
                .filter(|action| action.priority == priority)
                .map(|action| item(assessment, action))
                .collect();
            (!items.is_empty()).then(|| {
                view! {
                    <h2 class="govuk-heading-m">{heading}</h2>
                    <ol class="govuk-list govuk-list--spaced">{items}</ol>
                }
            })
        })
        .collect();
    let none = all.is_empty().then(|| {
        view! {
            <p class="govuk-body">
                "Nothing follows from the answers so far. Questions without an answer are not counted."
            </p>
        }
    });
    view! {
        <span class="govuk-caption-l">{assessment.premises_name.as_str().to_owned()}</span>
        <h1 class="govuk-heading-l">"Your list of actions"</h1>
        <p class="govuk-body">
            "They follow from your answers. Only what is marked “Law” will bind you when the duties start, so far as is reasonably practicable."
        </p>
        {none}
        {groups}
        <Emergency/>
    }
}

fn item(assessment: &Assessment, action: &Action<'_>) -> impl IntoView + use<> {
    let question = action.question;
    let link = paths::question(assessment.id, &question.id);
    let (text, section) = (action.text.to_owned(), action.section.title.clone());
    let (guidance, sources) = (prose::blocks(&question.guidance), action.sources.to_vec());
    let (asked, label, act) = (question.text.clone(), action.label, question.act.clone());
    view! {
        <li>
            <p class="govuk-body govuk-!-font-weight-bold">{text}</p>
            <LegalLabel label=label act=act/>
            <p class="govuk-body-s">
                {section} ": "
                <a class="govuk-link" href=link>{asked}</a>
            </p>
            <govuk::Details summary="Guidance and sources">
                <govuk::Prose blocks=guidance/>
                <Sources sources=sources/>
            </govuk::Details>
        </li>
    }
}
