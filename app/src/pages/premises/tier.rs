//! Which tier the premises are in, and why.

use axum::extract::Path;
use chrono::NaiveDate;
use domain::{
    ids::PremisesId,
    law,
    policy::act,
    scope::{Decision, Outcome, Tier},
};
use leptos::prelude::*;

use super::scope_words as words;
use crate::{Page, PageError, paths, request::Ctx};

/// The decision with its reasons.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ViewPremises>(id).await?;
    let premises = ctx.store.premises(&permit).await?;
    let today = ctx.now.date_naive();
    let decision = premises.decide(&law::known(), today);
    Ok(Page::new("Whether the Act applies", move || view(id, &decision, today))
        .with_back(paths::premises(id)))
}

fn view(id: PremisesId, decision: &Decision, today: NaiveDate) -> impl IntoView + use<> {
    let start = decision.provisional.is_some().then(|| {
        view! {
            <form method="post" action=paths::premises_part(id, "assessment")>
                <govuk::Button>"Start the questions"</govuk::Button>
            </form>
        }
    });
    let near: Vec<_> = decision
        .near
        .iter()
        .map(words::near)
        .map(|text| view! { <govuk::WarningText>{text}</govuk::WarningText> })
        .collect();
    let reasons: Vec<Vec<govuk::Cell>> = decision
        .reasons
        .iter()
        .map(|reason| {
            vec![words::finding(&reason.finding, today).into(), words::section(&reason.cite).into()]
        })
        .collect();
    view! {
        <h1 class="govuk-heading-l">{heading(decision.outcome)}</h1>
        <p class="govuk-body-l">{lead(decision.outcome)}</p>
        {find_out(id, decision, today)}
        <h2 class="govuk-heading-m">"Why"</h2>
        <govuk::Table
            caption="Each reason, and where the Act says so"
            head=vec!["Reason".into(), "Terrorism (Protection of Premises) Act 2025".into()]
            rows=reasons
        />
        {arguable(decision, today)}
        {near}
        {duties(decision, today)}
        {start}
        <p class="govuk-body">
            <a class="govuk-link" href=paths::premises(id)>"See or change what you said"</a>
        </p>
        <govuk::InsetText>
            "This is a self-assessment from what you told us, not a decision. Where it matters and is not clear, take advice, or ask the First-tier Tribunal (section 11). The duties are not in force yet; they are expected in spring 2027."
        </govuk::InsetText>
    }
}

fn heading(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotInScope => "The Act does not seem to apply to these premises",
        Outcome::Standard => "These premises seem to be in the standard tier",
        Outcome::Enhanced => "These premises seem to be in the enhanced tier",
        Outcome::Unclear => "It is not clear yet whether the Act applies",
    }
}

fn lead(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotInScope => "From what you said, they do not meet every condition in section 2.",
        Outcome::Standard => "From what you said they are standard duty premises.",
        Outcome::Enhanced => {
            "From what you said they are enhanced duty premises: the standard duties, and more."
        }
        Outcome::Unclear => "It depends on something that is not known, or that the Act leaves open.",
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

fn arguable(decision: &Decision, today: NaiveDate) -> impl IntoView + use<> {
    let points: Vec<_> =
        decision.arguable.iter().map(|point| view! { <li>{words::arguable(point, today)}</li> }).collect();
    (!points.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What is arguable"</h2>
            <p class="govuk-body">
                "The Act does not clearly settle this. Take advice, or ask the tribunal under section 11, before you rely on it."
            </p>
            <ul class="govuk-list govuk-list--bullet">{points}</ul>
        }
    })
}

fn duties(decision: &Decision, today: NaiveDate) -> impl IntoView + use<> {
    use domain::scope::Duty::{
        Cooperate, Coordinate, Document, Measures, Notify, Procedures, SeniorIndividual,
    };
    let list = match decision.outcome.tier() {
        None => &[][..],
        Some(Tier::Standard) => &[Procedures, Notify, Coordinate],
        Some(Tier::Enhanced) => {
            &[Procedures, Measures, Document, Notify, Coordinate, Cooperate, SeniorIndividual]
        }
    };
    let items: Vec<_> = list
        .iter()
        .map(|duty| view! { <li>{words::duty(*duty)} " (" {words::section(duty.cite())} ")"</li> })
        .collect();
    let next = decision.next_tier.as_ref().map(|next| {
        let adds: Vec<_> = next.adds.iter().map(|duty| view! { <li>{words::duty(*duty)}</li> }).collect();
        let also = format!("{} premises also have to:", words::tier(next.tier));
        let summary = format!("What would change at {} people", next.threshold);
        view! {
            <govuk::Details summary=summary>
                <p class="govuk-body">{also}</p>
                <ul class="govuk-list govuk-list--bullet">{adds}</ul>
            </govuk::Details>
        }
    });
    let responsible = decision.responsible.map(|who| {
        view! {
            <h2 class="govuk-heading-m">"Who is responsible"</h2>
            <p class="govuk-body">{words::responsible(who, today)}</p>
        }
    });
    let enhanced = (decision.outcome == Outcome::Enhanced).then(|| {
        view! {
            <p class="govuk-body">
                "The questions here cover the procedures of section 5, which both tiers share. Questions on measures, the document and the senior individual are not part of this service yet."
            </p>
        }
    });
    view! {
        {responsible}
        {(!items.is_empty()).then(|| view! {
            <h2 class="govuk-heading-m">"What the Act will ask of you"</h2>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        })}
        {enhanced}
        {next}
    }
}
