//! Back link.

use leptos::prelude::*;

use crate::support::join;
use crate::{Attributes, Content};

/// A link to the page before, above the main content.
///
/// ```text
/// <BackLink href="/premises"/>
/// <BackLink href="/premises" text="Back to your premises"/>
/// ```
#[component]
pub fn BackLink(
    /// The page before.
    #[prop(into)]
    href: String,
    /// What it says.
    #[prop(default = "Back".into(), into)]
    text: Content,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    view! { <a {..attributes.spread()} href=href class=join(&["govuk-back-link", &classes])>{text}</a> }
        .into_any()
}
