//! The queue: what was submitted in the region, whoever has waited longest first.

use axum::extract::Query as UrlQuery;
use chrono::NaiveDate;
use domain::{
    area,
    codes::RegionCode,
    day::in_london,
    law,
    policy::{Within, act},
    submission::CaseState,
};
use govuk::{Cell, Content, PageLink, SelectItem};
use leptos::prelude::*;
use store::{QueueLine, QueuePage};

use super::{
    queue_filter::{Query, councils},
    words,
};
use crate::{
    Page, PageError,
    components::{Heading, Listing, day},
    paths,
    request::Ctx,
};

/// Submissions on one page.
const MOST: u16 = 25;

/// A page of the queue.
pub async fn get(ctx: Ctx, UrlQuery(query): UrlQuery<Query>) -> Result<Page, PageError> {
    let scope = ctx.scope::<act::SeeQueue>()?;
    let Within::Region(region) = scope.within().clone() else { return Err(PageError::NotFound) };
    let page = ctx.store.queue(&scope, &query.filter(), MOST).await?;
    let today = ctx.today();
    Ok(Page::new("Queue", move || view(&region, &query, &page, today)))
}

fn view(region: &RegionCode, query: &Query, page: &QueuePage, today: NaiveDate) -> impl IntoView + use<> {
    let name = area::region(region).map_or("", |region| region.name);
    let rows: Vec<Vec<Cell>> = page.lines.iter().map(row).collect();
    let list = if rows.is_empty() {
        let text = match (query.filters(), query.after.is_empty()) {
            (true, _) => "Nothing here matches.",
            (false, true) => "Nothing waits for an adviser.",
            (false, false) => "There is nothing more.",
        };
        view! { <p class="govuk-body">{text}</p> }.into_any()
    } else {
        view! {
            <Listing
                name="Submissions"
                caption="Submissions"
                head=vec![
                    Heading::title("Premises or event"),
                    "Reference".into(),
                    "Tier, or event".into(),
                    "Council".into(),
                    "Sent on".into(),
                    "Where it stands".into(),
                ]
                rows=rows
            />
        }
        .into_any()
    };
    let next = page.next.as_ref().map(|cursor| {
        let link = PageLink::new(query.next(cursor));
        view! { <govuk::Pagination next=link/> }
    });
    view! {
        <span class="govuk-caption-l">{name}</span>
        <h1 class="govuk-heading-l">"Queue"</h1>
        {filter(region, query, today)}
        {list}
        {next}
    }
}

fn filter(region: &RegionCode, query: &Query, today: NaiveDate) -> impl IntoView + use<> {
    let mut states = vec![SelectItem::new("", "Waiting for an adviser"), SelectItem::new("all", "All")];
    states
        .extend(CaseState::ALL.into_iter().map(|state| SelectItem::new(state.name(), words::state(state).0)));
    let tiers = vec![
        SelectItem::new("", "Any"),
        SelectItem::new("standard", "Standard"),
        SelectItem::new("enhanced", "Enhanced"),
        SelectItem::new("event", "Qualifying event"),
    ];
    let law = law::known();
    let uses = std::iter::once(SelectItem::new("", "Any"))
        .chain(law.uses_on(today).map(|one| SelectItem::new(one.code.0.to_string(), one.name)))
        .collect::<Vec<_>>();
    let sorts = vec![SelectItem::new("", "Longest waiting first"), SelectItem::new("newest", "Newest first")];
    let opened = query.filters() || !query.sort.is_empty();
    let councils = councils(region);
    let query = query.clone();
    view! {
        <govuk::Details summary="Filter and sort" open=opened>
            <form method="get" action=paths::QUEUE novalidate>
                <govuk::Select id="state" label="Where it stands" items=states value=query.state/>
                <govuk::Select id="tier" label="Tier, or event" items=tiers value=query.tier/>
                <govuk::Select id="council" label="Council" items=councils value=query.council/>
                <govuk::Select id="use" label="Principal use" items=uses value=query.used_for/>
                <govuk::Select id="sort" label="Order" items=sorts value=query.sort/>
                <govuk::Button kind=govuk::ButtonKind::Secondary>"Show"</govuk::Button>
            </form>
        </govuk::Details>
    }
}

fn row(line: &QueueLine) -> Vec<Cell> {
    let summary = &line.summary;
    let name = format!("{}, {}", summary.name, summary.town);
    let council = area::council(&line.council).map_or("", |council| council.name);
    let (text, colour) = words::state(line.state);
    let again = summary.submitted_again.then(|| view! { <br/> "Sent again" });
    vec![
        Content::view(view! { <a class="govuk-link" href=paths::case(summary.case)>{name}</a> }).into(),
        Cell::new(summary.reference.to_string()).classes("portal-whole"),
        words::audience(line.audience).into(),
        council.into(),
        Cell::new(day(in_london(line.submitted_at))).classes("portal-whole"),
        Content::view(view! { <govuk::Tag text=text colour=colour/> {again} }).into(),
    ]
}
