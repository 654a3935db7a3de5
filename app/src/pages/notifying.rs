//! Where the operator gathers what the regulator will ask about premises or an event.

use domain::ids::PremisesOrEvent;
use leptos::prelude::*;

use crate::paths;

/// Links to the pages.
pub fn links(of: PremisesOrEvent) -> impl IntoView {
    let own: &[(&str, &str)] = match of {
        PremisesOrEvent::Premises(_) => {
            &[("coordination", "Working with others who have control"), ("site", "About the place")]
        }
        PremisesOrEvent::Event(_) => &[("online", "Websites and accounts")],
    };
    let both = [
        ("notification", "What the SIA will ask, and what is missing"),
        ("notices", "Notices to the SIA that you gave"),
        ("deadlines", "Deadlines, and what changed since you notified"),
        ("control", "Who is responsible, and who else has control"),
    ];
    let items: Vec<_> = both
        .iter()
        .chain(own)
        .chain(&[("licences", "Licences")])
        .map(|(part, text)| {
            view! { <li><a class="govuk-link" href=paths::part(of, part)>{*text}</a></li> }
        })
        .collect();
    view! { <ul class="govuk-list govuk-list--bullet">{items}</ul> }
}
