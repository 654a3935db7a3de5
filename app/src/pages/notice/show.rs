//! One notice, with what the service said on that day; and taking its record back as a mistake.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use domain::{
    day::in_london,
    forms::{Errors, notice::TakeBackForm},
    ids::{NoticeId, PremisesOrEvent},
    notice::Kept,
    policy::act,
};
use govuk::SummaryRow;
use leptos::prelude::*;
use store::StoreError;

use super::{record, words};
use crate::{
    Page, PageError,
    components::{Title, day},
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// The notice.
pub async fn get(ctx: Ctx, Path(id): Path<NoticeId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditNotice>(id).await?;
    let (of, kept) = ctx.store.notice(&permit).await?;
    Ok(page(of, kept, TakeBackForm::default(), Errors::none(), ctx.today()))
}

/// Takes its record back. Where somebody else did, it shows theirs.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<NoticeId>,
    Sent(form): Sent<TakeBackForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditNotice>(id).await?;
    let why = match form.check() {
        Ok(why) => why,
        Err(errors) => {
            let (of, kept) = ctx.store.notice(&permit).await?;
            return Ok(page(of, kept, form, errors, ctx.today()).unprocessable().into_response());
        }
    };
    let done = ctx.store.take_back_notice(&permit, &why).await;
    let (of, kept) = ctx.store.notice(&permit).await?;
    match done {
        Ok(()) => Ok(Redirect::to(&paths::part(of, "notices")).into_response()),
        Err(StoreError::Conflict) => {
            let theirs = page(of, kept, form, Errors::none(), ctx.today());
            Ok(theirs.with_status(StatusCode::CONFLICT).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn page(of: PremisesOrEvent, kept: Kept, form: TakeBackForm, errors: Errors, today: NaiveDate) -> Page {
    let wrong = Wrong::worded(&errors, |_, code| match code {
        "missing" => "Say what was wrong with the record",
        "too-long" => "What you say must be 200 characters or fewer",
        _ => "What you say must not contain control characters",
    });
    Page::new("Notice to the SIA", move || view(of, &kept, &form, &wrong, today))
        .of(of)
        .with_back(paths::part(of, "notices"))
}

fn view(
    of: PremisesOrEvent,
    kept: &Kept,
    form: &TakeBackForm,
    wrong: &Wrong,
    today: NaiveDate,
) -> impl IntoView + use<> {
    let notice = &kept.notice;
    let mut rows = vec![
        SummaryRow::new("What it told", words::what(notice.what)),
        SummaryRow::new("Given on", day(notice.given_on)),
        SummaryRow::new("SIA reference", notice.reference.clone().unwrap_or_else(|| "None".into())),
        SummaryRow::new("Recorded on", day(in_london(kept.recorded_at))),
    ];
    if let Some(back) = &kept.taken_back {
        rows.push(SummaryRow::new("Taken back on", day(in_london(back.at))));
        rows.push(SummaryRow::new("Why it was a mistake", back.why.clone()));
    }
    let facts = (!notice.facts.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What this service said when you recorded it"</h2>
            <govuk::SummaryList rows=record::rows(of, &notice.facts, &notice.otherwise, today)/>
        }
    });
    view! {
        {wrong.summary()}
        <Title>"Notice to the SIA"</Title>
        <govuk::SummaryList rows=rows/>
        {kept.taken_back.is_none().then(|| take_back(form, wrong))}
        {facts}
    }
}

/// Folded away, so that nobody presses it by chance; open while something in it is wrong.
fn take_back(form: &TakeBackForm, wrong: &Wrong) -> impl IntoView + use<> {
    let (why, error) = (form.why.clone(), wrong.text("why"));
    view! {
        <govuk::Details summary="This record is a mistake" open=error.is_some()>
            <p class="govuk-body">
                "It stays to be seen, marked with today’s day and what you say here. It no longer counts: nothing is compared with it."
            </p>
            <form method="post" novalidate>
                <govuk::Input
                    id="why"
                    label="What was wrong with it?"
                    hint="For example, notice was not sent after all"
                    value=why
                    error=error
                />
                <govuk::Button kind=govuk::ButtonKind::Warning prevent_double_click=true>
                    "Take the record back"
                </govuk::Button>
            </form>
        </govuk::Details>
    }
}
