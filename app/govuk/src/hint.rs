//! Hint.

use leptos::prelude::*;

use crate::support::{given, join};
use crate::{Attributes, Content};

/// Grey help text. The form components bring their own through `hint=`.
///
/// ```text
/// <Hint id="capacity-hint" text="Staff count too"/>
/// ```
#[component]
pub fn Hint(
    /// The help.
    #[prop(into)]
    text: Content,
    /// Id, for `aria-describedby`.
    #[prop(optional, into)]
    id: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    view! { <div id=given(id) class=join(&["govuk-hint", &classes]) {..attributes.spread()}>{text}</div> }
        .into_any()
}
