//! Error message.

use leptos::prelude::*;

use crate::support::{given, join};
use crate::{Attributes, Content};

/// An error beside a field. The form components bring their own through `error=`.
///
/// ```text
/// <ErrorMessage id="name-error" text="Enter a name"/>
/// ```
#[component]
pub fn ErrorMessage(
    /// What is wrong.
    #[prop(into)]
    text: Content,
    /// Id, for `aria-describedby`.
    #[prop(optional, into)]
    id: String,
    /// The word a screen reader hears first; an empty string for none.
    #[prop(default = "Error".to_owned(), into)]
    visually_hidden_text: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    let prefix = given(visually_hidden_text)
        .map(|word| view! { <span class="govuk-visually-hidden">{format!("{word}:")}</span>" " });
    view! {
        <p id=given(id) class=join(&["govuk-error-message", &classes]) {..attributes.spread()}>{prefix}{text}</p>
    }
    .into_any()
}
