//! Warning text.

use leptos::prelude::*;

use crate::Attributes;
use crate::support::join;

/// Something with consequences, beside an exclamation mark.
///
/// ```text
/// <WarningText>"Do not enter intelligence or classified text."</WarningText>
/// ```
#[component]
pub fn WarningText(
    /// What a screen reader hears for the mark.
    #[prop(default = "Warning".to_owned(), into)]
    icon_fallback_text: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
    /// The warning.
    children: Children,
) -> AnyView {
    view! {
        <div class=join(&["govuk-warning-text", &classes]) {..attributes.spread()}>
            <span class="govuk-warning-text__icon" aria-hidden="true">
                "!"
            </span>
            " "
            <strong class="govuk-warning-text__text">
                <span class="govuk-visually-hidden">{icon_fallback_text}</span>
                " "
                {children()}
            </strong>
        </div>
    }
    .into_any()
}
