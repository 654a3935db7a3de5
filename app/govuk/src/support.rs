//! Small helpers the components share.

use leptos::prelude::*;

use crate::Content;

/// Joins class names or ids with spaces, leaving out the empty ones.
pub(crate) fn join(parts: &[&str]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `None` for an empty string, so that the attribute is left out.
pub(crate) fn given(value: String) -> Option<String> {
    Some(value).filter(|value| !value.is_empty())
}

/// The level of a heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeadingLevel {
    /// `<h1>`, once a page.
    H1,
    /// `<h2>`
    #[default]
    H2,
    /// `<h3>`
    H3,
    /// `<h4>`
    H4,
}

/// A heading of the given level.
pub(crate) fn heading(level: HeadingLevel, class: String, id: Option<String>, content: Content) -> AnyView {
    match level {
        HeadingLevel::H1 => view! { <h1 class=class id=id>{content}</h1> }.into_any(),
        HeadingLevel::H2 => view! { <h2 class=class id=id>{content}</h2> }.into_any(),
        HeadingLevel::H3 => view! { <h3 class=class id=id>{content}</h3> }.into_any(),
        HeadingLevel::H4 => view! { <h4 class=class id=id>{content}</h4> }.into_any(),
    }
}
