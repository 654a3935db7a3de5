//! Fieldset.

use leptos::prelude::*;

use crate::support::{given, join};
use crate::{Attributes, FieldTitle};

/// A group of fields with one question above them. Radios, checkboxes and dates bring their own
/// through `legend=`.
///
/// ```text
/// <Fieldset legend=FieldTitle::heading("What is the address?")><Input id="line-1" label="Line 1"/></Fieldset>
/// ```
#[component]
pub fn Fieldset(
    /// The question.
    #[prop(optional, into)]
    legend: FieldTitle,
    /// Ids of the elements that describe the group.
    #[prop(optional, into)]
    described_by: String,
    /// ARIA role; dates use `group`.
    #[prop(optional, into)]
    role: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
    /// The fields.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <fieldset
            class=join(&["govuk-fieldset", &classes])
            role=given(role)
            aria-describedby=given(described_by)
            {..attributes.spread()}
        >
            {legend_view(legend)}
            {children.map(|children| children())}
        </fieldset>
    }
    .into_any()
}

fn legend_view(legend: FieldTitle) -> Option<AnyView> {
    if legend.content.is_empty() {
        return None;
    }
    let block = "govuk-fieldset__legend";
    let class = join(&[block, &legend.modifier(block), &legend.classes]);
    let FieldTitle { content, is_heading, attributes, .. } = legend;
    let inner = if is_heading {
        view! { <h1 class="govuk-fieldset__heading">{content}</h1> }.into_any()
    } else {
        content.into_render()
    };
    Some(view! { <legend {..attributes.spread()} class=class>{inner}</legend> }.into_any())
}
