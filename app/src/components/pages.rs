//! From page to page of a list that is ordered by a key.

use govuk::PageLink;
use leptos::prelude::*;
use serde::Deserialize;
use store::Cursor;

/// Where a page of a list begins, as it stands in the address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    after: String,
}

impl After {
    /// The place. What is not understood is the beginning.
    pub fn cursor(&self) -> Option<Cursor> {
        self.after.parse().ok()
    }
}

/// Links to the first page and to the next one; nothing where all are on one page.
#[component]
pub fn Pages(
    /// The list's address.
    path: &'static str,
    /// Where this page begins.
    after: After,
    /// Where the next one begins, if there is one.
    next: Option<Cursor>,
) -> impl IntoView {
    let first = after.cursor().map(|_| PageLink::new(path).text("First page"));
    let next = next.map(|cursor| PageLink::new(format!("{path}?after={cursor}")));
    (first.is_some() || next.is_some()).then(|| view! { <govuk::Pagination previous=first next=next/> })
}
