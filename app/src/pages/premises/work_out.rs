//! The number of people, worked out: choose a method, enter its figures.

use axum::{
    extract::{Path, RawQuery},
    response::{IntoResponse, Response},
};
use domain::{
    forms::{Errors, FieldError, premises::WorkOutForm},
    ids::PremisesId,
    law::{self, Method},
    policy::act,
    premises::Premises,
    scope::head_count::HeadCount,
};
use leptos::prelude::*;
use store::PremisesChange;

use super::{
    change::{Change, ChangedMeanwhile, save},
    number,
};
use crate::{
    Page, PageError,
    components::{Caption, Title},
    form::{Sent, Wrong, query},
    pages::scope::counting::{ReviewInput, WhatCounts, fields, methods, wrong_figure},
    paths,
    request::Ctx,
};

/// The list of methods, or the form for the one that was chosen.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>, RawQuery(raw): RawQuery) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let premises = ctx.store.premises_to_edit(&permit).await?;
    let asked = query(raw.as_deref());
    let chosen = asked.iter().find(|(name, _)| name == "method").map(|(_, id)| id.as_str());
    let method = chosen.and_then(law::method).filter(|method| !method.inputs.is_empty());
    Ok(match method {
        Some(method) => {
            let form = WorkOutForm::new(method, ctx.today(), premises.version);
            let form = match &premises.head_count {
                Some(before) => form.with(before),
                None => form,
            };
            page(id, form, Errors::none(), Vec::new())
        }
        None => {
            let now = premises.head_count.as_ref().map_or("", HeadCount::method).to_owned();
            choose(id, now, asked.iter().any(|(name, _)| name == "choose"))
        }
    })
}

/// Saves the number with its working, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<PremisesId>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let form = WorkOutForm::sent(pairs).ok_or(PageError::BadForm)?;
    match form.check(ctx.today()) {
        Ok(stated) => {
            let change = PremisesChange::Number(stated.head_count);
            let change = Change { permit, seen: stated.version, change, form };
            save(&ctx, change, |_| "tier", merge).await
        }
        Err(errors) => Ok(page(id, form, errors, Vec::new()).unprocessable().into_response()),
    }
}

fn merge(now: &Premises, form: WorkOutForm) -> Page {
    let theirs = number::said(now.head_count.as_ref());
    page(now.id, form.of_version(now.version), Errors::none(), theirs)
}

fn choose(id: PremisesId, now: String, empty: bool) -> Page {
    let errors = if empty { Errors::one("method", "missing") } else { Errors::none() };
    let wrong = Wrong::worded(&errors, |_, _| "Choose how to work the number out");
    let page = Page::new("Work out how many people", move || choose_view(id, now.clone(), &wrong))
        .with_back(paths::premises_part(id, "number"));
    if empty { page.unprocessable() } else { page }
}

fn choose_view(id: PremisesId, now: String, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <Caption/>
        <form method="get" novalidate>
            <input type="hidden" name="choose" value="1"/>
            <govuk::Radios
                id="method"
                legend=govuk::FieldTitle::heading("How do you want to work the number out?")
                hint="Any reasonable method will do. Take the one that you have records for."
                items=methods()
                value=now
                error=wrong.text("method")
            />
            <govuk::Button>"Continue"</govuk::Button>
        </form>
        <p class="govuk-body">
            <a class="govuk-link" href=paths::premises_part(id, "number")>"Enter the number yourself"</a>
        </p>
    }
}

fn page(id: PremisesId, form: WorkOutForm, errors: Errors, theirs: Vec<(&'static str, String)>) -> Page {
    let method = form.method();
    let wrong = Wrong::of(&errors, |error| words(method, error));
    Page::new("Work out how many people", move || view(&form, &wrong, theirs.clone()))
        .with_back(paths::premises_part(id, "number/work-out"))
}

fn words(method: &Method, error: &FieldError) -> String {
    wrong_figure(method, "", error).unwrap_or_else(|| number::words(&error.field, &error.code))
}

fn view(form: &WorkOutForm, wrong: &Wrong, theirs: Vec<(&'static str, String)>) -> impl IntoView + use<> {
    let method = form.method();
    let figures = fields(method, "", wrong, |field| form.typed(field).to_owned());
    let day =
        ["counted_on_day", "counted_on_month", "counted_on_year"].map(|part| form.typed(part).to_owned());
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>"Work out how many people"</Title>
        <h2 class="govuk-heading-m">{method.label}</h2>
        <WhatCounts/>
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.typed("version").to_owned()/>
            <input type="hidden" name="method" value=method.id/>
            {figures}
            <govuk::TextArea
                id="method_note"
                label="Anything to add? (optional)"
                hint="For example where the figures come from. Do not enter intelligence or classified information."
                value=form.typed("method_note").to_owned()
                error=wrong.text("method_note")
                rows=3
            />
            {number::counted_on(day, wrong)}
            <ReviewInput value=form.typed("review").to_owned() error=wrong.text("review")/>
            <govuk::Button>"Work it out and save"</govuk::Button>
        </form>
    }
}
