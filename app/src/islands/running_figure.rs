//! The number that figures come to, while one types.

use domain::{forms::figures, law};
use leptos::{prelude::*, web_sys::HtmlInputElement};

/// Around the fields for a method's figures: shows the working as soon as it comes out.
#[island]
pub fn RunningFigure(
    /// The method's id.
    method: String,
    /// What the fields' names begin with.
    prefix: String,
    /// What stands in the fields, by name.
    typed: Vec<(String, String)>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let (typed, set_typed) = signal(typed);
    let line = move || {
        let typed = typed.get();
        let text = |name: &str| typed.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str());
        figures::read(law::method(&method)?, &prefix, text).ok().map(|working| working.line)
    };
    let note = move |event| {
        let field: HtmlInputElement = event_target(&event);
        set_typed.update(|typed| {
            typed.retain(|(name, _)| *name != field.name());
            typed.push((field.name(), field.value()));
        });
    };
    view! {
        <div on:input=note>{children()}</div>
        <p class="govuk-body portal-live" aria-live="polite">{line}</p>
    }
}
