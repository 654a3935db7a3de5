//! What premises and events keep a record of: adding one, correcting it and removing it. What is special to one kind
//! stands in its own file.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use domain::{forms::Errors, ids::PremisesOrEvent};
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use store::{Kept, Notifiable, Record, StoreError};

use crate::{
    Page, PageError,
    components::{RemoveForm, record_form},
    form::{Sent, Wrong, new_mark, read_mark},
    paths,
    request::Ctx,
};

/// What the pages of one kind need to know of it.
pub trait OnPage: Kept + Clone + 'static {
    /// The form of a record.
    type Form: DeserializeOwned + Clone + Default + Send + Sync + 'static;
    /// The heading over a new one.
    const ADD: &'static str;
    /// The heading over one that exists.
    const CHANGE: &'static str;
    /// The part of the pages of premises or of an event that shows the list.
    const LIST: &'static str;
    /// The address of a record.
    fn path(id: Self::Id) -> String;
    /// The form that says what the record says.
    fn form(&self, version: u32) -> Self::Form;
    /// What a form says on this day of a record that was `before`, or of a new one.
    fn check(form: &Self::Form, today: NaiveDate, before: Option<&Self>) -> Result<Self, Errors>;
    /// The form's mark and its version.
    fn hidden(form: &mut Self::Form) -> (&mut String, &mut String);
    /// What is wrong with a field.
    fn words(field: &str, code: &str) -> &'static str;
    /// What the record says, as label and value.
    fn said(&self) -> Vec<(&'static str, String)>;
    /// What to know before filling in the form.
    fn intro() -> AnyView;
    /// The fields of the form, of a record that says `now`, or of a new one.
    fn fields(form: &Self::Form, wrong: &Wrong, now: Option<&Self>) -> AnyView;
}

/// The empty form for a new record.
pub async fn new<O: Notifiable, K: OnPage>(ctx: Ctx, Path(of): Path<O>) -> Result<Page, PageError> {
    ctx.permit::<O::Change>(of).await?;
    Ok(empty::<K>(of.into(), K::Form::default()))
}

/// The form for a new record, filled in so far.
pub fn empty<K: OnPage>(of: PremisesOrEvent, mut form: K::Form) -> Page {
    *K::hidden(&mut form).0 = new_mark();
    page::<K>(form, Errors::none(), None).with_back(paths::part(of, K::LIST))
}

/// Adds it, or shows what is wrong.
pub async fn new_post<O: Notifiable, K: OnPage>(
    ctx: Ctx,
    Path(of): Path<O>,
    Sent(mut form): Sent<K::Form>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<O::Change>(of).await?;
    let once = read_mark(K::hidden(&mut form).0)?;
    match K::check(&form, ctx.today(), None) {
        Ok(record) => {
            ctx.store.add_record(&permit, once, &record).await?;
            Ok(back_to_list::<K>(of.into()))
        }
        Err(errors) => {
            let page = page::<K>(form, errors, None).unprocessable();
            Ok(page.with_back(paths::part(of, K::LIST)).into_response())
        }
    }
}

/// A record, to be corrected.
pub async fn get<K: OnPage>(ctx: Ctx, Path(id): Path<K::Id>) -> Result<Page, PageError> {
    let permit = ctx.permit::<K::Edit>(id).await?;
    let now = ctx.store.record::<K>(&permit).await?;
    Ok(page::<K>(now.details.form(now.version), Errors::none(), Some((now, false))))
}

/// Saves it, or shows what is wrong, or what somebody else saved meanwhile.
pub async fn post<K: OnPage>(
    ctx: Ctx,
    Path(id): Path<K::Id>,
    Sent(mut form): Sent<K::Form>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<K::Edit>(id).await?;
    let seen = K::hidden(&mut form).1.parse().map_err(|_| PageError::BadForm)?;
    let before = ctx.store.record::<K>(&permit).await?;
    let record = match K::check(&form, ctx.today(), Some(&before.details)) {
        Ok(record) => record,
        Err(errors) => {
            return Ok(page::<K>(form, errors, Some((before, false))).unprocessable().into_response());
        }
    };
    match ctx.store.change_record(&permit, seen, &record).await {
        Ok(()) => Ok(back_to_list::<K>(before.of)),
        Err(StoreError::Conflict) => Ok(merge(form, ctx.store.record::<K>(&permit).await?)),
        Err(error) => Err(error.into()),
    }
}

/// Removes it, unless somebody changed it meanwhile.
pub async fn remove<K: OnPage>(
    ctx: Ctx,
    Path(id): Path<K::Id>,
    Sent(form): Sent<RemoveForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<K::Edit>(id).await?;
    let now = ctx.store.record::<K>(&permit).await?;
    match ctx.store.remove_record::<K>(&permit, form.version).await {
        Ok(()) => Ok(back_to_list::<K>(now.of)),
        Err(StoreError::Conflict) => Ok(merge(now.details.form(now.version), now)),
        Err(error) => Err(error.into()),
    }
}

fn back_to_list<K: OnPage>(of: PremisesOrEvent) -> Response {
    Redirect::to(&paths::part(of, K::LIST)).into_response()
}

fn merge<K: OnPage>(mut form: K::Form, now: Record<K>) -> Response {
    *K::hidden(&mut form).1 = now.version.to_string();
    page::<K>(form, Errors::none(), Some((now, true))).with_status(StatusCode::CONFLICT).into_response()
}

/// The form; of a record that exists with it as it is, and whether somebody else was faster.
fn page<K: OnPage>(form: K::Form, errors: Errors, now: Option<(Record<K>, bool)>) -> Page {
    let wrong = Wrong::worded(&errors, K::words);
    let title = if now.is_some() { K::CHANGE } else { K::ADD };
    let of = now.as_ref().map(|(now, _)| now.of);
    let page = Page::new(title, move || view::<K>(title, form.clone(), &wrong, now.as_ref()));
    match of {
        Some(of) => page.of(of).with_back(paths::part(of, K::LIST)),
        None => page,
    }
}

fn view<K: OnPage>(
    title: &'static str,
    mut form: K::Form,
    wrong: &Wrong,
    now: Option<&(Record<K>, bool)>,
) -> AnyView {
    let theirs = now.filter(|(_, faster)| *faster).map(|(now, _)| now.details.said()).unwrap_or_default();
    let fields = K::fields(&form, wrong, now.map(|(now, _)| &now.details));
    let (once, version) = K::hidden(&mut form);
    let hidden = (std::mem::take(once), std::mem::take(version));
    let exists = now.map(|(now, _)| (K::path(now.id), now.version));
    record_form(title, wrong, theirs, hidden, exists, (K::intro(), fields))
}

/// That a list goes on where it is not shown any more.
pub fn full<K: OnPage>(shown: &[Record<K>]) -> impl IntoView + use<K> {
    let full = u64::try_from(shown.len()).is_ok_and(|shown| shown >= K::MOST);
    full.then(|| {
        view! {
            <p class="govuk-body">
                "The first 100 are listed. If you add more, they are kept, and neither listed nor part of what the SIA will ask here. Remove those that are over."
            </p>
        }
    })
}
