//! An entry of a list that premises or an event have (a party, a licence): adding, changing and removing
//! it. What is special to one list stands in its own file.

pub mod licence;
pub mod party;

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{forms::Errors, ids::PremisesOrEvent};
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use store::{Entry, MOST_ENTRIES, Notifiable, OnList, StoreError};

use crate::{
    Page, PageError,
    components::{RemoveForm, record_form},
    form::{Sent, Wrong, new_mark, read_mark},
    paths,
    request::Ctx,
};

/// What the pages of one list need to know of it.
pub trait OnPage: OnList + Clone + 'static {
    /// The form of an entry.
    type Form: DeserializeOwned + Clone + Default + Send + Sync + 'static;
    /// The heading over a new one.
    const ADD: &'static str;
    /// The heading over one that exists.
    const CHANGE: &'static str;
    /// The part of its owner's pages that shows the list.
    const LIST: &'static str;
    /// The address of an entry.
    fn path(id: Self::Id) -> String;
    /// The form that says what the entry says.
    fn form(&self, version: u32) -> Self::Form;
    /// What a form says.
    fn check(form: &Self::Form) -> Result<Self, Errors>;
    /// The form's mark and its version.
    fn hidden(form: &mut Self::Form) -> (&mut String, &mut String);
    /// What is wrong with a field.
    fn words(field: &str, code: &str) -> &'static str;
    /// What the entry says, as label and value.
    fn said(&self) -> Vec<(&'static str, String)>;
    /// The fields of the form.
    fn fields(form: &Self::Form, wrong: &Wrong) -> AnyView;
}

/// The empty form for a new entry.
pub async fn new<O: Notifiable, L: OnPage>(ctx: Ctx, Path(of): Path<O>) -> Result<Page, PageError> {
    ctx.permit::<O::Change>(of).await?;
    let mut form = L::Form::default();
    *L::hidden(&mut form).0 = new_mark();
    Ok(page::<L>(of.into(), form, Errors::none(), None))
}

/// Adds it, or shows what is wrong.
pub async fn new_post<O: Notifiable, L: OnPage>(
    ctx: Ctx,
    Path(of): Path<O>,
    Sent(mut form): Sent<L::Form>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<O::Change>(of).await?;
    let once = read_mark(L::hidden(&mut form).0)?;
    match L::check(&form) {
        Ok(entry) => {
            ctx.store.add_entry(&permit, once, &entry).await?;
            Ok(back_to_list::<L>(of.into()))
        }
        Err(errors) => Ok(page::<L>(of.into(), form, errors, None).unprocessable().into_response()),
    }
}

/// An entry, to be changed.
pub async fn get<L: OnPage>(ctx: Ctx, Path(id): Path<L::Id>) -> Result<Page, PageError> {
    let permit = ctx.permit::<L::Edit>(id).await?;
    let now = ctx.store.entry::<L>(&permit).await?;
    Ok(page::<L>(now.of, now.details.form(now.version), Errors::none(), Some((now, false))))
}

/// Saves it, or shows what is wrong, or what somebody else saved meanwhile.
pub async fn post<L: OnPage>(
    ctx: Ctx,
    Path(id): Path<L::Id>,
    Sent(mut form): Sent<L::Form>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<L::Edit>(id).await?;
    let seen = L::hidden(&mut form).1.parse().map_err(|_| PageError::BadForm)?;
    let entry = match L::check(&form) {
        Ok(entry) => entry,
        Err(errors) => {
            let now = ctx.store.entry::<L>(&permit).await?;
            let page = page::<L>(now.of, form, errors, Some((now, false)));
            return Ok(page.unprocessable().into_response());
        }
    };
    let saved = ctx.store.change_entry(&permit, seen, &entry).await;
    let now = ctx.store.entry::<L>(&permit).await?;
    match saved {
        Ok(()) => Ok(back_to_list::<L>(now.of)),
        Err(StoreError::Conflict) => Ok(merge(form, now)),
        Err(error) => Err(error.into()),
    }
}

/// Removes it, unless somebody changed it meanwhile.
pub async fn remove<L: OnPage>(
    ctx: Ctx,
    Path(id): Path<L::Id>,
    Sent(form): Sent<RemoveForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<L::Edit>(id).await?;
    let now = ctx.store.entry::<L>(&permit).await?;
    match ctx.store.remove_entry::<L>(&permit, form.version).await {
        Ok(()) => Ok(back_to_list::<L>(now.of)),
        Err(StoreError::Conflict) => Ok(merge(now.details.form(now.version), now)),
        Err(error) => Err(error.into()),
    }
}

fn back_to_list<L: OnPage>(of: PremisesOrEvent) -> Response {
    Redirect::to(&paths::part(of, L::LIST)).into_response()
}

fn merge<L: OnPage>(mut form: L::Form, now: Entry<L>) -> Response {
    *L::hidden(&mut form).1 = now.version.to_string();
    let page = page::<L>(now.of, form, Errors::none(), Some((now, true)));
    page.with_status(StatusCode::CONFLICT).into_response()
}

/// The form; of an entry that exists with it as it is, and whether somebody else was faster.
fn page<L: OnPage>(
    of: PremisesOrEvent,
    form: L::Form,
    errors: Errors,
    now: Option<(Entry<L>, bool)>,
) -> Page {
    let wrong = Wrong::worded(&errors, L::words);
    let title = if now.is_some() { L::CHANGE } else { L::ADD };
    Page::new(title, move || view::<L>(title, form.clone(), &wrong, now.as_ref()))
        .of(of)
        .with_back(paths::part(of, L::LIST))
}

fn view<L: OnPage>(
    title: &'static str,
    mut form: L::Form,
    wrong: &Wrong,
    now: Option<&(Entry<L>, bool)>,
) -> AnyView {
    let theirs = now.filter(|(_, faster)| *faster).map(|(now, _)| now.details.said()).unwrap_or_default();
    let fields = L::fields(&form, wrong);
    let (once, version) = L::hidden(&mut form);
    let hidden = (std::mem::take(once), std::mem::take(version));
    let exists = now.map(|(now, _)| (L::path(now.id), now.version));
    record_form(title, wrong, theirs, hidden, exists, (().into_any(), fields))
}

/// That a list goes on where it is not shown any more.
pub fn full(shown: usize) -> impl IntoView {
    (shown >= MOST_ENTRIES).then(|| {
        view! {
            <p class="govuk-body">
                "The first 100 are listed. If you add more, they are kept, and neither listed nor part of what the SIA will ask here. Remove those that are over."
            </p>
        }
    })
}
