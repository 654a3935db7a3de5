//! The task list: sections, how far each is, and what comes after.

use axum::extract::Path;
use domain::{
    assessment::{AssessmentState, Journey, SectionProgress, contradictions, progress},
    content::Audience,
    ids::AssessmentId,
    policy::act,
};
use govuk::{RowAction, SummaryRow, TagColour, Task, TaskStatus};
use leptos::prelude::*;
use store::Assessment;

use crate::{
    Page, PageError,
    components::{emergency::Emergency, progress as words, prose},
    paths,
    request::Ctx,
};

/// The task list.
pub async fn get(ctx: Ctx, Path(id): Path<AssessmentId>) -> Result<Page, PageError> {
    let (_, assessment) = ctx.open_assessment::<act::ViewAssessment>(id).await?;
    let of = assessment.of;
    Ok(Page::new("Questions", move || view(&assessment)).of(of).with_back(paths::of(of)))
}

fn view(assessment: &Assessment) -> impl IntoView + use<> {
    let id = assessment.id;
    let journey = assessment.journey();
    let progress = progress(&journey);
    let sections = progress.sections.iter().map(|section| task(assessment, &journey, section)).collect();
    let check = if assessment.audience() == Audience::Voluntary {
        "Check your answers"
    } else {
        "Check your answers and send them"
    };
    let after = vec![
        Task::new(
            check,
            paths::assessment_part(id, "check"),
            if assessment.state == AssessmentState::Submitted {
                TaskStatus::tag("Sent", TagColour::Blue)
            } else if progress.is_done() {
                TaskStatus::tag("Ready", TagColour::Green)
            } else {
                TaskStatus::tag("Questions open", TagColour::Grey)
            },
        ),
        Task::new(
            "Readiness, topic by topic",
            paths::assessment_part(id, "readiness"),
            TaskStatus::default(),
        ),
        Task::new(
            "What to do next: your action plan",
            paths::part(assessment.of, "plan"),
            TaskStatus::default(),
        ),
    ];
    let intro = prose::blocks(&assessment.set.intro);
    let summary = words::words(progress.answered, progress.visible, progress.minutes_left);
    view! {
        <span class="govuk-caption-l">{assessment.name.clone()}</span>
        <h1 class="govuk-heading-l">{assessment.set.title.clone()}</h1>
        {state(assessment)}
        {changes(assessment)}
        <p class="govuk-body">{summary}</p>
        {warnings(&journey)}
        <h2 class="govuk-heading-m">"Questions"</h2>
        <govuk::TaskList tasks=sections id_prefix="sections"/>
        <h2 class="govuk-heading-m">"Then"</h2>
        <govuk::TaskList tasks=after id_prefix="after"/>
        <govuk::Details summary="Before you start">
            <govuk::Prose blocks=intro/>
        </govuk::Details>
        <Emergency/>
    }
}

fn task(assessment: &Assessment, journey: &Journey<'_>, section: &SectionProgress<'_>) -> Task {
    let open = journey.in_section(&section.section.id).find(|step| step.answer.is_none());
    let first = open.or_else(|| journey.in_section(&section.section.id).next());
    let status = words::status(section.state);
    let hint = words::words(section.answered, section.visible, section.minutes_left);
    let title = section.section.title.as_str();
    match first {
        Some(step) => Task::new(title, paths::question(assessment.id, &step.question.id), status).hint(hint),
        None => Task::closed(title, status).hint(hint),
    }
}

/// Leads to what is different, where other questions fit now.
fn changes(assessment: &Assessment) -> Option<impl IntoView + use<>> {
    let now = assessment.other_questions()?;
    let words = if now.id == assessment.set.id {
        "There is a newer edition of these questions."
    } else {
        "What you said about the premises has changed, and other questions fit them now."
    };
    let link = paths::assessment_part(assessment.id, "changes");
    Some(view! {
        <govuk::NotificationBanner title="Important">
            <h2 class="govuk-notification-banner__heading">"The questions have changed"</h2>
            <p class="govuk-body">
                {words} " Your answers are kept. "
                <a class="govuk-notification-banner__link" href=link>"See what is different"</a>
            </p>
        </govuk::NotificationBanner>
    })
}

/// What the state of the assessment means for whoever reads it.
fn state(assessment: &Assessment) -> AnyView {
    match assessment.state {
        AssessmentState::Open => ().into_any(),
        AssessmentState::Submitted => view! {
            <govuk::InsetText>
                "The answers were sent and are locked. You can read them here, and take the submission back as long as the adviser has not answered."
            </govuk::InsetText>
        }
        .into_any(),
        AssessmentState::Returned => {
            let rows: Vec<_> = assessment
                .reopened
                .iter()
                .map(|(question, reason)| {
                    let text = assessment.set.question(question).map_or("", |question| question.text.as_str());
                    let change = RowAction::new("Change", paths::question(assessment.id, question));
                    SummaryRow::new(text, reason.as_str()).action(change.hidden(text.to_owned()))
                })
                .collect();
            view! {
                <govuk::NotificationBanner title="Important">
                    <h2 class="govuk-notification-banner__heading">"The adviser returned some questions"</h2>
                    <p class="govuk-body">"Only these, and those that hang on them, can be changed. Then send the answers again."</p>
                    <govuk::SummaryList rows=rows/>
                </govuk::NotificationBanner>
            }
            .into_any()
        }
    }
}

/// Answers that do not go together: worth a second look, in the way of nothing.
pub fn warnings(journey: &Journey<'_>) -> AnyView {
    let found = contradictions(journey);
    if found.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = found.into_iter().map(|one| view! { <li>{one.text.clone()}</li> }).collect();
    view! {
        <govuk::InsetText>
            <p class="govuk-body govuk-!-font-weight-bold">"Worth a second look"</p>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        </govuk::InsetText>
    }
    .into_any()
}
