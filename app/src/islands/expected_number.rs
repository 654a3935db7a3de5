//! The number of people, with its tier beside it while one types.

use leptos::prelude::*;

/// Around the field for the number of people: says at once where the number falls. The thresholds
/// come from the server, since they are law; so does the decision, which weighs all the facts.
#[island]
pub fn ExpectedNumber(
    /// People at which premises come into scope.
    standard: u32,
    /// People at which premises become enhanced duty premises.
    enhanced: u32,
    /// The field.
    children: Children,
) -> impl IntoView {
    let (typed, set_typed) = signal(None::<u32>);
    let note = move || typed.get().map(|number| note(number, standard, enhanced));
    view! {
        <div on:input=move |event| set_typed.set(whole_number(&event_target_value(&event)))>{children()}</div>
        <p class="govuk-body portal-live" aria-live="polite">{note}</p>
    }
}

fn whole_number(text: &str) -> Option<u32> {
    text.trim().replace(',', "").parse().ok()
}

fn note(number: u32, standard: u32, enhanced: u32) -> &'static str {
    if number < standard {
        "Premises of this size are usually outside the Act."
    } else if number < enhanced {
        "Premises of this size are usually in the standard tier."
    } else {
        "Premises of this size are usually in the enhanced tier. Some uses stay in the standard tier."
    }
}
