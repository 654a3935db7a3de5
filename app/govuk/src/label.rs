//! Label.

use leptos::prelude::*;

use crate::support::{given, join};
use crate::{Content, FieldTitle};

/// A label for a field. The form components bring their own; use it for a field of your own.
///
/// ```text
/// <Label text="Postcode" for_id="postcode"/>
/// <Label text=FieldTitle::heading("What is the postcode?") for_id="postcode"/>
/// ```
#[component]
pub fn Label(
    /// The text, with its size.
    #[prop(into)]
    text: FieldTitle,
    /// The id of the field.
    #[prop(optional, into)]
    for_id: String,
) -> AnyView {
    if text.content.is_empty() {
        return ().into_any();
    }
    let class = join(&["govuk-label", &text.modifier("govuk-label"), &text.classes]);
    let FieldTitle { content, attributes, is_heading, .. } = text;
    let label = view! { <label class=class for=given(for_id) {..attributes.spread()}>{content}</label> };
    if is_heading {
        view! { <h1 class="govuk-label-wrapper">{label}</h1> }.into_any()
    } else {
        label.into_any()
    }
}

/// The label of a radio or checkbox.
pub(crate) fn item_label(
    classes: String,
    attributes: crate::Attributes,
    for_id: String,
    content: Content,
) -> AnyView {
    view! { <Label text=FieldTitle::new(content).classes(classes).attributes(attributes) for_id=for_id/> }
        .into_any()
}
