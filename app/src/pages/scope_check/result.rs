//! What the scope check found, and why.

use domain::scope::{
    Decision, EventDecision, EventFacts, EventOutcome, FindOut, ScopeFacts, Tier,
    check::{Answer, CheckResult, Checked, Counted, Question},
    head_count::HeadCount,
    what_if,
};
use leptos::prelude::*;

use super::{Asked, carry, summary};
use crate::pages::scope::{decision as show, words};

/// The result.
pub fn view(asked: &Asked, found: &CheckResult, may_register: bool) -> impl IntoView + use<> {
    let both = found.premises.is_some() && found.event.is_some();
    let premises = found
        .premises
        .as_ref()
        .map(|(facts, decision)| premises(asked, facts, decision, found.head_count.as_ref(), both));
    let event = found.event.as_ref().map(|(facts, decision)| event(asked, facts, decision, both));
    let register = may_register.then(|| carry::form(&asked.check.address(), found));
    view! {
        {both.then(|| view! { <h1 class="govuk-heading-xl">"Premises and an event"</h1> })}
        {premises}
        {event}
        <h2 class="govuk-heading-m">"What you said"</h2>
        {summary::view(asked)}
        {show::self_assessment()}
        {register}
        <p class="govuk-body portal-no-print">
            "Nothing here is stored. The address of this page holds your answers: print the page or save it as a PDF to keep them."
        </p>
    }
}

/// The outcome: the page's heading, unless there are two.
fn heading(text: &'static str, both: bool) -> AnyView {
    if both {
        view! { <h2 class="govuk-heading-l">{text}</h2> }.into_any()
    } else {
        view! { <h1 class="govuk-heading-l">{text}</h1> }.into_any()
    }
}

fn premises(
    asked: &Asked,
    facts: &ScopeFacts,
    decision: &Decision,
    count: Option<&HeadCount>,
    both: bool,
) -> impl IntoView + use<> {
    let (law, today) = (&asked.law, asked.today);
    let rows: Vec<Vec<govuk::Cell>> = what_if::premises(facts, law, today)
        .iter()
        .map(|found| vec![words::change(found.change, today).into(), words::then(found.then).into()])
        .collect();
    let find_out = find_out(asked, &decision.find_out, Counted::Premises);
    // A number that was typed in was not worked out here.
    let count = count.filter(|count| count.working().is_some());
    view! {
        {heading(words::heading(decision), both)}
        <p class="govuk-body-l">{words::lead(decision)}</p>
        {show::near(&decision.near, count)}
        {find_out}
        <h2 class="govuk-heading-m">"Why"</h2>
        {show::reasons(&decision.reasons, today)}
        {show::arguable(&decision.arguable, today)}
        {what_would_change(rows)}
        {show::responsible(decision.responsible, today)}
        {show::duties(decision.outcome.tier().map_or(&[], Tier::duties))}
        {show::next_tier(decision.next_tier.as_ref())}
    }
}

fn event(asked: &Asked, facts: &EventFacts, decision: &EventDecision, both: bool) -> impl IntoView + use<> {
    let (law, today) = (&asked.law, asked.today);
    let rows: Vec<Vec<govuk::Cell>> = what_if::event(facts, law, today)
        .iter()
        .map(|found| vec![words::change(found.change, today).into(), words::then_event(found.then).into()])
        .collect();
    let find_out = find_out(asked, &decision.find_out, Counted::Event);
    let answers = asked.check.steps().iter().filter_map(|step| step.answer.as_ref().ok());
    let part = answers.into_iter().any(|answer| *answer == Answer::Checked(Checked::Part));
    let part = part.then(|| {
        view! {
            <p class="govuk-body">
                "Only the part where entry is checked is the event. If several parts are checked, each is an event by itself and must reach the number by itself (section 3(2))."
            </p>
        }
    });
    let responsible = (decision.outcome == EventOutcome::Event).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Who is responsible for the event"</h2>
            <p class="govuk-body">
                "Whoever will have control of the premises for the event (section 4(1)). A contract for door staff or ticketing does not move it."
            </p>
        }
    });
    view! {
        {heading(words::event_heading(decision), both)}
        <p class="govuk-body-l">{words::event_lead(decision)}</p>
        {show::near(&decision.near, None)}
        {part}
        {find_out}
        <h2 class="govuk-heading-m">{if both { "Why, for the event" } else { "Why" }}</h2>
        {show::reasons(&decision.reasons, today)}
        {show::arguable(&decision.arguable, today)}
        {what_would_change(rows)}
        {responsible}
        {show::duties(decision.outcome.duties())}
    }
}

fn what_would_change(rows: Vec<Vec<govuk::Cell>>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What would change this"</h2>
            <govuk::Table
                caption="If only this were different, and everything else as you said"
                head=vec!["If".into(), "Then".into()]
                rows=rows
            />
        }
    })
}

/// What to find out, each with a way to its question.
fn find_out(asked: &Asked, list: &[FindOut], counted: Counted) -> impl IntoView + use<> {
    let items: Vec<_> = list
        .iter()
        .map(|what| {
            let text = words::find_out(*what, asked.today).0;
            let place = questions(*what, counted)
                .into_iter()
                .find(|question| asked.check.step(&question.id()).is_some());
            match place {
                Some(question) => {
                    let href = asked.change(question);
                    view! { <li><a class="govuk-link" href=href>{text}</a></li> }.into_any()
                }
                None => view! { <li>{text}</li> }.into_any(),
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What to find out"</h2>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        }
    })
}

/// The questions that may answer it: the first that was asked counts.
fn questions(what: FindOut, counted: Counted) -> Vec<Question> {
    match (what, counted) {
        (FindOut::Building, _) => vec![Question::Building],
        (FindOut::Uses, _) => vec![Question::Uses],
        (FindOut::ForPublic { paragraph }, _) => vec![Question::ForPublic(paragraph)],
        (FindOut::Mainly, _) => vec![Question::Mainly],
        (FindOut::Principal, _) => vec![Question::Principal],
        (FindOut::Number, counted) => vec![Question::Count(counted)],
        (FindOut::Exclusions, Counted::Premises) => vec![Question::Exclusions],
        (FindOut::Exclusions, Counted::Event) => vec![Question::HostExclusions, Question::Exclusions],
        (FindOut::PartOf, _) => vec![Question::PartOf],
        (FindOut::HostEnhanced, _) => vec![Question::HostEnhanced],
        (FindOut::HostUse, _) => vec![Question::HostUse],
        (FindOut::PublicAccess, _) => vec![Question::PublicAccess],
        (FindOut::EntryChecked, _) => vec![Question::EntryChecked],
    }
}
