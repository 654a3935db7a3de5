//! How the decision on scope came to be: each time that a fact changed, with what changed.

use axum::extract::Path;
use domain::{
    day::in_london,
    ids::PremisesId,
    policy::act,
    scope::{DecisionRecord, Fact},
};
use govuk::{Content, SummaryCard, SummaryRow};
use leptos::prelude::*;
use store::{DecisionMade, MOST_DECISIONS};

use super::{fact_words, scope_words};
use crate::{
    Page, PageError,
    components::{Title, day},
    paths,
    request::Ctx,
};

/// The history, newest first.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ViewPremises>(id).await?;
    let made = ctx.store.decisions_on(&permit).await?;
    Ok(Page::new("Decisions so far", move || view(&made)).with_back(paths::premises_part(id, "tier")))
}

fn view(made: &[DecisionMade]) -> impl IntoView + use<> {
    let before = made.iter().skip(1).map(Some).chain([None]);
    let cards: Vec<_> = made.iter().zip(before).map(|(one, before)| card(one, before)).collect();
    let none = cards.is_empty().then(|| view! { <p class="govuk-body">"Nothing is decided yet."</p> });
    view! {
        <Title>"Decisions so far"</Title>
        <p class="govuk-body">
            "Each time that a fact changed, with what followed from it by the law of that day. The newest is first."
        </p>
        {none}
        {cards}
        {(made.len() >= MOST_DECISIONS).then(|| view! {
            <p class="govuk-body">"These are the newest 100. Older ones are kept, and not listed."</p>
        })}
    }
}

fn card(made: &DecisionMade, before: Option<&DecisionMade>) -> impl IntoView + use<> {
    let on = in_london(made.at);
    let record = &made.record;
    let mut rows = vec![SummaryRow::new("What followed", scope_words::outcome(record.decision.outcome))];
    let facts = before.map_or_else(|| Fact::ALL.to_vec(), |before| record.changed_since(&before.record));
    for fact in facts {
        let was = before.map(|before| {
            let was = format!("Before: {}", fact_words::said(&before.record, fact, on));
            view! { <p class="govuk-hint">{was}</p> }
        });
        let value = view! { <p class="govuk-body">{fact_words::said(record, fact, on)}</p> {was} };
        rows.push(SummaryRow::new(fact_words::name(fact), Content::view(value)));
    }
    view! { <govuk::SummaryList card=SummaryCard::new(day(on)) rows=rows/> }
}

/// Above the reasons, when the newest change of a fact led to another outcome: what changed.
pub fn what_changed(made: &[DecisionMade]) -> impl IntoView + use<> {
    let pair = match made {
        [now, before, ..] if now.record.decision.outcome != before.record.decision.outcome => {
            Some((now, before))
        }
        _ => None,
    };
    pair.map(|(now, before)| changed(&now.record, &before.record, day(in_london(now.at)), in_london(now.at)))
}

fn changed(
    now: &DecisionRecord,
    before: &DecisionRecord,
    on_day: String,
    on: chrono::NaiveDate,
) -> impl IntoView + use<> {
    let facts: Vec<_> = now
        .changed_since(before)
        .into_iter()
        .map(|fact| {
            let (is, was) = (fact_words::said(now, fact, on), fact_words::said(before, fact, on));
            view! { <li>{format!("{}: {is} (before: {was})", fact_words::name(fact))}</li> }
        })
        .collect();
    let outcomes = format!(
        "{}. Before: {}.",
        scope_words::outcome(now.decision.outcome),
        scope_words::outcome(before.decision.outcome)
    );
    view! {
        <govuk::InsetText>
            <p class="govuk-body">{format!("Changed on {on_day}: {outcomes}")}</p>
            <ul class="govuk-list govuk-list--bullet">{facts}</ul>
        </govuk::InsetText>
    }
}
