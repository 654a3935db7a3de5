//! Inset text.

use leptos::prelude::*;

use crate::Attributes;
use crate::support::{given, join};

/// A paragraph set apart from the text around it.
///
/// ```text
/// <InsetText>"You can change your answers until you submit."</InsetText>
/// ```
#[component]
pub fn InsetText(
    /// Id.
    #[prop(optional, into)]
    id: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
    /// The text.
    children: Children,
) -> AnyView {
    view! {
        <div id=given(id) class=join(&["govuk-inset-text", &classes]) {..attributes.spread()}>{children()}</div>
    }
    .into_any()
}
