//! Panel.

use leptos::prelude::*;

use crate::support::{HeadingLevel, heading, join};
use crate::{Attributes, Content};

/// The green box that says something has been sent.
///
/// ```text
/// <Panel title="Self-assessment submitted">"Your reference is "<br/><strong>{reference}</strong></Panel>
/// ```
#[component]
pub fn Panel(
    /// What has happened.
    #[prop(into)]
    title: Content,
    /// The level of the title.
    #[prop(default = HeadingLevel::H1)]
    level: HeadingLevel,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
    /// More about it, such as a reference.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let body = children.map(|children| view! { <div class="govuk-panel__body">{children()}</div> });
    view! {
        <div class=join(&["govuk-panel govuk-panel--confirmation", &classes]) {..attributes.spread()}>
            {heading(level, "govuk-panel__title".into(), None, title)}
            {body}
        </div>
    }
    .into_any()
}
