//! Licences, certificates and notices of premises or of an event: the list, and each as its page shows it.

use axum::extract::Path;
use chrono::NaiveDate;
use domain::{
    forms::{Errors, licence::LicenceForm},
    ids::{LicenceId, PremisesOrEvent},
    licence::{Licence, LicenceKind, LicenceState},
};
use govuk::{Choice, RowAction, SummaryRow};
use leptos::prelude::*;
use store::{Notifiable, Record};

use super::kept::{OnPage, full};
use crate::{
    Page, PageError,
    components::{DayInput, Title, day},
    form::Wrong,
    paths,
    request::Ctx,
};

/// The list.
pub async fn list<O: Notifiable>(ctx: Ctx, Path(of): Path<O>) -> Result<Page, PageError> {
    let permit = ctx.permit::<O::See>(of).await?;
    let licences = ctx.store.records::<Licence, _>(&permit).await?;
    let of = of.into();
    Ok(Page::new("Licences", move || view(of, &licences)).with_back(paths::of(of)))
}

fn view(of: PremisesOrEvent, licences: &[Record<Licence>]) -> impl IntoView + use<> {
    let rows: Vec<_> = licences
        .iter()
        .map(|entry| {
            let licence = &entry.details;
            let change =
                RowAction::new("Change", paths::licence(entry.id)).hidden(licence.description.clone());
            SummaryRow::new(kind(licence.kind), one_line(licence)).action(change)
        })
        .collect();
    let none = rows.is_empty().then(|| view! { <p class="govuk-body">"No licences are recorded yet."</p> });
    view! {
        <Title>"Licences"</Title>
        <p class="govuk-body">
            "The SIA asks for licences, certificates and notices for alcohol, entertainment and sports grounds, also those that are only applied for."
        </p>
        {none}
        {full(licences)}
        {(!rows.is_empty()).then(|| view! { <govuk::SummaryList rows=rows/> })}
        <govuk::ButtonLink href=paths::part(of, "licences/new")>"Add a licence"</govuk::ButtonLink>
        <p class="govuk-body">
            <a class="govuk-link" href=paths::part(of, "notification")>"What the SIA will ask"</a>
        </p>
    }
}

/// A kind of licence.
pub fn kind(kind: LicenceKind) -> &'static str {
    match kind {
        LicenceKind::Alcohol => "Alcohol",
        LicenceKind::Entertainment => "Entertainment",
        LicenceKind::GeneralSafety => "General safety certificate of a sports ground",
        LicenceKind::RegulatedStand => "Safety certificate of a regulated stand",
    }
}

/// How far a licence has come, by its slug.
fn state(slug: &str) -> &'static str {
    match slug {
        "in-force" => "In force",
        "applied-for" => "Applied for",
        "notice-given" => "Notice given, such as a temporary event notice",
        _ => "",
    }
}

/// A licence without its kind.
pub fn one_line(licence: &Licence) -> String {
    let state = match licence.state {
        LicenceState::InForce { from, to: Some(to) } => format!("in force from {} to {}", day(from), day(to)),
        LicenceState::InForce { from, to: None } => format!("in force from {}", day(from)),
        LicenceState::AppliedFor => "applied for".into(),
        LicenceState::NoticeGiven => "notice given".into(),
    };
    format!("{}, {state}, {}", licence.description, licence.authority)
}

impl OnPage for Licence {
    type Form = LicenceForm;
    const ADD: &'static str = "Add a licence";
    const CHANGE: &'static str = "Licence";
    const LIST: &'static str = "licences";

    fn path(id: LicenceId) -> String {
        paths::licence(id)
    }

    fn form(&self, version: u32) -> LicenceForm {
        LicenceForm::of(self, version)
    }

    fn check(form: &LicenceForm, _: NaiveDate, _: Option<&Self>) -> Result<Self, Errors> {
        form.check()
    }

    fn hidden(form: &mut LicenceForm) -> (&mut String, &mut String) {
        (&mut form.once, &mut form.version)
    }

    fn words(field: &str, code: &str) -> &'static str {
        match (field, code) {
            ("kind", _) => "Choose what it is for",
            ("state", _) => "Choose what stage it is at",
            ("description", "missing") => "Enter what it is, or its number",
            ("authority", "missing") => "Enter who issued it, or will",
            ("description" | "authority", "too-long") => "This must be 150 characters or fewer",
            ("from", "missing") => "Enter the day it was issued, like 1 2 2020",
            ("from", _) => "Enter a date like 1 2 2020",
            ("to", "too-early") => "The last day must not be before the first",
            ("to", _) => "Enter a date like 31 1 2030, or leave all three empty",
            _ => "This must not contain control characters",
        }
    }

    fn said(&self) -> Vec<(&'static str, String)> {
        vec![("Licence", kind(self.kind).to_owned()), ("What it says", one_line(self))]
    }

    fn intro() -> AnyView {
        ().into_any()
    }

    fn fields(form: &LicenceForm, wrong: &Wrong, _: Option<&Self>) -> AnyView {
        let kinds: Vec<_> =
            LicenceKind::ALL.into_iter().map(|one| Choice::new(one.as_str(), kind(one))).collect();
        let states: Vec<_> = LicenceState::SLUGS
            .into_iter()
            .map(|slug| {
                let choice = Choice::new(slug, state(slug));
                if slug == "in-force" { choice.below(days(form, wrong)) } else { choice }
            })
            .collect();
        view! {
            <govuk::Radios
                id="kind"
                legend="What is it for?"
                items=kinds
                value=form.kind.clone()
                error=wrong.text("kind")
            />
            <govuk::Radios
                id="state"
                legend="What stage is it at?"
                items=states
                value=form.state.clone()
                error=wrong.text("state")
            />
            <govuk::Input
                id="description"
                label="What it is, or its number"
                hint="For example, premises licence 12/345"
                value=form.description.clone()
                error=wrong.text("description")
            />
            <govuk::Input
                id="authority"
                label="Who issued it, or will"
                value=form.authority.clone()
                error=wrong.text("authority")
            />
        }
        .into_any()
    }
}

fn days(form: &LicenceForm, wrong: &Wrong) -> impl IntoView + use<> {
    let from = [form.from_day.clone(), form.from_month.clone(), form.from_year.clone()];
    let to = [form.to_day.clone(), form.to_month.clone(), form.to_year.clone()];
    view! {
        <DayInput
            id="from"
            legend="When was it issued?"
            hint="For example, 1 2 2020"
            values=from
            error=wrong.text("from")
        />
        <DayInput
            id="to"
            legend="Its last day, if it has one"
            hint="For example, 31 1 2030"
            values=to
            error=wrong.text("to")
        />
    }
}
