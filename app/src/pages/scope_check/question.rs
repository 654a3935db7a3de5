//! One question of the scope check.

mod counting;
mod field;

use domain::{
    forms::{Errors, FieldError},
    scope::check::{Question, Step},
};
use leptos::prelude::*;

use self::field::Field;
use super::{Asked, words};
use crate::{
    Page,
    form::Wrong,
    pages::scope::{counting::wrong_figure, words as scope_words},
    paths,
};

/// The page of a question, with what was said to it.
pub fn page(asked: Asked, step: Step, errors: Errors) -> Page {
    let wrong = Wrong::of(&errors, |error| sentence(&step, error));
    let back =
        asked.check.before(step.question).map_or_else(|| "/".to_owned(), |before| asked.change(before));
    let title = words::title(step.question, asked.today);
    Page::new(title, move || view(&asked, &step, &wrong)).with_back(back)
}

fn sentence(step: &Step, error: &FieldError) -> String {
    if let (Question::Figures(counted), Some(method)) = (step.question, step.method)
        && let Some(sentence) = wrong_figure(method, counted.prefix(), error)
    {
        return sentence;
    }
    words::wrong(step.question, &error.field, &error.code).into()
}

fn view(asked: &Asked, step: &Step, wrong: &Wrong) -> impl IntoView + use<> {
    let question = step.question;
    let others = asked.check.address_without(Some(question));
    let hidden: Vec<_> = others
        .into_iter()
        .chain([("answer".to_owned(), question.id())])
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let start = (question == Question::What).then(|| {
        view! {
            <p class="govuk-body">
                "A few short questions tell whether the Terrorism (Protection of Premises) Act 2025 (Martyn’s Law) may apply, and why. Nothing you enter is stored, and no name or address is asked."
            </p>
        }
    });
    let cite = words::cite(question, asked.today).map(|cite| {
        view! { <p class="govuk-body-s">"Where the Act says this: " {scope_words::section(&cite)}</p> }
    });
    let field = Field { asked, step, wrong };
    view! {
        {wrong.summary()}
        {start}
        <form method="get" action=paths::SCOPE_CHECK novalidate>
            {hidden}
            {field.view()}
            <govuk::Button>"Continue"</govuk::Button>
        </form>
        {cite}
    }
}
