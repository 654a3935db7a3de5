//! By when the regulator must be told of premises or of an event, with the counting. While the law fixes
//! no first day of the duties, a person can plan with one.

mod view;

use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{
    deadlines::{Commencement, Trigger, commencement},
    event::{self, HostedEvent},
    forms::{Errors, planned_day::PlannedDayForm},
    ids::{EventId, PremisesId, PremisesOrEvent},
    law,
    notice::{Accuracy, Kept, Past, ToTell, accuracy},
    policy::Permit,
    premises::{Premises, due},
    scope::EventOutcome,
};
use store::{Notifiable, StoreError, Timestamp};

use super::event::words as event_words;
use crate::{Page, PageError, components::day, form::Wrong, paths, request::Ctx};

/// What has deadlines: premises or an event.
pub trait Dated: Notifiable {
    /// What they follow from.
    fn load(ctx: &Ctx, permit: &Permit<Self::See>)
    -> impl Future<Output = Result<Subject, PageError>> + Send;
    /// What was said before, back to a moment.
    fn past(
        ctx: &Ctx,
        permit: &Permit<Self::See>,
        since: Timestamp,
    ) -> impl Future<Output = Result<Past, StoreError>> + Send;
}

/// All that the page is made from.
pub struct Facts {
    subject: Subject,
    notices: Vec<Kept>,
    /// What was notified, held against what was said here since.
    found: Accuracy,
}

/// What deadlines follow from.
pub enum Subject {
    /// Premises.
    Premises(Box<Premises>),
    /// An event, and whether it qualifies.
    Event(Box<HostedEvent>, EventOutcome),
}

impl Dated for PremisesId {
    async fn load(ctx: &Ctx, permit: &Permit<Self::See>) -> Result<Subject, PageError> {
        Ok(Subject::Premises(Box::new(ctx.store.premises(permit).await?)))
    }

    async fn past(ctx: &Ctx, permit: &Permit<Self::See>, since: Timestamp) -> Result<Past, StoreError> {
        ctx.store.premises_past(permit, since).await
    }
}

impl Dated for EventId {
    async fn load(ctx: &Ctx, permit: &Permit<Self::See>) -> Result<Subject, PageError> {
        let event = ctx.store.event(permit).await?;
        let outcome = event.decide(&law::known(), ctx.today()).outcome();
        Ok(Subject::Event(Box::new(event), outcome))
    }

    async fn past(ctx: &Ctx, permit: &Permit<Self::See>, since: Timestamp) -> Result<Past, StoreError> {
        ctx.store.event_past(permit, since).await
    }
}

impl Subject {
    fn of(&self) -> PremisesOrEvent {
        match self {
            Self::Premises(premises) => premises.id.into(),
            Self::Event(event, _) => event.event.id.into(),
        }
    }

    /// Why there is nothing to tell, whatever the day on which the duties start.
    fn nothing(&self) -> Option<String> {
        let starts = commencement();
        match self {
            Self::Premises(premises) => (!due::must_tell(premises)).then(|| {
                "From what you said, you have nothing to tell the SIA about these premises: they are not clearly in scope, or your organisation is not responsible for them.".into()
            }),
            Self::Event(_, EventOutcome::NotInScope) => {
                Some("From what you said it is not a qualifying event, so there is nothing to notify.".into())
            }
            Self::Event(event, _) if event.event.is_of_others() => Some(
                "From what you said your organisation is not responsible for the event, so it has nothing to notify.".into(),
            ),
            Self::Event(event, _) => earliest(starts)
                .filter(|first| event.event.is_over_before(*first))
                .map(|first| format!("The event is over before the main duties start, which is on {} at the earliest. So no notice is due for it.", day(first))),
        }
    }

    /// What must be told, were the duties to start on a day.
    fn to_tell(&self, first: NaiveDate, notices: &[Kept]) -> Vec<ToTell> {
        let starts = Commencement::On(first);
        match self {
            Self::Premises(premises) => due::to_tell(premises, starts, notices),
            Self::Event(event, _) => event::due::to_tell(&event.event, starts, notices),
        }
    }

    fn happened(&self, trigger: Trigger, first: NaiveDate) -> String {
        match (self, trigger) {
            (Self::Premises(premises), Trigger::BecameResponsible(_)) if premises.control.since.is_none() => {
                format!(
                    "You are taken to be responsible on {}, since you have not said since when",
                    day(first)
                )
            }
            (_, Trigger::BecameResponsible(on)) => format!("You became responsible on {}", day(on)),
            (_, Trigger::CeasedResponsible(on)) => format!("You ceased to be responsible on {}", day(on)),
            (_, trigger) => event_words::trigger(trigger),
        }
    }
}

/// The first day that the duties can start on, as far as the law tells.
fn earliest(starts: Commencement) -> Option<NaiveDate> {
    match starts {
        Commencement::On(first) => Some(first),
        Commencement::NotFixed => law::date("commencement").and_then(|date| date.not_before),
    }
}

/// What was notified, held against what was said here since. No statement where no notice was recorded.
pub async fn still_right<O: Dated>(
    ctx: &Ctx,
    permit: &Permit<O::See>,
    notices: &[Kept],
) -> Result<Accuracy, PageError> {
    let Some(since) = notices.iter().map(|kept| kept.recorded_at).min() else {
        return Ok(Accuracy::default());
    };
    Ok(accuracy(notices, &O::past(ctx, permit, since).await?.states(notices, &law::known())))
}

/// The deadlines.
pub async fn get<O: Dated>(
    ctx: Ctx,
    Path(of): Path<O>,
    Query(form): Query<PlannedDayForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<O::See>(of).await?;
    let notices = ctx.store.notices(&permit).await?;
    let found = still_right::<O>(&ctx, &permit, &notices).await?;
    let facts = Facts { subject: O::load(&ctx, &permit).await?, notices, found };
    let known = law::date("commencement");
    let planned = form.check(known.and_then(|date| date.not_before));
    let (planned, errors) = planned.map_or_else(|errors| (None, errors), |day| (day, Errors::none()));
    let wrong = Wrong::worded(&errors, words);
    let invalid = !errors.is_empty();
    let back = paths::of(facts.subject.of());
    let page = Page::new("Deadlines", move || view::view(&facts, planned, &form, &wrong)).with_back(back);
    Ok(if invalid { page.unprocessable() } else { page }.into_response())
}

fn words(_: &str, code: &str) -> String {
    if code == "too-early" {
        let first = law::date("commencement").and_then(|date| date.not_before).map(day);
        return format!("The day must not be before {}", first.unwrap_or_default());
    }
    "Enter a date like 6 4 2027".into()
}
