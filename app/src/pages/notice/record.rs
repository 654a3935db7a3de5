//! Recording that a notice was given, with what the service says on that day.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use domain::{
    forms::{Errors, notice::NoticeForm},
    ids::PremisesOrEvent,
    law,
    notice::{What, fingerprint},
    notification::{Entry, Field},
};
use govuk::{Choice, SummaryRow};
use leptos::prelude::*;

use super::words;
use crate::{
    Page, PageError,
    components::{DayInput, Title, day},
    form::{Sent, Wrong, new_mark, read_mark},
    pages::notification::{self, Notified, words as said},
    paths,
    request::Ctx,
};

/// The empty form.
pub async fn get<O: Notified>(ctx: Ctx, Path(of): Path<O>) -> Result<Page, PageError> {
    ctx.permit::<O::Change>(of).await?;
    let facts = notification::load(&ctx, of).await?.entries;
    let form = NoticeForm { once: new_mark(), seen: fingerprint(&facts), ..NoticeForm::default() };
    Ok(page(of.into(), form, Errors::none(), facts, ctx.today(), false))
}

/// Records it, or shows what is wrong, or what somebody else changed meanwhile: the facts that are
/// kept are those that the person saw.
pub async fn post<O: Notified>(
    ctx: Ctx,
    Path(of): Path<O>,
    Sent(mut form): Sent<NoticeForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<O::Change>(of).await?;
    let once = read_mark(&form.once)?;
    let (facts, today) = (notification::load(&ctx, of).await?.entries, ctx.today());
    let notice = match form.check(today, passed(), facts.clone()) {
        Ok(notice) => notice,
        Err(errors) => {
            return Ok(page(of.into(), form, errors, facts, today, false).unprocessable().into_response());
        }
    };
    let seen = fingerprint(&facts);
    if !notice.facts.is_empty() && form.seen != seen {
        form.seen = seen;
        let again = page(of.into(), form, Errors::none(), facts, today, true);
        return Ok(again.with_status(StatusCode::CONFLICT).into_response());
    }
    ctx.store.record_notice(&permit, once, &notice).await?;
    Ok(Redirect::to(&paths::part(of, "notices")).into_response())
}

/// The day on which the Act was passed: no notice can be older.
fn passed() -> Option<NaiveDate> {
    law::date("royal-assent").and_then(|date| date.day)
}

fn page(
    of: PremisesOrEvent,
    form: NoticeForm,
    errors: Errors,
    facts: Vec<Entry>,
    today: NaiveDate,
    changed: bool,
) -> Page {
    let wrong = Wrong::worded(&errors, wrong_words);
    Page::new("Record a notice to the SIA", move || view(of, &form, &wrong, &facts, today, changed))
        .with_back(paths::part(of, "notices"))
}

fn wrong_words(field: &str, code: &str) -> String {
    match (field, code) {
        ("what", _) => "Say what you told the SIA".into(),
        ("given", "day-to-come") => "The day must not be later than today".into(),
        ("given", "too-early") => {
            format!(
                "The day must not be before the Act was passed, on {}",
                passed().map(day).unwrap_or_default()
            )
        }
        ("given", _) => "Enter the day you gave notice, like 6 4 2027".into(),
        ("reference", "too-long") => "The reference must be 60 characters or fewer".into(),
        ("reference", _) => "The reference must not contain control characters".into(),
        ("same", _) => "Say whether the SIA was told the same as this service says".into(),
        _ => "Choose what the SIA was told otherwise".into(),
    }
}

fn view(
    of: PremisesOrEvent,
    form: &NoticeForm,
    wrong: &Wrong,
    facts: &[Entry],
    today: NaiveDate,
    changed: bool,
) -> impl IntoView + use<> {
    let whats: Vec<_> =
        What::ALL.into_iter().map(|one| Choice::new(one.as_str(), words::what(one))).collect();
    let given = [form.given_day.clone(), form.given_month.clone(), form.given_year.clone()];
    let changed = changed.then(|| {
        view! {
            <govuk::NotificationBanner title="Important" role="alert">
                <h2 class="govuk-notification-banner__heading">
                    "What this service says has changed while you were here"
                </h2>
                <p class="govuk-body">
                    "Nothing was recorded yet. Look at it below, and save again if it is what you told the SIA."
                </p>
            </govuk::NotificationBanner>
        }
    });
    view! {
        {wrong.summary()}
        {changed}
        <Title>"Record a notice to the SIA"</Title>
        <p class="govuk-body">
            "Give notice on the SIA’s own portal first. Nothing on this page is sent to the SIA."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="once" value=form.once.clone()/>
            <input type="hidden" name="seen" value=form.seen.clone()/>
            <govuk::Radios
                id="what"
                legend="What did you tell the SIA?"
                items=whats
                value=form.what.clone()
                error=wrong.text("what")
            />
            <DayInput
                id="given"
                legend="When did you give notice?"
                hint="For example, 6 4 2027"
                values=given
                error=wrong.text("given")
            />
            <govuk::Input
                id="reference"
                label="The SIA’s reference"
                hint="Leave it empty if there is none"
                value=form.reference.clone()
                width=govuk::Width::Chars20
                spellcheck=false
                error=wrong.text("reference")
            />
            {(!facts.is_empty()).then(|| told(of, form, wrong, facts, today))}
            <govuk::Button>"Save"</govuk::Button>
        </form>
    }
}

/// Whether the regulator was told what the service says.
fn told(
    of: PremisesOrEvent,
    form: &NoticeForm,
    wrong: &Wrong,
    facts: &[Entry],
    today: NaiveDate,
) -> impl IntoView + use<> {
    let fields: Vec<_> = facts
        .iter()
        .map(|entry| entry.field)
        .filter(|field| field.can_change())
        .map(|field| Choice::new(field.as_str(), said::field(field, of)))
        .collect();
    let otherwise = view! {
        <govuk::Checkboxes
            id="otherwise"
            legend="What did you tell otherwise, or not tell?"
            items=fields
            values=form.otherwise.clone()
            small=true
            error=wrong.text("otherwise")
        />
    };
    let items =
        vec![Choice::new("yes", "Yes, all of it"), Choice::new("no", "No, not all of it").below(otherwise)];
    let rows = rows(of, facts, &[], today);
    view! {
        <govuk::Details summary="What this service says today">
            <govuk::SummaryList rows=rows/>
        </govuk::Details>
        <govuk::Radios
            id="same"
            legend="Did you tell the SIA what this service says today?"
            hint="It is kept with the notice, to compare with later. What is missing is not compared. Leave this if you ceased to be responsible."
            items=items
            value=form.same.clone()
            error=wrong.text("same")
        />
    }
}

/// Facts, a row each, with those marked that the regulator was told otherwise.
pub fn rows(of: PremisesOrEvent, facts: &[Entry], otherwise: &[Field], today: NaiveDate) -> Vec<SummaryRow> {
    let row = |entry: &Entry| {
        let lines: Vec<_> =
            entry.values.iter().map(|value| view! { <li>{said::value(value, today)}</li> }).collect();
        let tag = if otherwise.contains(&entry.field) {
            Some("Told otherwise, or not told")
        } else {
            lines.is_empty().then(|| said::standing(entry.standing))
        };
        let value = view! {
            {(!lines.is_empty()).then(|| view! { <ul class="govuk-list">{lines}</ul> })}
            {tag.map(|text| view! { <govuk::Tag text=text colour=govuk::TagColour::Grey/> })}
        };
        SummaryRow::new(said::field(entry.field, of), govuk::Content::view(value))
    };
    facts.iter().map(row).collect()
}
