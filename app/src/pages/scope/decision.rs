//! The parts of a decision on scope, as pages show them.

use chrono::NaiveDate;
use domain::{
    law,
    scope::{Arguable, Duty, Near, NextTier, Reason, Responsible, head_count::HeadCount},
};
use leptos::prelude::*;

use super::words;
use crate::components::day;

/// Each reason with its section.
pub fn reasons(reasons: &[Reason], today: NaiveDate) -> impl IntoView + use<> {
    let rows: Vec<Vec<govuk::Cell>> = reasons
        .iter()
        .map(|reason| {
            vec![words::finding(&reason.finding, today).into(), words::section(&reason.cite).into()]
        })
        .collect();
    view! {
        <govuk::Table
            caption="Each reason, and where the Act says so"
            head=vec!["Reason".into(), "Terrorism (Protection of Premises) Act 2025".into()]
            rows=rows
        />
    }
}

/// What the Act leaves open.
pub fn arguable(points: &[Arguable], today: NaiveDate) -> impl IntoView + use<> {
    let points: Vec<_> =
        points.iter().map(|point| view! { <li>{words::arguable(point, today)}</li> }).collect();
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

/// A warning for each threshold that the number is close to, with how the number came about.
pub fn near(near: &[Near], count: Option<&HeadCount>) -> impl IntoView + use<> {
    let working = count.map(|count| {
        let line = count.working().map(|line| format!(" as {line}")).unwrap_or_default();
        format!(
            " It was worked out on {}{line}; look at it again by {}.",
            day(count.counted_on()),
            day(count.review_on())
        )
    });
    near.iter()
        .map(|near| {
            let text = format!("{}{}", words::near(near), working.as_deref().unwrap_or_default());
            view! { <govuk::WarningText>{text}</govuk::WarningText> }
        })
        .collect_view()
}

/// Who is responsible.
pub fn responsible(who: Option<Responsible>, today: NaiveDate) -> impl IntoView + use<> {
    who.map(|who| {
        view! {
            <h2 class="govuk-heading-m">"Who is responsible"</h2>
            <p class="govuk-body">{words::responsible(who, today)}</p>
        }
    })
}

/// The duties that follow, each with its section.
pub fn duties(list: &[Duty]) -> impl IntoView + use<> {
    let items: Vec<_> = list
        .iter()
        .map(|duty| view! { <li>{words::duty(*duty)} " (" {words::section(duty.cite())} ")"</li> })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What the Act will ask of you"</h2>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        }
    })
}

/// What the tier above would add.
pub fn next_tier(next: Option<&NextTier>) -> impl IntoView + use<> {
    next.map(|next| {
        let adds: Vec<_> = next.adds.iter().map(|duty| view! { <li>{words::duty(*duty)}</li> }).collect();
        let also = format!("{} premises also have to:", words::tier(next.tier));
        let summary = format!("What would change at {} people", next.threshold);
        view! {
            <govuk::Details summary=summary>
                <p class="govuk-body">{also}</p>
                <ul class="govuk-list govuk-list--bullet">{adds}</ul>
            </govuk::Details>
        }
    })
}

/// That this decides nothing, and from when the duties hold.
pub fn self_assessment() -> impl IntoView {
    let start = law::date("commencement");
    let start = match (start.and_then(|date| date.day), start.and_then(|date| date.expected)) {
        (Some(start), _) => format!("The main duties start on {}.", day(start)),
        (None, Some(expected)) => format!("The duties are not in force yet. Expected: {expected}"),
        (None, None) => "The duties are not in force yet.".into(),
    };
    view! {
        <govuk::InsetText>
            "This is a self-assessment from what you told us, not a decision. Where it matters and is not clear, take advice, or ask the First-tier Tribunal (section 11). "
            {start}
        </govuk::InsetText>
    }
}
