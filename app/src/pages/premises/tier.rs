//! Which tier the premises are in, and why.

use axum::extract::Path;
use chrono::NaiveDate;
use domain::{
    ids::PremisesId,
    law,
    policy::act,
    premises::{Premises, Stage},
    scope::{Decision, Tier},
};
use leptos::prelude::*;
use store::DecisionMade;

use super::decisions::what_changed;
use crate::{
    Page, PageError,
    components::Title,
    pages::{
        scope::{decision as show, words},
        scope_check::carry,
    },
    paths,
    request::Ctx,
};

/// The decision with its reasons.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ViewPremises>(id).await?;
    let premises = ctx.store.premises(&permit).await?;
    let today = ctx.today();
    let made = ctx.store.decisions_on(&permit).await?;
    let decision = premises.decide(&law::known(), today);
    let event_waits = carry::carried(&ctx).await?.is_some_and(|found| found.event.is_some());
    let page = Page::new("Whether the Act applies", move || {
        view! {
            {view(&premises, &decision, &made, today)}
            {event_waits.then(carry::event_waits)}
        }
    });
    Ok(page.with_back(paths::premises(id)))
}

/// The button that leads to the questions.
pub fn to_questions(stage: Stage) -> &'static str {
    match stage {
        Stage::Registered => "Start the questions",
        Stage::Assessing => "Go on with the questions",
        Stage::Submitted | Stage::Returned | Stage::Advised => "Go to the questions that you answered",
    }
}

fn view(
    premises: &Premises,
    decision: &Decision,
    made: &[DecisionMade],
    today: NaiveDate,
) -> impl IntoView + use<> {
    let (id, count) = (premises.id, premises.head_count.as_ref());
    let questions = to_questions(premises.stage);
    let start = decision.provisional.is_some().then(|| {
        view! {
            <form method="post" action=paths::premises_part(id, "assessment")>
                <govuk::Button>{questions}</govuk::Button>
            </form>
        }
    });
    let heading = words::heading(decision);
    view! {
        <Title>{heading}</Title>
        <p class="govuk-body-l">{words::lead(decision)}</p>
        {what_changed(made)}
        {find_out(id, decision, today)}
        <h2 class="govuk-heading-m">"Why"</h2>
        {show::reasons(&decision.reasons, today)}
        {show::arguable(&decision.arguable, today)}
        {show::near(&decision.near, count)}
        {show::responsible(decision.responsible, today)}
        {show::duties(decision.outcome.tier().map_or(&[], Tier::duties))}
        {show::next_tier(decision.next_tier.as_ref())}
        {start}
        <p class="govuk-body">
            <a class="govuk-link" href=paths::premises(id)>"See or change what you said"</a>
        </p>
        <p class="govuk-body">
            <a class="govuk-link" href=paths::premises_part(id, "decisions")>
                "See how the decision came about"
            </a>
        </p>
        {show::self_assessment()}
    }
}

fn find_out(id: PremisesId, decision: &Decision, today: NaiveDate) -> impl IntoView + use<> {
    let items: Vec<_> = decision
        .find_out
        .iter()
        .map(|what| {
            let (text, part) = words::find_out(*what, today);
            view! { <li><a class="govuk-link" href=paths::premises_part(id, part)>{text}</a></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What to find out"</h2>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        }
    })
}
