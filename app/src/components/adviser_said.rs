//! What a CTSA said to a submission: the answer, the named questions, the comments.

use domain::{area, content::QuestionId, day::in_london, ids::AssessmentId, submission::Snapshot};
use leptos::prelude::*;
use store::{CaseAnswer, Said};

use super::day;
use crate::paths;

/// What was said, by role and region and never by name. Shows nothing while the case is not
/// answered.
#[component]
pub fn AdviserSaid(
    /// What was said.
    said: Said,
    /// What it was said to, for the wording of the questions.
    snapshot: Snapshot,
    /// Where the named questions can be answered now, if they can.
    #[prop(optional_no_strip)]
    reopened: Option<AssessmentId>,
) -> impl IntoView {
    let region = area::region(&said.region).map_or("", |region| region.name);
    let wording = |id: &QuestionId| {
        snapshot.question(id).map_or_else(|| id.to_string(), |answered| answered.text.clone())
    };
    let entry = |id: &QuestionId, text: &str, answered_in: Option<AssessmentId>| {
        let (question, text) = (wording(id), text.to_owned());
        let question = match answered_in {
            Some(assessment) => {
                let href = paths::question(assessment, id);
                view! { <a class="govuk-link" href=href>{question}</a> }.into_any()
            }
            None => question.into_any(),
        };
        view! {
            <dt class="govuk-!-font-weight-bold">{question}</dt>
            <dd class="portal-written">{text}</dd>
        }
        .into_any()
    };
    let named: Vec<_> = said.reopened.iter().map(|(id, reason)| entry(id, reason, reopened)).collect();
    let comments: Vec<_> =
        said.comments.iter().map(|comment| entry(&comment.question, &comment.text, None)).collect();
    said.answer.map(|answer| {
        let (title, text) = match answer.answer {
            CaseAnswer::Returned { message } => ("Returned with questions", message),
            CaseAnswer::Advised { advice } => ("Advice", advice),
        };
        let from = format!("From a CTSA of {region}, {}.", day(in_london(answer.at)));
        view! {
            <section aria-labelledby="adviser-said">
                <h2 class="govuk-heading-m" id="adviser-said">{title}</h2>
                <p class="govuk-body">{from}</p>
                <govuk::InsetText classes="portal-written">{text}</govuk::InsetText>
                {part("Questions that are open again", named)}
                {part("Comments on answers", comments)}
                <p class="govuk-body">
                    "This is advice. It says nothing about what the Security Industry Authority (SIA), the regulator, will find."
                </p>
            </section>
        }
    })
}

fn part(title: &'static str, entries: Vec<AnyView>) -> Option<impl IntoView> {
    (!entries.is_empty()).then(|| {
        view! {
            <h3 class="govuk-heading-s">{title}</h3>
            <dl class="govuk-body">{entries}</dl>
        }
    })
}
