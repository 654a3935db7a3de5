//! Skip link.

use leptos::prelude::*;

use crate::Attributes;
use crate::support::join;

/// The first link of a page, shown when it has the focus.
///
/// ```text
/// <SkipLink href="#main-content">"Skip to main content"</SkipLink>
/// ```
#[component]
pub fn SkipLink(
    /// Where the content starts.
    #[prop(default = "#content".to_owned(), into)]
    href: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
    /// What it says.
    children: Children,
) -> AnyView {
    view! {
        <a {..attributes.spread()} href=href class=join(&["govuk-skip-link", &classes]) data-module="govuk-skip-link">
            {children()}
        </a>
    }
    .into_any()
}
