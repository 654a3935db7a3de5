//! The events at premises, on the premises' page.

use chrono::NaiveDate;
use domain::event::HostedEvent;
use leptos::prelude::*;

use super::list;
use crate::paths;

/// The events with how they stand, and links to the others and to register one.
pub fn list(events: &[HostedEvent], today: NaiveDate) -> impl IntoView + use<> {
    let table = if events.is_empty() {
        view! { <p class="govuk-body">"No events are registered at these premises."</p> }.into_any()
    } else {
        list::table(events, "Newest first", today)
    };
    view! {
        <h2 class="govuk-heading-m">"Events here"</h2>
        {table}
        {(events.len() >= 100).then(|| view! {
            <p class="govuk-body">"These are the newest 100 here. The list of all your events has the others."</p>
        })}
        <p class="govuk-body">
            <a class="govuk-link" href=paths::REGISTER_EVENT>"Register an event"</a>
            " or see "
            <a class="govuk-link" href=paths::EVENTS>"all your events"</a>
        </p>
    }
}
