//! Saving a change to premises, and the merge page when somebody else was faster.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    policy::{Permit, act},
    premises::Premises,
};
use leptos::prelude::*;
use store::{PremisesChange, StoreError};

use crate::{Page, PageError, paths, request::Ctx};

/// What was changed, and the page to show it on.
pub struct Change<F> {
    /// The permit to change these premises.
    pub permit: Permit<act::EditPremises>,
    /// The version that the person saw.
    pub seen: Option<u32>,
    /// What they want.
    pub change: PremisesChange,
    /// The form as it was sent.
    pub form: F,
}

/// Saves the change and goes on to `next`. If somebody else changed the premises meanwhile, nothing
/// is written: `merge` makes the page from the premises as they are now and the form as it was sent.
pub async fn save<F>(
    ctx: &Ctx,
    change: Change<F>,
    next: impl FnOnce(&Premises) -> &'static str,
    merge: impl FnOnce(&Premises, F) -> Page,
) -> Result<Response, PageError> {
    let seen = change.seen.ok_or(PageError::BadForm)?;
    let saved = ctx.store.change_premises(&change.permit, seen, change.change).await;
    let now = ctx.store.premises_to_edit(&change.permit).await?;
    match saved {
        Ok(()) => Ok(Redirect::to(&paths::premises_part(now.id, next(&now))).into_response()),
        Err(StoreError::Conflict) => {
            Ok(merge(&now, change.form).with_status(StatusCode::CONFLICT).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Above a form that came back because somebody else was faster: what they saved.
#[component]
pub fn ChangedMeanwhile(
    /// What the premises say now, as label and value; empty when nobody was faster.
    theirs: Vec<(&'static str, String)>,
) -> impl IntoView {
    let rows: Vec<_> =
        theirs.into_iter().map(|(label, value)| govuk::SummaryRow::new(label, value)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <govuk::NotificationBanner title="Important" role="alert">
                <h2 class="govuk-notification-banner__heading">
                    "Somebody else changed this while you were here"
                </h2>
                <p class="govuk-body">"Nothing was overwritten. This is what they saved:"</p>
                <govuk::SummaryList rows=rows/>
                <p class="govuk-body">
                    "What you typed is in the form below. Save it to replace theirs, or change it first."
                </p>
            </govuk::NotificationBanner>
        }
    })
}
