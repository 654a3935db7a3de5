//! Details.

use leptos::prelude::*;

use crate::support::{given, join};
use crate::{Attributes, Content};

/// Help that opens when asked for; works without script.
///
/// ```text
/// <Details summary="What counts as an event">"Anything the public can come to."</Details>
/// ```
#[component]
pub fn Details(
    /// The line that opens it.
    #[prop(into)]
    summary: Content,
    /// Whether it starts open.
    #[prop(optional)]
    open: bool,
    /// Id.
    #[prop(optional, into)]
    id: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
    /// The help.
    children: Children,
) -> AnyView {
    view! {
        <details {..attributes.spread()} id=given(id) class=join(&["govuk-details", &classes]) open=open>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{summary}</span>
            </summary>
            <div class="govuk-details__text">{children()}</div>
        </details>
    }
    .into_any()
}
