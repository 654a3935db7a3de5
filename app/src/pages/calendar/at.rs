//! The calendar of premises or of an event: overdue first, then month by month, then what has no day.

use axum::{extract::Path, response::Response};
use chrono::NaiveDate;
use domain::{
    calendar::{Calendar, Entry, Month},
    content::{self, Audience, ReadinessTopic},
    ids::PremisesOrEvent,
    notice::Accuracy,
};
use leptos::prelude::*;
use store::CalendarFacts;

use super::{as_file, calendar, download, table};
use crate::{
    Page, PageError,
    components::Title,
    pages::deadlines::{Dated, still_right},
    paths,
    request::Ctx,
};

/// The calendar.
pub async fn get<O: Dated>(ctx: Ctx, Path(id): Path<O>) -> Result<Page, PageError> {
    let (facts, still_right) = load(&ctx, id).await?;
    let (of, today) = (id.into(), ctx.today());
    let page = Page::new("Calendar", move || view(of, &facts, &still_right, today));
    Ok(page.with_back(paths::of(of)))
}

/// What is to come, as a file for a calendar.
pub async fn file<O: Dated>(ctx: Ctx, Path(id): Path<O>) -> Result<Response, PageError> {
    let (facts, still_right) = load(&ctx, id).await?;
    let calendar = calendar(&facts, &still_right, ctx.today());
    Ok(crate::download::ics("calendar.ics", as_file(&calendar, ctx.now)))
}

async fn load<O: Dated>(
    ctx: &Ctx,
    of: O,
) -> Result<(CalendarFacts, [(PremisesOrEvent, Accuracy); 1]), PageError> {
    let permit = ctx.permit::<O::See>(of).await?;
    let facts = ctx.store.calendar_at(&permit).await?;
    let found = still_right::<O>(ctx, &permit, facts.notices(of)).await?;
    Ok((facts, [(of.into(), found)]))
}

fn view(
    of: PremisesOrEvent,
    facts: &CalendarFacts,
    still_right: &[(PremisesOrEvent, Accuracy)],
    today: NaiveDate,
) -> impl IntoView + use<> {
    let calendar = calendar(facts, still_right, today);
    let empty = calendar.overdue.is_empty() && calendar.to_come.is_empty();
    view! {
        <Title>"Calendar"</Title>
        {download(paths::part(of, "calendar.ics"))}
        {empty.then(|| view! { <p class="govuk-body">"Nothing has a day yet."</p> })}
        {section("Overdue".into(), &calendar.overdue)}
        {months(&calendar)}
        {section("No day yet".into(), &calendar.without_day)}
        {never_tried(of, facts)}
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
fn never_tried(of: PremisesOrEvent, facts: &CalendarFacts) -> Option<AnyView> {
    let (audience, dates) = match of {
        PremisesOrEvent::Premises(_) => {
            let one = facts.premises.first()?;
            (one.premises.outcome.tier().map_or(Audience::Voluntary, Audience::from), &one.dates)
        }
        PremisesOrEvent::Event(_) => (Audience::Event, &facts.events.first()?.dates),
    };
    let set = content::library().ok().and_then(|library| library.newest(audience.set()))?;
    let never =
        |topic: &&ReadinessTopic| topic.drill_every.is_some() && !dates.drills.contains_key(&topic.id);
    let items: Vec<_> =
        set.topics.iter().filter(never).map(|topic| view! { <li>{topic.title.clone()}</li> }).collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Not tried out yet"</h2>
            <p class="govuk-body">"The Act asks for no drill, so these have no day. Once you record a drill, the calendar says when it is time again."</p>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
            <p class="govuk-body">
                <a class="govuk-link" href=paths::part(of, "drills/new")>"Record a drill"</a>
            </p>
        }
        .into_any()
    })
}
