//! One Competent Person record: adding it, reading it, changing it.

mod view;

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, competent_person::CompetentPersonForm},
    ids::{CompetentPersonId, PremisesId},
    policy::act,
};
use store::{CompetentPerson, StoreError};

use crate::{
    Page, PageError,
    form::{Sent, Wrong, new_mark, read_mark},
    paths,
    request::Ctx,
};

/// The empty form for a new record.
pub async fn new(ctx: Ctx, Path(premises): Path<PremisesId>) -> Result<Page, PageError> {
    ctx.permit::<act::AddCompetentPerson>(premises).await?;
    let form = CompetentPersonForm { once: new_mark(), ..CompetentPersonForm::default() };
    Ok(page(form, Errors::none(), Of::New(premises)))
}

/// Adds the record, or shows what is wrong.
pub async fn new_post(
    ctx: Ctx,
    Path(premises): Path<PremisesId>,
    Sent(form): Sent<CompetentPersonForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::AddCompetentPerson>(premises).await?;
    let once = read_mark(&form.once)?;
    match form.check(ctx.today()) {
        Ok(details) => {
            ctx.store.add_competent_person(&permit, once, &details).await?;
            Ok(Redirect::to(paths::COMPETENT_PERSONS).into_response())
        }
        Err(errors) => Ok(page(form, errors, Of::New(premises)).unprocessable().into_response()),
    }
}

/// A record with its mark, and the form to change it.
pub async fn get(ctx: Ctx, Path(id): Path<CompetentPersonId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditCompetentPerson>(id).await?;
    let person = ctx.store.competent_person(&permit).await?;
    let form = CompetentPersonForm::of(&person.details, person.version);
    Ok(page(form, Errors::none(), Of::Record(Box::new(person), false)))
}

/// Saves the record, or shows what is wrong, or what somebody else saved meanwhile.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<CompetentPersonId>,
    Sent(form): Sent<CompetentPersonForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditCompetentPerson>(id).await?;
    let seen = form.version().ok_or(PageError::BadForm)?;
    let saved = match form.check(ctx.today()) {
        Ok(details) => ctx.store.change_competent_person(&permit, seen, &details).await,
        Err(errors) => {
            let person = ctx.store.competent_person(&permit).await?;
            return Ok(page(form, errors, Of::Record(Box::new(person), false))
                .unprocessable()
                .into_response());
        }
    };
    match saved {
        Ok(()) => Ok(Redirect::to(paths::COMPETENT_PERSONS).into_response()),
        Err(StoreError::Conflict) => {
            let now = ctx.store.competent_person(&permit).await?;
            let form = CompetentPersonForm { version: now.version.to_string(), ..form };
            let page = page(form, Errors::none(), Of::Record(Box::new(now), true));
            Ok(page.with_status(StatusCode::CONFLICT).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// What a form is about.
enum Of {
    /// A new record, at these premises.
    New(PremisesId),
    /// A record as it is, and whether somebody else was faster.
    Record(Box<CompetentPerson>, bool),
}

fn page(form: CompetentPersonForm, errors: Errors, of: Of) -> Page {
    let wrong = Wrong::worded(&errors, words);
    let (title, back, now) = match of {
        Of::New(premises) => ("Add a Competent Person record", paths::premises(premises), None),
        Of::Record(person, faster) => {
            ("Competent Person record", paths::COMPETENT_PERSONS.to_owned(), Some((*person, faster)))
        }
    };
    Page::new(title, move || view::view(title, &form, &wrong, now.as_ref())).with_back(back)
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("name", "missing") => "Enter the person’s name",
        ("name", "too-long") => "The name must be 100 characters or fewer",
        ("role", "missing") => "Enter the person’s role at the premises",
        ("role", "too-long") => "The role must be 100 characters or fewer",
        ("qualification", _) => "Choose a qualification",
        ("described", "missing") => "Enter the name of the qualification",
        ("described", "too-long") => "The name of the qualification must be 150 characters or fewer",
        ("awarding_body", "missing") => "Enter who awarded it",
        ("awarding_body", "too-long") => "The awarding body must be 150 characters or fewer",
        ("number", "too-long") => "The number must be 60 characters or fewer",
        ("awarded_on", "day-to-come") => "The day it was awarded must be today or in the past",
        ("awarded_on", _) => "Enter the day it was awarded, like 3 11 2026",
        ("expiry", _) => "Say whether the certificate names a last day",
        ("expires_on", "too-early") => "The last day must not be before the day it was awarded",
        ("expires_on", _) => "Enter the last day, like 2 11 2029",
        _ => "This must not contain control characters",
    }
}
