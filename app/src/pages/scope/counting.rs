//! Counting people: what counts, and the fields for a method's figures.

use domain::{
    digits::thousands,
    forms::{FieldError, figures},
    law::{Method, Operation},
    scope::head_count::{MOST, REVIEW_MONTHS},
};
use govuk::Choice;
use leptos::prelude::*;

use crate::{form::Wrong, islands::RunningFigure};

/// What counts, and what does not (section 2(2)(c), and the guidance on it).
#[component]
pub fn WhatCounts(
    /// Whether the people of an event are counted, and not those of premises.
    #[prop(optional)]
    event: bool,
) -> impl IntoView {
    let often = if event {
        "One moment is enough: the busiest."
    } else {
        "Certain nights or seasons are enough. It need not be every day, and it is not an average."
    };
    let unexpected = (!event).then(|| {
        view! { <li>"A one-off crowd that you do not expect again does not count."</li> }
    });
    view! {
        <ul class="govuk-list govuk-list--bullet">
            <li>{often}</li>
            {unexpected}
            <li>"Staff, volunteers and performers count as well as visitors."</li>
            <li>"Fire capacity is not the test. The Act asks how many you expect, not how many would be safe."</li>
        </ul>
    }
}

/// The methods that work a number out from figures, to choose from.
pub fn methods() -> Vec<Choice> {
    domain::law::methods()
        .iter()
        .filter(|method| !method.inputs.is_empty())
        .map(|method| Choice::new(method.id, method.label).hint(method.hint))
        .collect()
}

/// A field for each figure of a method. `typed` says what stands in a field.
pub fn fields(
    method: &'static Method,
    prefix: &str,
    wrong: &Wrong,
    typed: impl Fn(&str) -> String,
) -> AnyView {
    let of = |input: &'static domain::law::MethodInput| {
        let name = figures::field(prefix, input);
        let suffix = if input.operation == Operation::PercentOf { "%" } else { "" };
        view! {
            <govuk::Input
                id=name.clone()
                label=input.label
                hint=input.hint
                value=typed(&name)
                error=wrong.text(&name)
                inputmode=if input.decimals { "decimal" } else { "numeric" }
                width=govuk::Width::Chars5
                suffix=suffix
                spellcheck=false
            />
        }
        .into_any()
    };
    let fields: Vec<AnyView> = method.inputs.iter().map(of).collect();
    let names = method.inputs.iter().map(|input| figures::field(prefix, input));
    let now: Vec<(String, String)> = names.map(|name| (name.clone(), typed(&name))).collect();
    view! {
        <RunningFigure method=method.id.to_owned() prefix=prefix.to_owned() typed=now>
            {fields}
        </RunningFigure>
    }
    .into_any()
}

/// What is wrong with a figure, in words; `None` when the error is not about a figure.
pub fn wrong_figure(method: &Method, prefix: &str, error: &FieldError) -> Option<String> {
    let input = method.inputs.iter().find(|input| figures::field(prefix, input) == error.field)?;
    let label = input.label.trim_end_matches(" (optional)");
    Some(match &*error.code {
        "missing" => format!("Enter a number: {label}"),
        "not-whole" => format!("Enter a whole number: {label}"),
        "too-many-out" => "More people left than came in. Check both numbers".into(),
        "by-nothing" => format!("Enter more than 0: {label}"),
        "number-range" => {
            format!("These figures do not come to a number from 1 to {}. Check them", thousands(MOST))
        }
        _ => format!("Enter a number, like 35: {label}"),
    })
}

/// When to look at the number again.
#[component]
pub fn ReviewInput(
    /// Months, as they were chosen; a year when empty.
    value: String,
    /// What is wrong, if anything is.
    error: Option<String>,
) -> impl IntoView {
    let [year, ..] = REVIEW_MONTHS;
    let value = if value.is_empty() { year.to_string() } else { value };
    let items: Vec<_> = REVIEW_MONTHS
        .into_iter()
        .map(|months| {
            let text = match months {
                12 => "A year after".to_owned(),
                1 => "A month after".to_owned(),
                months => format!("{months} months after"),
            };
            govuk::SelectItem::new(months.to_string(), text)
        })
        .collect();
    view! {
        <govuk::Select
            id="review"
            label="When will you look at it again?"
            hint="Or sooner, when something changes. The number has to be kept under review."
            items=items
            value=value
            error=error
        />
    }
}
