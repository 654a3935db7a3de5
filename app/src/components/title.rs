//! The heading of a page about premises or an event, under their name.

use leptos::prelude::*;

/// The name of the premises or the event that a page is about. The document provides it.
#[derive(Clone)]
pub struct About(pub Option<String>);

/// The name alone, for a page whose heading is a question's. Nothing where the page is about nothing that has one.
#[component]
pub fn Caption() -> impl IntoView {
    let name = use_context::<About>().and_then(|about| about.0);
    name.map(|name| view! { <span class="govuk-caption-l">{name}</span> })
}

/// The heading, under the name.
#[component]
pub fn Title(children: Children) -> impl IntoView {
    view! {
        <Caption/>
        <h1 class="govuk-heading-l">{children()}</h1>
    }
}
