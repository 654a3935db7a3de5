//! Carrying a scope check into registration: its answers wait, sealed, in the browser's session,
//! through signing up or in, until what they are about is registered with them.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use domain::{
    digits::thousands,
    law,
    policy::{Actor, Role, act},
    scope::check::{CARRIED_FOR, Check, CheckResult, Said},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use store::Carried;

use crate::{
    Page, PageError,
    form::{Sent, query},
    pages::{event::words as event_words, scope::words},
    paths,
    request::Ctx,
};

/// What is registered with the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Registers {
    /// The premises.
    Premises,
    /// The event.
    Event,
}

/// Whether this person could register what they checked.
pub fn may(ctx: &Ctx) -> bool {
    ctx.viewer.actor.has(Role::Anonymous) || ctx.viewer.actor.has(Role::Operator)
}

/// Keeps the answers and goes on to registration, by way of an account where there is none yet.
pub async fn register(ctx: Ctx, Sent(pairs): Sent<Vec<(String, String)>>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::CarryScopeCheck>(()).await?;
    let law = law::known();
    let check = Check::new(&Said::new(pairs), &law, ctx.today());
    let Some(found) = check.result(&law, ctx.today()) else {
        return Ok(Redirect::to(&paths::scope_check(&check.address())).into_response());
    };
    let anonymous = ctx.viewer.actor.has(Role::Anonymous);
    if anonymous && !ctx.store.count_carried(&permit, &ctx.from.0).await? {
        return Ok(too_many(&check.address()));
    }
    let carried = ctx.store.seal_carried(&permit, &paths::answers(&check.address()), CARRIED_FOR).await?;
    ctx.session.insert(Carried::KEY, carried).await.map_err(fault)?;
    ctx.session.remove::<Registers>(Carried::DONE).await.map_err(fault)?;
    let next = if anonymous { "/sign-up" } else { onward(&ctx.viewer.actor, &found) };
    Ok(Redirect::to(next).into_response())
}

/// Many came from one address lately, each of which is kept for an hour.
fn too_many(address: &[(String, String)]) -> Response {
    let back = paths::scope_check(address);
    let page = Page::new("Too many checks", move || {
        view! {
            <h1 class="govuk-heading-l">"Too many checks from your network"</h1>
            <p class="govuk-body">
                "Many scope checks were taken on to registration from your network address lately. Nothing was stored. Your answers are still in the address of the page before."
            </p>
            <p class="govuk-body">
                "Wait a few minutes, then try again. Or create an account or sign in first, and take the check on from there."
            </p>
            <p class="govuk-body">
                <a class="govuk-link" href=back.clone()>"Go back to your result"</a>
            </p>
        }
    });
    let mut response = page.with_status(StatusCode::TOO_MANY_REQUESTS).into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("300"));
    response
}

/// Forgets the answers.
pub async fn forget(ctx: Ctx) -> Result<Redirect, PageError> {
    ctx.permit::<act::CarryScopeCheck>(()).await?;
    let found = carried(&ctx).await?;
    drop_it(&ctx).await?;
    let actor = &ctx.viewer.actor;
    let next = found.filter(|_| actor.has(Role::Operator)).map(|found| onward(actor, &found));
    Ok(Redirect::to(next.unwrap_or(paths::SCOPE_CHECK)))
}

/// Removes what is carried from the browser's session.
pub async fn drop_it(ctx: &Ctx) -> Result<(), PageError> {
    ctx.session.remove::<Carried>(Carried::KEY).await.map_err(fault)?;
    ctx.session.remove::<Registers>(Carried::DONE).await.map_err(fault)?;
    if ctx.viewer.actor.has(Role::Anonymous) {
        ctx.session.flush().await.map_err(fault)?;
    }
    Ok(())
}

/// Something was registered with the answers: those about the other thing go on waiting, until their
/// hour is over.
pub async fn registered(ctx: &Ctx, what: Registers) -> Result<(), PageError> {
    let left = carried(ctx).await?.is_some_and(|found| match what {
        Registers::Premises => found.event.is_some(),
        Registers::Event => found.premises.is_some(),
    });
    if left { ctx.session.insert(Carried::DONE, what).await.map_err(fault) } else { drop_it(ctx).await }
}

/// What the browser carries and was not registered yet, if its time is not over.
pub async fn carried(ctx: &Ctx) -> Result<Option<CheckResult>, PageError> {
    let Some(carried) = ctx.session.get::<Carried>(Carried::KEY).await.map_err(fault)? else {
        return Ok(None);
    };
    let Some(answers) = ctx.store.open_carried(&carried).await? else {
        ctx.session.remove::<Carried>(Carried::KEY).await.map_err(fault)?;
        return Ok(None);
    };
    let law = law::known();
    let check = Check::new(&Said::new(query(Some(&answers))), &law, ctx.today());
    let Some(mut found) = check.result(&law, ctx.today()) else { return Ok(None) };
    match ctx.session.get::<Registers>(Carried::DONE).await.map_err(fault)? {
        Some(Registers::Premises) => found.premises = None,
        Some(Registers::Event) => found.event = None,
        None => {}
    }
    Ok(Some(found))
}

/// Where somebody goes on to who has just signed in, when they carry a scope check.
pub async fn next(ctx: &Ctx, actor: &Actor) -> Result<Option<&'static str>, PageError> {
    let found = if actor.has(Role::Operator) { carried(ctx).await? } else { None };
    Ok(found.map(|found| onward(actor, &found)))
}

fn onward(actor: &Actor, found: &CheckResult) -> &'static str {
    if actor.organisation().is_some() { start(found) } else { paths::REGISTER_ORGANISATION }
}

/// Where registering begins: with the premises, where both were checked.
pub fn start(found: &CheckResult) -> &'static str {
    if found.premises.is_some() { paths::REGISTER_PREMISES } else { paths::REGISTER_EVENT }
}

fn fault(error: tower_sessions::session::Error) -> PageError {
    PageError::Fault(error.to_string())
}

/// The button on the result page, with the answers in hidden fields.
pub fn form(address: &[(String, String)], found: &CheckResult) -> impl IntoView + use<> {
    let heading = match (&found.premises, &found.event) {
        (Some(_), Some(_)) => "Register the premises and the event",
        (None, _) => "Register this event",
        (Some(_), None) => "Register these premises",
    };
    let hidden: Vec<_> = address
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> })
        .collect();
    let kept = format!(
        "You need an account for that. Your answers are filled in for you. Until you have registered, they are kept for {} minutes, encrypted, without a name or a place.",
        CARRIED_FOR.num_minutes()
    );
    view! {
        <div class="portal-no-print">
            <h2 class="govuk-heading-m">{heading}</h2>
            <p class="govuk-body">{kept}</p>
            <form method="post" action=paths::SCOPE_CHECK_REGISTER>
                {hidden}
                <govuk::Button>"Register with these answers"</govuk::Button>
            </form>
        </div>
    }
}

/// On the way to registration: that the answers wait.
pub fn waiting(found: &CheckResult) -> impl IntoView + use<> {
    let premises = found.premises.as_ref().map(|(_, decision)| words::outcome(decision.outcome).to_owned());
    let event = found.event.as_ref().map(|(_, decision)| event_words::outcome(decision.outcome).to_owned());
    let outcomes = [premises, event].into_iter().flatten().collect::<Vec<_>>().join("; ");
    let text = format!(
        "The answers of your scope check ({outcomes}) wait for you: they are filled in when you register. They are kept for {} minutes, encrypted, without a name or a place.",
        CARRIED_FOR.num_minutes()
    );
    view! { <govuk::InsetText>{text}</govuk::InsetText> }
}

/// Where premises are registered: what will be filled in, and a way to leave it.
pub fn to_be_filled_in(found: &CheckResult, today: NaiveDate) -> impl IntoView + use<> {
    found.premises.as_ref().map(|(facts, decision)| {
        let number = facts.number.map_or("Not known yet".into(), thousands);
        let rows = vec![
            govuk::SummaryRow::new("Used for", words::uses(facts, today)),
            govuk::SummaryRow::new("Greatest number of people", number),
            govuk::SummaryRow::new("Tier", words::outcome(decision.outcome)),
        ];
        filled_in("These answers are filled in for the premises that you register now.", rows)
    })
}

/// The same where an event is registered.
pub fn to_be_filled_in_for_event(found: &CheckResult, today: NaiveDate) -> impl IntoView + use<> {
    found.event.as_ref().map(|(facts, decision)| {
        let number = facts.number.map_or("Not known yet".into(), thousands);
        let rows = vec![
            govuk::SummaryRow::new("At enhanced duty premises", event_words::known(facts.host_enhanced)),
            govuk::SummaryRow::new("The place is mainly used for", event_words::main_use(facts.host_use, today)),
            govuk::SummaryRow::new("Members of the public can attend", event_words::known(facts.public_access)),
            govuk::SummaryRow::new("Entry is checked", event_words::known(facts.entry_checked)),
            govuk::SummaryRow::new("Greatest number of people", number),
            govuk::SummaryRow::new("Outcome", event_words::outcome(decision.outcome)),
        ];
        let text = "These answers are filled in for the event that you register now. At your own premises, what you said about those counts instead.";
        filled_in(text, rows)
    })
}

fn filled_in(text: &'static str, rows: Vec<govuk::SummaryRow>) -> impl IntoView {
    view! {
        <h2 class="govuk-heading-m">"From your scope check"</h2>
        <p class="govuk-body">{text}</p>
        <govuk::SummaryList rows=rows/>
        <form method="post" action=paths::SCOPE_CHECK_FORGET>
            <govuk::Button kind=govuk::ButtonKind::Secondary>"Do not use these answers"</govuk::Button>
        </form>
    }
}

/// Where premises were registered: that the event of the same check waits.
pub fn event_waits() -> impl IntoView {
    view! {
        <govuk::InsetText>
            <p class="govuk-body">"Your scope check was about an event, too. Its answers wait for you."</p>
            <p class="govuk-body">
                <a class="govuk-link" href=paths::REGISTER_EVENT>"Register the event with these answers"</a>
            </p>
        </govuk::InsetText>
    }
}
