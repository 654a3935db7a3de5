//! Says beside a question that its answer is less well founded than it was.

use domain::{
    assessment::{Aged, aged},
    content::QuestionId,
};
use leptos::prelude::*;
use store::Assessment;

use crate::{components::day, paths};

/// What is too long ago, and what to do; nothing where the answer has not aged.
pub fn notice(assessment: &Assessment, question: &QuestionId) -> Option<AnyView> {
    let inset = |text: String, link: AnyView| {
        view! {
            <govuk::InsetText>
                <p class="govuk-body">{text} " " {link}</p>
            </govuk::InsetText>
        }
        .into_any()
    };
    Some(match aged(&assessment.journey(), question, assessment.grounds())? {
        Aged::Day(on) => {
            let text = format!("The day you gave, {}, is too long ago by now.", day(on));
            inset(text, "Go through it again, and enter the new day.".into_any())
        }
        Aged::Drill(overdue) => {
            let text = format!(
                "What you say here was last tried out too long ago, on {}. So it is less well founded.",
                day(overdue.last)
            );
            let record = paths::part(assessment.of, "drills/new");
            inset(text, view! { <a class="govuk-link" href=record>"Record a drill"</a> }.into_any())
        }
    })
}
