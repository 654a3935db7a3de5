//! A line of the plan: what to do, how binding it is, what was decided about it, and the way to more.

use domain::{
    assessment::Action,
    content::{Question, QuestionId},
    ids::{DrillId, PremisesOrEvent},
    plan::{Line, Origin, PlanItem, Status},
};
use leptos::prelude::*;
use store::{Assessment, Record};

use super::words;
use crate::{
    components::{
        day,
        legal_label::{LegalLabel, Sources},
        prose,
    },
    paths,
};

/// What the lines of a plan lead to.
pub struct Ways<'a> {
    /// The premises or the event.
    pub of: PremisesOrEvent,
    /// The answers that actions follow from.
    pub assessment: Option<&'a Assessment>,
    /// The drills that are still there.
    pub drills: &'a [DrillId],
}

impl Ways<'_> {
    fn question(&self, id: &QuestionId) -> Option<(&'static Question, String)> {
        let assessment = self.assessment?;
        Some((assessment.set.question(id)?, paths::question(assessment.id, id)))
    }
}

/// The line.
pub fn line(ways: &Ways<'_>, line: &Line<'_, Record<PlanItem>>) -> impl IntoView + use<> {
    let (action, item) = (line.action.as_ref(), line.item);
    let text = action.map(|action| action.text.to_owned());
    let text = text.or_else(|| item.map(|item| item.details.text.clone())).unwrap_or_default();
    let binding = action.map(|action| {
        view! { <LegalLabel label=action.label act=action.question.act.clone()/> }
    });
    let cost = action.map_or_else(|| item.and_then(|item| item.details.cost), |action| action.cost);
    let said = item.map(|item| said(&item.details));
    view! {
        <li>
            <p class="govuk-body govuk-!-font-weight-bold">{text.clone()}</p>
            {binding}
            {said}
            <p class="govuk-body-s">"What it costs: " {words::cost(cost)}</p>
            {comes_from(ways, line)}
            {action.map(guidance)}
            {match item {
                Some(item) => change(item, text).into_any(),
                None => action.map(|action| put_in(ways.of, action, text)).into_any(),
            }}
        </li>
    }
}

/// What was decided about it.
fn said(item: &PlanItem) -> impl IntoView + use<> {
    let (status, colour) = words::status(item.status.slug());
    let since = match &item.status {
        Status::Done { on } => Some(format!(" since {}", day(*on))),
        _ => None,
    };
    let reason = match &item.status {
        Status::DecidedAgainst { reason } => Some(reason.clone()),
        _ => None,
    };
    let owner = item.owner.clone().map(|owner| format!("Who sees to it: {owner}"));
    let due = item.due.map(|due| format!("By {}", day(due)));
    let facts = [owner, due].into_iter().flatten().collect::<Vec<_>>().join(". ");
    let written = [reason, item.note.clone()].into_iter().flatten();
    let written: Vec<_> =
        written.map(|text| view! { <p class="govuk-body-s portal-written">{text}</p> }).collect();
    view! {
        <p class="govuk-body-s">
            <govuk::Tag text=status colour=colour/>
            {since}
        </p>
        {(!facts.is_empty()).then(|| view! { <p class="govuk-body-s">{facts}</p> })}
        {written}
    }
}

/// Where it comes from, with the way there.
fn comes_from(ways: &Ways<'_>, line: &Line<'_, Record<PlanItem>>) -> Option<AnyView> {
    let of_item = line.item.map(|item| &item.details.from);
    match (line.action.as_ref(), of_item) {
        (Some(action), _) => {
            let (section, asked) = (action.section.title.clone(), action.question.text.clone());
            let link = ways.question(&action.question.id).map(|(_, link)| link).unwrap_or_default();
            let done = line.item.is_some_and(|item| matches!(item.details.status, Status::Done { .. }));
            let still = done.then_some("Your answer still calls for it. Answer the question again: ");
            Some(
                view! {
                    <p class="govuk-body-s">
                        {still} {section} ": " <a class="govuk-link" href=link>{asked}</a>
                    </p>
                }
                .into_any(),
            )
        }
        (None, Some(Origin::Answer { question, .. })) => {
            let found = ways.question(question);
            let link = found.map(|(question, link)| {
                let asked = question.text.clone();
                view! { ": " <a class="govuk-link" href=link>{asked}</a> }
            });
            Some(view! { <p class="govuk-body-s">"Your answers no longer call for it" {link}</p> }.into_any())
        }
        (None, Some(Origin::Drill { drill, .. })) => {
            let link = ways
                .drills
                .contains(drill)
                .then(|| view! { <a class="govuk-link" href=paths::drill(*drill)>"a drill"</a> }.into_any());
            let link = link.unwrap_or_else(|| "a drill whose record was removed".into_any());
            Some(view! { <p class="govuk-body-s">"A lesson of " {link}</p> }.into_any())
        }
        (None, _) => None,
    }
}

fn guidance(action: &Action<'_>) -> impl IntoView + use<> {
    let blocks = prose::blocks(&action.question.guidance);
    let sources = action.sources.to_vec();
    view! {
        <govuk::Details summary="Guidance and sources">
            <govuk::Prose blocks=blocks/>
            <Sources sources=sources/>
        </govuk::Details>
    }
}

fn change(item: &Record<PlanItem>, text: String) -> impl IntoView + use<> {
    view! {
        <p class="govuk-body portal-no-print">
            <a class="govuk-link" href=paths::plan_item(item.id)>
                "Change who, when or how far"
                <span class="govuk-visually-hidden">": " {text}</span>
            </a>
        </p>
    }
}

/// The button that puts what follows from an answer into the plan.
fn put_in(of: PremisesOrEvent, action: &Action<'_>, text: String) -> impl IntoView + use<> {
    let (question, rule) = (action.question.id.to_string(), action.rule.to_string());
    view! {
        <form method="post" action=paths::part(of, "plan") novalidate class="portal-no-print">
            <input type="hidden" name="question" value=question/>
            <input type="hidden" name="rule" value=rule/>
            <govuk::Button kind=govuk::ButtonKind::Secondary prevent_double_click=true>
                "Plan it"
                <span class="govuk-visually-hidden">": " {text}</span>
            </govuk::Button>
        </form>
    }
}
