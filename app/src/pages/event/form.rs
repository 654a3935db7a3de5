//! A form about an event: showing it, saving it, and the merge page. What is special to one form
//! stands in its own file.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{
    event::{Event, EventChange, HostedEvent},
    forms::Errors,
    ids::EventId,
    policy::act,
};
use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::change::{Change, Then, save};
use crate::{
    Page, PageError,
    components::Title,
    form::{Sent, Wrong},
    pages::premises::change::ChangedMeanwhile,
    paths,
    request::Ctx,
};

/// What the page of one form needs to know of it.
pub trait EventForm: DeserializeOwned + Clone + Send + Sync + 'static {
    /// The heading.
    const TITLE: &'static str;
    /// Where it leads.
    const THEN: Then;
    /// The form that says what is known of an event.
    fn of(event: &Event) -> Self;
    /// What the form says.
    fn check(&self, today: NaiveDate) -> Result<EventChange, Errors>;
    /// The version that the person saw.
    fn version(&mut self) -> &mut String;
    /// What an event says of this now, as label and value.
    fn said(now: &HostedEvent) -> Vec<(&'static str, String)>;
    /// What is wrong with a field.
    fn words(field: &str, code: &str) -> String;
    /// What stands above the form.
    fn lead() -> AnyView {
        ().into_any()
    }
    /// The fields of the form.
    fn fields(&self, wrong: &Wrong) -> AnyView;
}

/// The form as it stands.
pub async fn get<F: EventForm>(ctx: Ctx, Path(id): Path<EventId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditEvent>(id).await?;
    let form = F::of(&ctx.store.event_to_edit(&permit).await?.event);
    Ok(page(id, form, Errors::none(), Vec::new()))
}

/// Saves it, or shows what is wrong.
pub async fn post<F: EventForm>(
    ctx: Ctx,
    Path(id): Path<EventId>,
    Sent(mut form): Sent<F>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditEvent>(id).await?;
    match form.check(ctx.today()) {
        Ok(change) => {
            let seen = form.version().parse().ok();
            save(&ctx, Change { permit, seen, then: F::THEN, change, form }, merge).await
        }
        Err(errors) => Ok(page(id, form, errors, Vec::new()).unprocessable().into_response()),
    }
}

fn merge<F: EventForm>(now: &HostedEvent, mut form: F) -> Page {
    *form.version() = now.event.version.to_string();
    page(now.event.id, form, Errors::none(), F::said(now))
}

fn page<F: EventForm>(id: EventId, form: F, errors: Errors, theirs: Vec<(&'static str, String)>) -> Page {
    let wrong = Wrong::worded(&errors, F::words);
    Page::new(F::TITLE, move || view(form.clone(), &wrong, theirs.clone())).with_back(paths::event(id))
}

fn view<F: EventForm>(
    mut form: F,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
) -> impl IntoView + use<F> {
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>{F::TITLE}</Title>
        {F::lead()}
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version().clone()/>
            {form.fields(wrong)}
            <govuk::Button>"Save and continue"</govuk::Button>
        </form>
    }
}
