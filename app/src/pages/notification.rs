//! What the regulator will ask about premises or an event, and what of it is known: to read, to print,
//! and as files. Notice itself is given on the regulator's own portal.

pub mod words;

use std::collections::BTreeMap;

use axum::{extract::Path, response::Response};
use chrono::NaiveDate;
use domain::{
    event::EventScope,
    ids::{EventId, PremisesId, PremisesOrEvent},
    law,
    licence::Licence,
    notification::{Entry, Field as Asked, SchedulePart, Sources, Standing, Subject, Value, missing, pack},
    party::Party,
    policy::{Permit, Role},
};
use govuk::{RowAction, SummaryCard, SummaryRow, TagColour};
use leptos::prelude::*;
use serde::Serialize;
use store::Notifiable;

use crate::{Page, PageError, components::Title, download, paths, request::Ctx};

/// What is notified: premises or an event.
pub trait Notified: Notifiable {
    /// Its pack.
    fn pack(
        ctx: &Ctx,
        permit: &Permit<Self::See>,
        known: Known,
    ) -> impl Future<Output = Result<Pack, PageError>> + Send;
}

/// What is known beside the premises or the event.
pub struct Known {
    organisation: domain::organisation::OrganisationDetails,
    parties: Vec<Party>,
    licences: Vec<Licence>,
}

/// A pack as it is shown.
pub struct Pack {
    of: PremisesOrEvent,
    /// Every field.
    pub entries: Vec<Entry>,
    /// Whether there is nothing to notify.
    out_of_scope: bool,
    /// Whether each part of the site is judged by itself.
    by_parts: bool,
}

impl Known {
    fn pack(&self, of: PremisesOrEvent, subject: Subject<'_>) -> Pack {
        let Self { organisation, parties, licences } = self;
        Pack {
            of,
            entries: pack(&Sources { organisation, subject, parties, licences }),
            out_of_scope: subject.is_out_of_scope(),
            by_parts: matches!(subject, Subject::Event(_, EventScope::Parts(_))),
        }
    }
}

impl Notified for PremisesId {
    async fn pack(ctx: &Ctx, permit: &Permit<Self::See>, known: Known) -> Result<Pack, PageError> {
        let premises = ctx.store.premises(permit).await?;
        let decision = premises.decide(&law::known(), ctx.today());
        Ok(known.pack(premises.id.into(), Subject::Premises(&premises, &decision)))
    }
}

impl Notified for EventId {
    async fn pack(ctx: &Ctx, permit: &Permit<Self::See>, known: Known) -> Result<Pack, PageError> {
        let event = ctx.store.event(permit).await?;
        let scope = event.decide(&law::known(), ctx.today());
        Ok(known.pack(event.event.id.into(), Subject::Event(&event, &scope)))
    }
}

/// The pack as a page.
pub async fn get<O: Notified>(ctx: Ctx, Path(of): Path<O>) -> Result<Page, PageError> {
    let pack = load(&ctx, of).await?;
    let today = ctx.today();
    let administers = ctx.viewer.actor.has(Role::OperatorAdmin);
    let back = paths::of(pack.of);
    Ok(Page::new("What the SIA will ask", move || view(&pack, today, administers)).with_back(back))
}

/// The pack for programs.
pub async fn json<O: Notified>(ctx: Ctx, Path(of): Path<O>) -> Result<Response, PageError> {
    let pack = load(&ctx, of).await?;
    download::json("notification.json", &file(&pack, ctx.today()))
}

/// The pack for spreadsheets.
pub async fn csv<O: Notified>(ctx: Ctx, Path(of): Path<O>) -> Result<Response, PageError> {
    let pack = load(&ctx, of).await?;
    let head = ["field", "source", "state", "asks for", "value"].map(str::to_owned).to_vec();
    let rows = file(&pack, ctx.today()).fields.into_iter().map(|field| {
        let Field { field, source, state, asks_for, values } = field;
        vec![field.into(), source.into(), state.into(), asks_for.into(), values.join("\n")]
    });
    download::csv("notification.csv", std::iter::once(head).chain(rows))
}

/// The pack, for whoever may see what it is of.
pub async fn load<O: Notified>(ctx: &Ctx, of: O) -> Result<Pack, PageError> {
    let permit = ctx.permit::<O::See>(of).await?;
    let organisation = ctx.store.organisation_behind(&permit).await?;
    let parties = ctx.store.records::<Party, _>(&permit).await?;
    let licences = ctx.store.records::<Licence, _>(&permit).await?;
    let known = Known {
        organisation,
        parties: parties.into_iter().map(|entry| entry.details).collect(),
        licences: licences.into_iter().map(|entry| entry.details).collect(),
    };
    O::pack(ctx, &permit, known).await
}

/// The pack as programs read it. Slugs stay as they are; words may be bettered.
#[derive(Serialize)]
struct File {
    regulations: &'static str,
    made_on: NaiveDate,
    missing: usize,
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Field {
    field: &'static str,
    source: &'static str,
    state: &'static str,
    asks_for: &'static str,
    values: Vec<String>,
}

/// A value as programs read it: a number without commas.
fn for_programs(value: &Value, today: NaiveDate) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        other => words::value(other, today),
    }
}

fn file(pack: &Pack, today: NaiveDate) -> File {
    let field = |entry: &Entry| Field {
        field: entry.field.as_str(),
        source: entry.field.cite(),
        state: entry.standing.as_str(),
        asks_for: words::field(entry.field, pack.of),
        values: entry.values.iter().map(|value| for_programs(value, today)).collect(),
    };
    File {
        regulations: "SI 2026/793",
        made_on: today,
        missing: missing(&pack.entries),
        fields: pack.entries.iter().map(field).collect(),
    }
}

fn view(pack: &Pack, today: NaiveDate, administers: bool) -> impl IntoView + use<> {
    let missing = missing(&pack.entries);
    let all = pack.entries.len();
    let lead = if missing == 0 {
        "Everything that the SIA will ask is here.".to_owned()
    } else {
        let are = if missing == 1 { "is" } else { "are" };
        format!("{} of {all} fields are ready; {missing} {are} missing.", all - missing)
    };
    let mut parts: BTreeMap<SchedulePart, Vec<SummaryRow>> = BTreeMap::new();
    for entry in &pack.entries {
        parts.entry(entry.field.part()).or_default().push(row(pack, entry, today, administers));
    }
    let cards: Vec<_> = parts
        .into_iter()
        .map(|(part, rows)| {
            view! { <govuk::SummaryList card=SummaryCard::new(words::schedule_part(part)) rows=rows/> }
        })
        .collect();
    let out = pack.out_of_scope.then(|| {
        let text = words::out_of_scope(pack.of);
        view! { <govuk::InsetText><p class="govuk-body">{text}</p></govuk::InsetText> }
    });
    let by_parts = (pack.by_parts && !pack.out_of_scope).then(|| {
        view! {
            <govuk::InsetText>
                <p class="govuk-body">
                    "Checks cover only part of the site. So each part that qualifies is an event by itself (section 3(2)), and the SIA must be notified of each."
                </p>
            </govuk::InsetText>
        }
    });
    let of = pack.of;
    let file = |name: &str| paths::part(of, name);
    view! {
        <Title>"What the SIA will ask"</Title>
        {(!pack.out_of_scope).then(|| view! { <p class="govuk-body-l">{lead}</p> })}
        <govuk::WarningText>
            "Notice is given on the SIA’s own portal, not here. This page gathers what you will need there. Nothing on it is sent to anybody."
        </govuk::WarningText>
        {out}
        {by_parts}
        {cards}
        <div class="portal-no-print">
            <h2 class="govuk-heading-m">"Once you have given notice"</h2>
            <p class="govuk-body">
                <a class="govuk-link" href=paths::part(of, "notices")>"Record when you gave it, and with what"</a>
            </p>
            <h2 class="govuk-heading-m">"Take it with you"</h2>
            <ul class="govuk-list govuk-list--bullet">
                <li><a class="govuk-link" href=file("notification.csv") download="notification.csv">"Download for a spreadsheet (CSV)"</a></li>
                <li><a class="govuk-link" href=file("notification.json") download="notification.json">"Download for programs (JSON)"</a></li>
                <li>"Print this page from your browser"</li>
            </ul>
            <p class="govuk-body">"Keep the files as safe as you would keep a key: they say where you are and how many come."</p>
        </div>
    }
}

fn row(pack: &Pack, entry: &Entry, today: NaiveDate, administers: bool) -> SummaryRow {
    let lines: Vec<_> =
        entry.values.iter().map(|value| view! { <li>{words::value(value, today)}</li> }).collect();
    let colour = match entry.standing {
        Standing::Missing => Some(TagColour::Orange),
        Standing::Given => None,
        Standing::NothingToGive | Standing::NotKnown | Standing::NotAsked | Standing::Declared => {
            Some(TagColour::Grey)
        }
    };
    let tag = colour.map(|colour| view! { <govuk::Tag text=words::standing(entry.standing) colour=colour/> });
    let page = words::filled_in_at(entry.field, pack.of, pack.by_parts);
    // Only an administrator changes what is known of the organisation.
    let theirs = page.as_deref() == Some(paths::ORGANISATION_DETAILS) && !administers;
    let hint = theirs.then(|| {
        view! { <p class="govuk-hint">"An administrator of your organisation can change this."</p> }
    });
    let number = matches!(entry.field, Asked::GreatestNumber | Asked::Method);
    let everybody = matches!(pack.of, PremisesOrEvent::Premises(_)) && entry.standing == Standing::Missing;
    let covers = (number && everybody).then(|| {
        view! { <p class="govuk-hint">"Say first whether the number you gave covers everybody there."</p> }
    });
    let value = view! {
        {(!lines.is_empty()).then(|| view! { <ul class="govuk-list">{lines}</ul> })}
        {tag}
        {covers}
        {hint}
    };
    let asks_for = words::field(entry.field, pack.of);
    let row = SummaryRow::new(asks_for, govuk::Content::view(value));
    let action = match entry.standing {
        Standing::NotAsked => return row,
        Standing::Missing => "Add",
        _ => "Change",
    };
    match page.filter(|_| !theirs) {
        Some(href) => row.action(RowAction::new(action, href).hidden(asks_for)),
        None => row,
    }
}
