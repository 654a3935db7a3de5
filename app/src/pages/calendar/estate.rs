//! The calendar of a whole estate: what is overdue, and month by month what is to come.

use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use domain::{
    calendar::{Calendar, Entry, Month},
    digits::thousands,
    ids::PremisesOrEvent,
    law,
    notice::{Accuracy, accuracy},
    policy::act,
};
use govuk::PageLink;
use leptos::prelude::*;
use serde::Deserialize;
use store::CalendarFacts;

use super::{as_file, calendar, download, table};
use crate::{Page, PageError, paths, request::Ctx};

/// The month to look at, as it stands in the address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Look {
    month: String,
}

/// The calendar; somebody without an organisation registers one first.
pub async fn get(ctx: Ctx, Query(look): Query<Look>) -> Result<Response, PageError> {
    let Some((facts, still_right)) = load(&ctx).await? else {
        return Ok(Redirect::to("/organisation/register").into_response());
    };
    let today = ctx.today();
    // What is not understood is this month.
    let month = look.month.parse().ok();
    Ok(Page::new("Calendar", move || view(&facts, &still_right, month, today)).into_response())
}

/// What is to come, as a file for a calendar.
pub async fn file(ctx: Ctx) -> Result<Response, PageError> {
    let Some((facts, still_right)) = load(&ctx).await? else {
        return Ok(Redirect::to("/organisation/register").into_response());
    };
    let calendar = calendar(&facts, &still_right, ctx.today());
    Ok(crate::download::ics("calendar.ics", as_file(&calendar, ctx.now)))
}

/// What is due in the estate, and whether what was notified of each is still right.
async fn load(ctx: &Ctx) -> Result<Option<(CalendarFacts, Vec<(PremisesOrEvent, Accuracy)>)>, PageError> {
    let Some(organisation) = ctx.viewer.actor.organisation() else { return Ok(None) };
    let permit = ctx.permit::<act::ListPremises>(organisation).await?;
    let facts = ctx.store.calendar_of(&permit).await?;
    let law = law::known();
    let pasts = ctx.store.estate_pasts(&permit, &facts).await?.into_iter();
    let still_right = pasts.map(|(of, past)| {
        let notices = facts.notices(of);
        (of, accuracy(notices, &past.states(notices, &law)))
    });
    let still_right = still_right.collect();
    Ok(Some((facts, still_right)))
}

fn view(
    facts: &CalendarFacts,
    still_right: &[(PremisesOrEvent, Accuracy)],
    month: Option<Month>,
    today: NaiveDate,
) -> impl IntoView + use<> {
    let calendar = calendar(facts, still_right, today);
    // To notify waits for the law, and is said once for all. What is to be corrected is to be seen.
    let (correct, waits): (Vec<_>, Vec<_>) =
        calendar.without_day.iter().cloned().partition(|entry| entry.what.is_correction());
    let correct = (!correct.is_empty()).then(|| table("No day yet".into(), &correct, true));
    let now = Month::of(today);
    let shown = month.unwrap_or(now).max(now);
    let overdue = (shown == now && !calendar.overdue.is_empty())
        .then(|| table("Overdue".into(), &calendar.overdue, true));
    let title = shown.first().format("%B %Y").to_string();
    let entries = calendar.in_month(shown);
    let body = if entries.is_empty() {
        let text = format!("Nothing is due in {title}.");
        view! { <p class="govuk-body">{text}</p> }.into_any()
    } else {
        table(title, entries, true).into_any()
    };
    view! {
        <h1 class="govuk-heading-l">"Calendar"</h1>
        {not_set(&waits)}
        {download(paths::CALENDAR_FILE.into())}
        {overdue}
        {body}
        {ways(&calendar, shown, now)}
        {correct}
    }
}

/// The month before and the next one in which anything is due.
fn ways(calendar: &Calendar<'_>, shown: Month, now: Month) -> impl IntoView + use<> {
    let link = |month: Month| {
        let text = month.first().format("%B %Y").to_string();
        PageLink::new(format!("{}?month={month}", paths::CALENDAR)).text(text)
    };
    let before = (shown > now).then(|| link(shown.previous()));
    let after = calendar.next_with_entries(shown.next()).filter(|later| *later > shown).map(link);
    (before.is_some() || after.is_some()).then(|| view! { <govuk::Pagination previous=before next=after/> })
}

/// What waits for the law to set a day: said once, since it holds for all of them.
fn not_set(waits: &[Entry<'_>]) -> Option<AnyView> {
    let count = |is: fn(PremisesOrEvent) -> bool| waits.iter().filter(|entry| is(entry.of)).count();
    let premises = count(|of| of.premises().is_some());
    let events = count(|of| of.event().is_some());
    if premises + events == 0 {
        return None;
    }
    let one_or_more = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{} {more}", thousands(count))),
    };
    let of = [
        one_or_more(premises, "set of premises", "sets of premises"),
        one_or_more(events, "event", "events"),
    ];
    let of = of.into_iter().flatten().collect::<Vec<_>>().join(" and ");
    let expected = law::date("commencement").and_then(|date| date.expected).unwrap_or_default();
    Some(
        view! {
            <govuk::InsetText>
                <p class="govuk-body">
                    <strong class="portal-legal portal-legal--duty">"Law"</strong>
                    " Notify the SIA of " {of} ": the day is not yet set, or the law gives no clear one. " {expected}
                </p>
            </govuk::InsetText>
        }
        .into_any(),
    )
}
