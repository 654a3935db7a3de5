//! The organisation's events.

use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use domain::{event::HostedEvent, law, policy::act};
use govuk::Cell;
use leptos::prelude::*;
use store::EventPage;

use super::words;
use crate::{
    Page, PageError,
    components::{After, Heading, Listing, Pages, day},
    paths,
    request::Ctx,
};

/// The list; somebody without an organisation registers one first.
pub async fn get(ctx: Ctx, Query(after): Query<After>) -> Result<Response, PageError> {
    let Some(organisation) = ctx.viewer.actor.organisation() else {
        return Ok(Redirect::to("/organisation/register").into_response());
    };
    let permit = ctx.permit::<act::ListEvents>(organisation).await?;
    let page = ctx.store.events_of(&permit, after.cursor()).await?;
    let today = ctx.today();
    Ok(Page::new("Your events", move || view(&page, &after, today)).into_response())
}

fn view(page: &EventPage, after: &After, today: NaiveDate) -> impl IntoView + use<> {
    view! {
        <h1 class="govuk-heading-l">"Your events"</h1>
        <p class="govuk-body">
            "The Act has duties for some events that are not at enhanced duty premises: 800 people or more at one time, the public can attend, and payment, tickets, passes or membership are checked (section 3)."
        </p>
        {table(&page.events, "Events, newest first", today)}
        <Pages path=paths::EVENTS after=after.clone() next=page.next/>
        <govuk::ButtonLink href=paths::REGISTER_EVENT>"Register an event"</govuk::ButtonLink>
    }
}

/// Events with where, when and how they stand.
pub fn table(events: &[HostedEvent], caption: &'static str, today: NaiveDate) -> AnyView {
    if events.is_empty() {
        return view! { <p class="govuk-body">"You have not registered any events yet."</p> }.into_any();
    }
    let rows: Vec<Vec<Cell>> = events.iter().map(|event| row(event, today)).collect();
    view! {
        <Listing
            name="Events"
            caption=caption
            head=vec![Heading::title("Name"), "Place".into(), "Starts on".into(), "Outcome".into()]
            rows=rows
        />
    }
    .into_any()
}

fn row(event: &HostedEvent, today: NaiveDate) -> Vec<Cell> {
    let details = &event.event.details;
    let name = details.name.as_str().to_owned();
    let href = paths::event(event.event.id);
    let link = view! { <a class="govuk-link" href=href>{name}</a> };
    let starts = details.dates.as_ref().map_or(words::NOT_KNOWN.into(), |dates| day(dates.starts.date()));
    let outcome = event.decide(&law::known(), today).outcome();
    vec![
        govuk::Content::view(link).into(),
        words::place(event).into(),
        starts.into(),
        words::outcome(outcome).into(),
    ]
}
