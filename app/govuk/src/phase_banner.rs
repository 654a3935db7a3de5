//! Phase banner.

use leptos::prelude::*;

use crate::support::join;
use crate::{Attributes, Content, Tag};

/// Says that the service is new, with a place for feedback.
///
/// ```text
/// <PhaseBanner tag="Beta">"Help us: " <a class="govuk-link" href="/feedback">"give feedback"</a></PhaseBanner>
/// ```
#[component]
pub fn PhaseBanner(
    /// The phase.
    #[prop(into)]
    tag: Content,
    /// More class names of the tag.
    #[prop(optional, into)]
    tag_classes: String,
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
        <div
            class=join(&["govuk-phase-banner govuk-width-container", &classes])
            {..attributes.spread()}
        >
            <p class="govuk-phase-banner__content">
                <Tag text=tag classes=join(&["govuk-phase-banner__content__tag", &tag_classes])/>
                " "
                <span class="govuk-phase-banner__text">{children()}</span>
            </p>
        </div>
    }
    .into_any()
}
