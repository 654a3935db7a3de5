//! The ways from the page of premises or of an event to what they keep.

use domain::ids::PremisesOrEvent;
use leptos::prelude::*;

use crate::paths;

/// What leads on, under a heading.
pub fn links(of: PremisesOrEvent) -> impl IntoView {
    let items = [
        ("plan", "Action plan"),
        ("calendar", "Calendar: deadlines and reviews"),
        ("drills", "Drills and exercises"),
        ("training", "Training and awareness"),
    ];
    let items = items.map(|(part, text)| {
        let href = paths::part(of, part);
        view! { <li><a class="govuk-link" href=href>{text}</a></li> }
    });
    view! {
        <h2 class="govuk-heading-m">"Being ready"</h2>
        <ul class="govuk-list govuk-list--bullet">{items.into_iter().collect::<Vec<_>>()}</ul>
    }
}
