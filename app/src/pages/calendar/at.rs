//! The calendar of premises: overdue first, then month by month, then what has no day.

use axum::{extract::Path, response::Response};
use chrono::NaiveDate;
use domain::{
    calendar::{Calendar, Entry, Month},
    content::{self, Audience, ReadinessTopic},
    ids::PremisesId,
    policy::act,
};
use leptos::prelude::*;
use store::{CalendarFacts, PremisesDates};

use super::{as_file, calendar, download, table};
use crate::{Page, PageError, components::Title, paths, request::Ctx};

/// The calendar.
pub async fn get(ctx: Ctx, Path(premises): Path<PremisesId>) -> Result<Page, PageError> {
    let facts = load(&ctx, premises).await?;
    let today = ctx.today();
    let page = Page::new("Calendar", move || view(premises, &facts, today));
    Ok(page.with_back(paths::premises(premises)))
}

/// What is to come, as a file for a calendar.
pub async fn file(ctx: Ctx, Path(premises): Path<PremisesId>) -> Result<Response, PageError> {
    let facts = load(&ctx, premises).await?;
    Ok(crate::download::ics("calendar.ics", as_file(&calendar(&facts, ctx.today()), ctx.now)))
}

async fn load(ctx: &Ctx, premises: PremisesId) -> Result<CalendarFacts, PageError> {
    let permit = ctx.permit::<act::ViewPremises>(premises).await?;
    Ok(ctx.store.calendar_at(&permit).await?)
}

fn view(premises: PremisesId, facts: &CalendarFacts, today: NaiveDate) -> impl IntoView + use<> {
    let calendar = calendar(facts, today);
    let empty = calendar.overdue.is_empty() && calendar.to_come.is_empty();
    view! {
        <Title>"Calendar"</Title>
        {download(paths::premises_part(premises, "calendar.ics"))}
        {empty.then(|| view! { <p class="govuk-body">"Nothing has a day yet."</p> })}
        {section("Overdue".into(), &calendar.overdue)}
        {months(&calendar)}
        {section("No day yet".into(), &calendar.without_day)}
        {facts.premises.first().map(|one| never_tried(premises, one))}
    }
}

fn months(calendar: &Calendar<'_>) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut next = calendar.next_with_entries(Month::of(NaiveDate::MIN));
    while let Some(month) = next {
        let title = month.first().format("%B %Y").to_string();
        parts.extend(section(title, calendar.in_month(month)));
        next = calendar.next_with_entries(month.next()).filter(|later| *later > month);
    }
    parts
}

fn section(caption: String, entries: &[Entry<'_>]) -> Option<AnyView> {
    (!entries.is_empty()).then(|| table(caption, entries, false).into_any())
}

/// What could be tried out and never was: it has no day.
fn never_tried(premises: PremisesId, one: &PremisesDates) -> Option<AnyView> {
    let audience = one.premises.outcome.tier().map_or(Audience::Voluntary, Audience::from);
    let set = content::library().ok().and_then(|library| library.newest(audience.set()))?;
    let never =
        |topic: &&ReadinessTopic| topic.drill_every.is_some() && !one.dates.drills.contains_key(&topic.id);
    let items: Vec<_> =
        set.topics.iter().filter(never).map(|topic| view! { <li>{topic.title.clone()}</li> }).collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Not tried out yet"</h2>
            <p class="govuk-body">"The Act asks for no drill, so these have no day. Once you record a drill, the calendar says when it is time again."</p>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
            <p class="govuk-body">
                <a class="govuk-link" href=paths::premises_part(premises, "drills/new")>"Record a drill"</a>
            </p>
        }
        .into_any()
    })
}
