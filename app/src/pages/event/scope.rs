//! Whether it is a qualifying event, and why.

use axum::extract::Path;
use chrono::NaiveDate;
use domain::{
    content::Audience,
    event::{Covers, EventScope, HostedEvent},
    ids::EventId,
    law,
    policy::act,
    scope::{Arguable, EventDecision, EventOutcome, FindOut, Near, head_count::HeadCount, what_if::Then},
};
use leptos::prelude::*;

use super::{summary, words};
use crate::{Page, PageError, components::Title, pages::scope::decision as show, paths, request::Ctx};

/// The decision with its reasons.
pub async fn get(ctx: Ctx, Path(id): Path<EventId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ViewEvent>(id).await?;
    let event = ctx.store.event(&permit).await?;
    let today = ctx.today();
    Ok(Page::new("Whether it is a qualifying event", move || view(&event, today)).with_back(paths::event(id)))
}

fn view(event: &HostedEvent, today: NaiveDate) -> impl IntoView + use<> {
    let id = event.event.id;
    let scope = event.decide(&law::known(), today);
    let outcome = scope.outcome();
    view! {
        <Title>{heading(outcome)}</Title>
        <p class="govuk-body-l">{lead(outcome)}</p>
        {summary::warning(event, today)}
        {find_out_view(find_out(event, &scope))}
        <h2 class="govuk-heading-m">"Why"</h2>
        {why(&scope, today)}
        {show::arguable(&arguable(&scope), today)}
        {show::near(&near(&scope), whole_count(event, &scope))}
        {responsible(outcome)}
        {show::duties(outcome.duties())}
        {changes(event, today)}
        {good_to_know()}
        <p class="govuk-body">
            <a class="govuk-link" href=paths::event(id)>"See or change what you said"</a>
        </p>
        {to_questions(id, scope.audience())}
        {to_notify(event, outcome)}
        {show::self_assessment()}
    }
}

fn heading(outcome: EventOutcome) -> &'static str {
    match outcome {
        EventOutcome::NotInScope => "This does not seem to be a qualifying event",
        EventOutcome::Event => "This seems to be a qualifying event",
        EventOutcome::Unclear => "It is not clear yet whether this is a qualifying event",
    }
}

fn lead(outcome: EventOutcome) -> &'static str {
    match outcome {
        EventOutcome::NotInScope => "From what you said, it does not meet every condition in section 3.",
        EventOutcome::Event => "From what you said, it meets every condition in section 3.",
        EventOutcome::Unclear => "It depends on something that is not known, or that the Act leaves open.",
    }
}

/// What to find out, each with a link to the page to say it on.
fn find_out_view(list: Vec<(String, String)>) -> impl IntoView {
    let items: Vec<_> = list
        .into_iter()
        .map(|(text, href)| view! { <li><a class="govuk-link" href=href>{text}</a></li> })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What to find out"</h2>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        }
    })
}

/// How the number came about that a threshold is close to. Of parts only the numbers are known.
fn whole_count<'a>(event: &'a HostedEvent, scope: &EventScope) -> Option<&'a HeadCount> {
    event.event.details.head_count.as_ref().filter(|_| matches!(scope, EventScope::Whole(_)))
}

/// Each thing to find out, with the page to say it on.
fn find_out(event: &HostedEvent, scope: &EventScope) -> Vec<(String, String)> {
    let id = event.event.id;
    let by_parts = event.event.details.entry.as_ref().is_some_and(|entry| entry.by_parts());
    match scope {
        EventScope::Whole(decision) => decision
            .find_out
            .iter()
            .map(|what| {
                let (text, part) = match what {
                    FindOut::EntryChecked if by_parts => ("Which parts of the site there are", "parts"),
                    FindOut::EntryChecked if covers_not_sure(event) => {
                        ("How much of the site the checks cover", "entry")
                    }
                    other => words::find_out(*other),
                };
                (text.to_owned(), paths::event_part(id, part))
            })
            .collect(),
        EventScope::Parts(parts) => {
            let mut list = Vec::new();
            for (part, decision) in parts {
                for what in &decision.find_out {
                    let (text, page) = words::find_out(*what);
                    let of_part = matches!(what, FindOut::Number | FindOut::EntryChecked);
                    let line = if of_part {
                        (format!("{}: {text}", part.name.as_str()), paths::event_part(id, "parts"))
                    } else {
                        (text.to_owned(), paths::event_part(id, page))
                    };
                    if !list.contains(&line) {
                        list.push(line);
                    }
                }
            }
            list
        }
    }
}

fn covers_not_sure(event: &HostedEvent) -> bool {
    event
        .event
        .details
        .entry
        .as_ref()
        .is_some_and(|entry| entry.covers == Covers::NotSure && entry.checked() == domain::scope::Known::Yes)
}

fn why(scope: &EventScope, today: NaiveDate) -> AnyView {
    match scope {
        EventScope::Whole(decision) => reasons(decision, today),
        EventScope::Parts(parts) => {
            let tables: Vec<_> = parts
                .iter()
                .map(|(part, decision)| {
                    let outcome = words::outcome(decision.outcome).to_lowercase();
                    let heading = format!("{}: {outcome}", part.name.as_str());
                    view! {
                        <h3 class="govuk-heading-s">{heading}</h3>
                        {reasons(decision, today)}
                    }
                })
                .collect();
            view! {
                <p class="govuk-body">
                    "Checks cover only part of the site. So each part is judged as an event by itself (section 3(2))."
                </p>
                {tables}
            }
            .into_any()
        }
    }
}

fn reasons(decision: &EventDecision, today: NaiveDate) -> AnyView {
    if decision.reasons.is_empty() {
        return view! { <p class="govuk-body">"Nothing is settled yet."</p> }.into_any();
    }
    show::reasons(&decision.reasons, today).into_any()
}

fn arguable(scope: &EventScope) -> Vec<Arguable> {
    let mut all = Vec::new();
    for point in decisions(scope).flat_map(|decision| &decision.arguable) {
        if !all.contains(point) {
            all.push(point.clone());
        }
    }
    all
}

fn near(scope: &EventScope) -> Vec<Near> {
    decisions(scope).flat_map(|decision| decision.near.iter().copied()).collect()
}

fn decisions(scope: &EventScope) -> Box<dyn Iterator<Item = &EventDecision> + '_> {
    match scope {
        EventScope::Whole(decision) => Box::new(std::iter::once(decision)),
        EventScope::Parts(parts) => Box::new(parts.iter().map(|(_, decision)| decision)),
    }
}

/// The way to the questions, where there are any.
fn to_questions(id: EventId, asked: Option<Audience>) -> Option<impl IntoView> {
    asked.map(|_| {
        view! {
            <form method="post" action=paths::event_part(id, "assessment")>
                <govuk::Button>"Go to the questions"</govuk::Button>
            </form>
        }
    })
}

/// Where the operator gathers what the SIA will ask.
fn to_notify(event: &HostedEvent, outcome: EventOutcome) -> impl IntoView + use<> {
    let href = paths::event_part(event.event.id, "notification");
    (outcome != EventOutcome::NotInScope).then(|| {
        view! {
            <p class="govuk-body">
                <a class="govuk-link" href=href>"What the SIA will ask, and what is missing"</a>
            </p>
        }
    })
}

fn responsible(outcome: EventOutcome) -> impl IntoView {
    (outcome != EventOutcome::NotInScope).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Who is responsible"</h2>
            <p class="govuk-body">
                "Whoever will have control of the premises for the event (section 4(1)). A promoter who takes over part of a park for a concert is responsible. An owner who keeps control stays responsible, even if contractors run doors and tickets. If several have control, each is responsible."
            </p>
        }
    })
}

/// What single facts would change, and what it would come to.
fn changes(event: &HostedEvent, today: NaiveDate) -> impl IntoView + use<> {
    let items: Vec<_> = event
        .what_would_change(&law::known(), today)
        .into_iter()
        .map(|(part, what_if)| {
            let part = part.map(|part| format!("{}: ", part.as_str()));
            let then = match what_if.then {
                Then::Outcome(outcome) => words::outcome(outcome).to_lowercase(),
                Then::Depends => "it depends on more than you said".into(),
            };
            view! { <li>{part} {words::change(what_if.change)} ": " {then}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <govuk::Details summary="What would change this">
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            </govuk::Details>
        }
    })
}

/// What people often get wrong.
fn good_to_know() -> impl IntoView {
    view! {
        <h2 class="govuk-heading-m">"Good to know"</h2>
        <ul class="govuk-list govuk-list--bullet">
            <li>"Events have no tier at 200 people. Below 800 an event is not a qualifying event (section 3)."</li>
            <li>"Free tickets count, if they are checked. A bag search or a count at the door alone does not."</li>
            <li>
                "800 people or more at enhanced duty premises are covered by the duties of the premises. There is no separate event then (section 3(1)(b))."
            </li>
        </ul>
    }
}
