//! Saving a change to an event, and the merge page when somebody else was faster.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    event::{Event, EventChange, HostedEvent, Step},
    policy::{Permit, act},
};
use store::StoreError;

use crate::{Page, PageError, paths, request::Ctx};

/// Where a form leads once it is saved.
#[derive(Clone, Copy)]
pub enum Then {
    /// To the first step after this one that was not answered, or to the decision.
    After(Step),
    /// To what the regulator will ask.
    Notification,
}

impl Then {
    fn part(self, now: &Event) -> &'static str {
        match self {
            Self::After(step) => now.next_after(step).map_or("scope", Step::as_str),
            Self::Notification => "notification",
        }
    }
}

/// What was changed, and the form that said so.
pub struct Change<F> {
    /// The permit to change this event.
    pub permit: Permit<act::EditEvent>,
    /// The version that the person saw.
    pub seen: Option<u32>,
    /// Where the form leads.
    pub then: Then,
    /// What they want.
    pub change: EventChange,
    /// The form as it was sent.
    pub form: F,
}

/// Saves the change and goes on.
pub async fn save<F>(
    ctx: &Ctx,
    change: Change<F>,
    merge: impl FnOnce(&HostedEvent, F) -> Page,
) -> Result<Response, PageError> {
    let Change { permit, seen, then, change, form } = change;
    let saved = ctx.store.change_event(&permit, seen.ok_or(PageError::BadForm)?, change).await;
    answer(saved, then, &ctx.store.event_to_edit(&permit).await?, |now| merge(now, form))
}

/// The answer to a change. If somebody else changed the event meanwhile, nothing was written: `merge`
/// makes the page from the event as it is now.
pub fn answer(
    saved: Result<(), StoreError>,
    then: Then,
    now: &HostedEvent,
    merge: impl FnOnce(&HostedEvent) -> Page,
) -> Result<Response, PageError> {
    match saved {
        Ok(()) => Ok(Redirect::to(&paths::event_part(now.event.id, then.part(&now.event))).into_response()),
        Err(StoreError::Conflict) => Ok(merge(now).with_status(StatusCode::CONFLICT).into_response()),
        Err(error) => Err(error.into()),
    }
}
