//! What a file says, and what becomes of it.

use std::collections::BTreeSet;

use axum::{
    extract::{Path, Query as UrlQuery},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    digits::thousands,
    estate::{
        MOST_PREMISES,
        import::{Checked, Duplicate, Registration, check, duplicates},
    },
    forms::premises::{ImportChoice, ImportForm},
    ids::ImportId,
    law,
    policy::{Permit, act},
    premises::Premises,
};
use serde::Deserialize;
use store::{HeldFile, Import, ImportDone};

use super::check_view as views;
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// Which page of the rows is shown.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    /// Counted from 1.
    page: usize,
}

/// A file as it was checked, beside what is registered.
pub(super) struct Shown {
    pub id: ImportId,
    pub file: HeldFile,
    pub checked: Checked,
    pub duplicates: Vec<Duplicate>,
    pub registered: Vec<Premises>,
    /// Which page of the rows, from 0.
    pub page: usize,
}

/// What the file says or, once it is imported, what became of it.
pub async fn get(
    ctx: Ctx,
    Path(id): Path<ImportId>,
    UrlQuery(query): UrlQuery<Query>,
) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ConfirmImport>(id).await?;
    match ctx.store.import(&permit).await? {
        (Import::Done(done), _) => {
            Ok(Page::new("Premises imported", move || views::done(&done)).with_back(paths::PREMISES))
        }
        (Import::Checked(file), registered) => {
            let shown = Shown::new(id, file, registered, query.page.saturating_sub(1))?;
            Ok(page(shown, ImportForm::default(), Wrong::nothing(), false))
        }
    }
}

/// Imports the file, or throws it away.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<ImportId>,
    Sent(form): Sent<ImportForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::ConfirmImport>(id).await?;
    let (file, registered) = match ctx.store.import(&permit).await? {
        // Sent twice: what became of it is there already.
        (Import::Done(_), _) => return Ok(Redirect::to(&paths::import(id)).into_response()),
        (Import::Checked(file), registered) => (file, registered),
    };
    let shown = Shown::new(id, file, registered, 0)?;
    match form.check(shown.checked.faults.is_empty()) {
        Err(_) => Ok(wrong(shown, form, "Choose what to do with the file".into())),
        Ok(ImportChoice::Discard) => {
            ctx.store.discard_import(&permit).await?;
            Ok(Redirect::to(paths::IMPORT).into_response())
        }
        Ok(ImportChoice::Import) => import(&ctx, &permit, shown, form).await,
    }
}

async fn import(
    ctx: &Ctx,
    permit: &Permit<act::ConfirmImport>,
    shown: Shown,
    form: ImportForm,
) -> Result<Response, PageError> {
    let likely: BTreeSet<u32> = shown.duplicates.iter().map(|duplicate| duplicate.row).collect();
    if !likely.is_subset(&form.shown()) {
        // Somebody registered premises meanwhile, so this is not what the person saw.
        let page = page(shown, form, Wrong::nothing(), true);
        return Ok(page.with_status(StatusCode::CONFLICT).into_response());
    }
    let left_out: BTreeSet<u32> = likely.difference(&form.kept()).copied().collect();
    let rows: Vec<Registration> = shown
        .checked
        .good
        .iter()
        .filter(|row| !left_out.contains(&row.row))
        .map(|row| row.registration.clone())
        .collect();
    let total = shown.registered.len() + rows.len();
    if rows.is_empty() {
        return Ok(wrong(shown, form, "No row is left to import".into()));
    }
    if total > MOST_PREMISES {
        let sentence = format!(
            "You would have {} premises, and there is room for {}. Leave some rows out",
            thousands(total),
            thousands(MOST_PREMISES)
        );
        return Ok(wrong(shown, form, sentence));
    }
    let done = ImportDone {
        imported: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        bad: shown.checked.bad_rows().into_iter().collect(),
        left_out: left_out.into_iter().collect(),
    };
    ctx.store.import_premises(permit, &rows, &done).await?;
    Ok(Redirect::to(&paths::import(shown.id)).into_response())
}

impl Shown {
    fn new(id: ImportId, file: HeldFile, registered: Vec<Premises>, page: usize) -> Result<Self, PageError> {
        // It was read before it was kept, by the law of the same day.
        let checked = check(&file.text, &law::known(), file.on)
            .map_err(|bad| PageError::Fault(format!("a kept file: {bad}")))?;
        let duplicates = duplicates(&checked.good, &registered);
        Ok(Self { id, file, checked, duplicates, registered, page })
    }
}

fn wrong(shown: Shown, form: ImportForm, sentence: String) -> Response {
    page(shown, form, Wrong::one("choice", sentence), false).unprocessable().into_response()
}

fn page(shown: Shown, form: ImportForm, wrong: Wrong, changed: bool) -> Page {
    Page::new("Check the file", move || views::check(&shown, &form, &wrong, changed)).with_back(paths::IMPORT)
}
