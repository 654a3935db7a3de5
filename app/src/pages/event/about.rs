//! Registering an event by name and place, and changing either.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    event::{HostedEvent, Step},
    forms::{
        Errors,
        event::{AboutForm, StatedAbout, StatedPlace},
    },
    ids::{EventId, PremisesId},
    policy::act,
    premises::PremisesName,
};
use leptos::prelude::*;
use store::StoreError;

use super::{
    about_view,
    change::{self, Then},
    words,
};
use crate::{
    Page, PageError,
    form::{Sent, Wrong, new_mark, read_mark},
    pages::scope_check::carry,
    paths,
    request::Ctx,
};

const REGISTER: &str = "Register an event";
const CHANGE: &str = "Name and place of the event";

/// The most premises that are offered to choose from: more than any operator is expected to have.
const MOST_HOSTS: u64 = 2_000;

/// Own premises to choose from.
pub type Hosts = Vec<(PremisesId, PremisesName)>;

/// The empty form for a new event.
pub async fn register(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::RegisterEvent>(ctx.organisation()?).await?;
    let form = AboutForm { once: new_mark(), ..AboutForm::default() };
    registering(&ctx, form, Errors::none(), hosts(&ctx).await?).await
}

/// Registers an event, or shows what is wrong.
pub async fn register_post(ctx: Ctx, Sent(form): Sent<AboutForm>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::RegisterEvent>(ctx.organisation()?).await?;
    let once = read_mark(&form.once)?;
    let hosts = hosts(&ctx).await?;
    match check(&form, &hosts) {
        Ok(about) => {
            let id = match carry::carried(&ctx).await?.filter(|found| found.event.is_some()) {
                Some(found) => {
                    let id = ctx.store.register_checked_event(&permit, once, about, &found).await?;
                    carry::registered(&ctx, carry::Registers::Event).await?;
                    id
                }
                None => ctx.store.register_event(&permit, once, about).await?,
            };
            Ok(Redirect::to(&paths::event_part(id, Step::Dates.as_str())).into_response())
        }
        Err(errors) => Ok(registering(&ctx, form, errors, hosts).await?.unprocessable().into_response()),
    }
}

/// The page for a new event, with what a scope check has said of it.
async fn registering(ctx: &Ctx, form: AboutForm, errors: Errors, hosts: Hosts) -> Result<Page, PageError> {
    let (checked, today) = (carry::carried(ctx).await?, ctx.today());
    let wrong = Wrong::worded(&errors, wording);
    Ok(Page::new(REGISTER, move || {
        view! {
            {about_view::view(REGISTER, &form, &wrong, Vec::new(), &hosts)}
            {checked.as_ref().map(|checked| carry::to_be_filled_in_for_event(checked, today))}
        }
    })
    .with_back(paths::EVENTS))
}

/// The form to change name and place.
pub async fn get(ctx: Ctx, Path(id): Path<EventId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditEvent>(id).await?;
    let form = AboutForm::of(&ctx.store.event_to_edit(&permit).await?.event);
    Ok(page(id, form, Errors::none(), Vec::new(), hosts(&ctx).await?))
}

/// Saves them, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<EventId>,
    Sent(form): Sent<AboutForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditEvent>(id).await?;
    let seen = form.version().ok_or(PageError::BadForm)?;
    let hosts = hosts(&ctx).await?;
    let about = match check(&form, &hosts) {
        Ok(about) => about,
        Err(errors) => {
            return Ok(page(id, form, errors, Vec::new(), hosts).unprocessable().into_response());
        }
    };
    let saved: Result<(), StoreError> = ctx.store.move_event(&permit, seen, about).await;
    let now = ctx.store.event_to_edit(&permit).await?;
    change::answer(saved, Then::After(Step::About), &now, |now| merge(now, form, hosts))
}

async fn hosts(ctx: &Ctx) -> Result<Hosts, PageError> {
    let permit = ctx.permit::<act::ListPremises>(ctx.organisation()?).await?;
    Ok(ctx.store.event_hosts(&permit, MOST_HOSTS).await?)
}

/// What the form says, with a host that is among those to choose from.
fn check(form: &AboutForm, hosts: &Hosts) -> Result<StatedAbout, Errors> {
    let about = form.check()?;
    match about.place {
        StatedPlace::Premises(id) if hosts.iter().all(|(host, _)| *host != id) => {
            Err(Errors::one("premises", "invalid"))
        }
        _ => Ok(about),
    }
}

fn merge(now: &HostedEvent, form: AboutForm, hosts: Hosts) -> Page {
    let details = &now.event.details;
    let theirs = vec![
        ("Name", details.name.as_str().to_owned()),
        ("Description", details.description.as_str().to_owned()),
        ("Place", words::place(now)),
        (
            "Part of the site",
            details.part_of_site.as_ref().map_or("All of the site", |part| part.as_str()).to_owned(),
        ),
    ];
    let form = AboutForm { version: now.event.version.to_string(), ..form };
    page(now.event.id, form, Errors::none(), theirs, hosts)
}

fn page(
    id: EventId,
    form: AboutForm,
    errors: Errors,
    theirs: Vec<(&'static str, String)>,
    hosts: Hosts,
) -> Page {
    let wrong = Wrong::worded(&errors, wording);
    Page::new(CHANGE, move || about_view::view(CHANGE, &form, &wrong, theirs.clone(), &hosts))
        .with_back(paths::event(id))
}

fn wording(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("name", "missing") => "Enter the name of the event",
        ("name", "too-long") => "The name must be 150 characters or fewer",
        ("description", "missing") => "Enter a short description",
        ("description", "too-long") => "The description must be 500 characters or fewer",
        ("held_at", _) => "Say whether the event is at your premises or at another place",
        ("premises", _) => "Choose one of your premises",
        ("line1", "missing") => "Enter the first line of the address, or the name of the land",
        ("town", "missing") => "Enter the town or city",
        ("line1" | "line2" | "town", "too-long") => "This line must be 100 characters or fewer",
        ("postcode", "missing") => "Enter the postcode, or the nearest one",
        ("postcode", "postcode-unknown") => "There is no such postcode in Great Britain. Check it",
        ("postcode", _) => "Enter a full UK postcode, like B1 1BB",
        ("district", _) => "Choose the district: Northern Ireland postcodes do not tell it",
        ("part_of_site", "too-long") => "The part of the site must be 150 characters or fewer",
        _ => "This must not contain control characters",
    }
}
