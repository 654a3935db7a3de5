//! The number of people, with its tier beside it while one types.

use domain::law::{self, ThresholdKind};
use leptos::prelude::*;

/// The field for the greatest number of people expected; says at once where the number falls.
/// The decision itself is made on the server, from all the facts.
#[island]
pub fn ExpectedNumber(
    /// What the field holds.
    value: String,
    /// What is wrong; empty if nothing is.
    error: String,
    /// The day whose law applies, as `YYYY-MM-DD`.
    on: String,
) -> impl IntoView {
    let (typed, set_typed) = signal(value.clone());
    let day = on.parse().unwrap_or_default();
    view! {
        <govuk::Input
            id="number"
            label="What is the greatest number of people you expect at the same time?"
            hint="Count staff as well as visitors, at your busiest regular times. Not the fire limit, and not an average."
            value=value
            error=error
            inputmode="numeric"
            width=govuk::Width::Chars5
            suffix="people"
            on:input=move |event| set_typed.set(event_target_value(&event))
        />
        <p class="govuk-body portal-live" aria-live="polite">{move || note(&typed.get(), day)}</p>
    }
}

fn note(typed: &str, on: chrono::NaiveDate) -> String {
    let Ok(number) = typed.trim().replace(',', "").parse::<u32>() else { return String::new() };
    let law = law::known();
    let at = |kind| law.threshold(kind, on).map_or(u32::MAX, |threshold| threshold.value);
    let (standard, enhanced) = (at(ThresholdKind::Standard), at(ThresholdKind::Enhanced));
    if number < standard {
        format!("{number} is below {standard}: premises this size are usually outside the Act.")
    } else if number < enhanced {
        format!("{number} is from {standard} to {}: usually the standard tier.", enhanced - 1)
    } else {
        format!("{number} is {enhanced} or more: usually the enhanced tier. Some uses stay standard.")
    }
}
