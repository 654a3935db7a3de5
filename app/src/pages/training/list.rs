//! The training of people at premises or for an event: what is overdue first.

use axum::extract::Path;
use chrono::NaiveDate;
use domain::{
    ids::PremisesOrEvent,
    training::{Course, Latest, Refresh, Training, courses},
};
use govuk::{Content, RowAction, SummaryCard, SummaryRow, TagColour};
use leptos::prelude::*;
use store::{Notifiable, Record};

use super::{fields, intro, people, title};
use crate::{
    Page, PageError,
    components::{
        Title, day,
        legal_label::{LegalLabel, Sources},
    },
    paths,
    request::Ctx,
};

/// The list: what is overdue, what is due soon, and the rest.
pub async fn list<O: Notifiable>(ctx: Ctx, Path(of): Path<O>) -> Result<Page, PageError> {
    let permit = ctx.permit::<O::See>(of).await?;
    let of = of.into();
    let records = ctx.store.records::<Training, _>(&permit).await?;
    let today = ctx.today();
    Ok(Page::new("Training and awareness", move || view(of, &records, today)).with_back(paths::of(of)))
}

fn view(of: PremisesOrEvent, records: &[Record<Training>], today: NaiveDate) -> impl IntoView + use<> {
    let latest = Latest::of(records.iter().map(|record| &record.details));
    let mut stands: Vec<_> =
        records.iter().map(|record| (latest.refresh(&record.details, today), record)).collect();
    stands.sort_by_key(|(refresh, record)| (*refresh, record.details.refresh_on, record.details.on));
    let (before, now): (Vec<_>, Vec<_>) =
        stands.into_iter().partition(|(refresh, _)| *refresh == Refresh::HeldAgain);
    let cards: Vec<_> = now.into_iter().map(|(refresh, record)| card(record, refresh)).collect();
    let none = cards.is_empty().then(|| view! { <p class="govuk-body">"No training is recorded yet."</p> });
    let before: Vec<_> = before.into_iter().map(|(refresh, record)| card(record, refresh)).collect();
    let before = (!before.is_empty()).then(|| {
        view! { <govuk::Details summary="Held again since">{before}</govuk::Details> }
    });
    view! {
        <Title>"Training and awareness"</Title>
        {intro()}
        <govuk::ButtonLink href=paths::part(of, "training/new")>"Record training"</govuk::ButtonLink>
        {none}
        {cards}
        {before}
        <govuk::Details summary="Courses and briefings in the list, and where they come from">
            {courses().iter().filter(|course| !course.described).map(listed).collect::<Vec<_>>()}
        </govuk::Details>
    }
}

fn card(record: &Record<Training>, refresh: Refresh) -> impl IntoView + use<> {
    let details = &record.details;
    let again = details.refresh_on.map_or_else(|| "Held once".into(), day);
    let again = match status(refresh) {
        Some((text, colour)) => Content::view(view! { {again} " " <govuk::Tag text=text colour=colour/> }),
        None => again.into(),
    };
    let mut rows = vec![
        SummaryRow::new("Held on", day(details.on)),
        SummaryRow::new("Who had it", people(details)),
        SummaryRow::new("Time again", again),
    ];
    rows.extend(details.note.clone().map(|note| SummaryRow::new("Note", note)));
    let title = title(details);
    let change =
        RowAction::new("Correct", paths::training(record.id)).hidden(format!("{title}, {}", details.group));
    let card = SummaryCard::new(title).action(change);
    view! { <govuk::SummaryList rows=rows card=card/> }
}

fn status(refresh: Refresh) -> Option<(&'static str, TagColour)> {
    match refresh {
        Refresh::Overdue => Some(("Overdue", TagColour::Orange)),
        Refresh::DueSoon => Some(("Due soon", TagColour::Yellow)),
        Refresh::Later | Refresh::Never | Refresh::HeldAgain => None,
    }
}

fn listed(course: &Course) -> impl IntoView + use<> {
    let (title, provider, about) = (course.title, course.provider, fields::about(course));
    view! {
        <h2 class="govuk-heading-s">{title}</h2>
        <LegalLabel label=course.label act=None/>
        <p class="govuk-body">{about} ". Offered by: " {provider} "."</p>
        <Sources sources=course.citations()/>
    }
}
