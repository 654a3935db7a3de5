//! The heading of a page about premises or an event, under their name.

use leptos::prelude::*;

/// The name of the premises or the event that a page is about. The document provides it.
#[derive(Clone)]
pub struct About(pub Option<String>);

/// The heading, with the name above it where the page is about something that has one.
#[component]
pub fn Title(children: Children) -> impl IntoView {
    let name = use_context::<About>().and_then(|about| about.0);
    let caption = name.map(|name| view! { <span class="govuk-caption-l">{name}</span> });
    view! {
        {caption}
        <h1 class="govuk-heading-l">{children()}</h1>
    }
}
