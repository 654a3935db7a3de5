//! How far things are in place, topic by topic, and how well founded that is: the operator's own account.

use axum::extract::Path;
use domain::{
    assessment::{
        Confidence, Grounds, Journey, Standing, Step, TopicReadiness, at_odds, contradictions, last_tried,
        readiness,
    },
    content::{Audience, Question},
    ids::AssessmentId,
    policy::act,
};
use govuk::{Content, RowAction, SummaryCard, SummaryRow};
use leptos::prelude::*;
use store::Assessment;

use super::{answer_words, readiness_words as words};
use crate::{
    Page, PageError, components::emergency::Emergency, pages::scope::words::section, paths, request::Ctx,
    words::capital,
};

/// Every topic that the questions ask about.
pub async fn get(ctx: Ctx, Path(id): Path<AssessmentId>) -> Result<Page, PageError> {
    let (_, assessment) = ctx.open_assessment::<act::ViewAssessment>(id).await?;
    let of = assessment.of;
    let page = Page::new("Readiness, topic by topic", move || view(&assessment));
    Ok(page.of(of).with_back(paths::assessment(id)))
}

fn view(assessment: &Assessment) -> impl IntoView + use<> {
    let journey = assessment.journey();
    let grounds = assessment.grounds();
    let topics = readiness(&journey, grounds);
    let cards: Vec<_> = topics.iter().map(|found| card(assessment, &journey, found, grounds)).collect();
    view! {
        <span class="govuk-caption-l">{assessment.name.clone()}</span>
        <h1 class="govuk-heading-l">"Readiness, topic by topic"</h1>
        <p class="govuk-body">
            "This is your own account, worked out from your answers and from the drills that you recorded. Nobody has checked it, it decides nothing, and there is no overall grade."
        </p>
        {flagged(assessment, &journey)}
        {cards}
        <p class="govuk-body">
            <a class="govuk-link" href=paths::part(assessment.of, "plan")>"What to do next: your action plan"</a>
        </p>
        <Emergency/>
    }
}

/// Answers that do not go together, with a way to each.
fn flagged(assessment: &Assessment, journey: &Journey<'_>) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = contradictions(journey)
        .into_iter()
        .map(|one| {
            let questions = at_odds(journey, one).into_iter();
            let links: Vec<_> = questions.map(|one| view! { <li>{question(assessment, one)}</li> }).collect();
            view! {
                <li>
                    {one.text.clone()}
                    <ul class="govuk-list">{links}</ul>
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <govuk::InsetText>
                <h2 class="govuk-heading-m">"Answers that do not go together"</h2>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            </govuk::InsetText>
        }
    })
}

fn question(assessment: &Assessment, question: &Question) -> impl IntoView + use<> {
    let (link, text) = (paths::question(assessment.id, &question.id), question.text.clone());
    view! { <a class="govuk-link" href=link>{text}</a> }
}

fn card(
    assessment: &Assessment,
    journey: &Journey<'_>,
    found: &TopicReadiness,
    grounds: Grounds<'_>,
) -> impl IntoView + use<> {
    let topic = &found.topic;
    let tried = last_tried(journey, topic, grounds);
    let mut rows = vec![
        SummaryRow::new("How far", how_far(found)),
        founded(assessment, found, words::confidence(found.confidence, tried)),
    ];
    // The Act asks nothing of whoever answers by choice.
    let binding = assessment.audience() != Audience::Voluntary;
    let act =
        topic.act.as_ref().filter(|_| binding).map(|act| format!("{} of the Act", capital(&section(act))));
    rows.extend(act.map(|act| SummaryRow::new("Where it comes from", act)));
    rows.push(SummaryRow::new("Questions", questions(assessment, journey, &topic.id)));
    let card = SummaryCard::new(topic.title.as_str());
    view! { <govuk::SummaryList rows=rows card=card/> }
}

fn how_far(found: &TopicReadiness) -> Content {
    let (text, colour) = words::standing(found.standing);
    let share = words::share(found.standing, found.share);
    Content::view(view! {
        <govuk::Tag text=text colour=colour/>
        {share.map(|share| view! { <p class="govuk-body-s">{share}</p> })}
    })
}

/// How well founded it is; with a way to make it better founded, where a drill would.
fn founded(assessment: &Assessment, found: &TopicReadiness, text: String) -> SummaryRow {
    let row = SummaryRow::new("How well founded", text);
    let there = matches!(found.standing, Standing::InPlace | Standing::Partly);
    if found.topic.drill_every.is_none() || !there || found.confidence == Confidence::TriedOut {
        return row;
    }
    let drill = paths::part(assessment.of, "drills/new");
    row.action(RowAction::new("Record a drill", drill).hidden(format!("of {}", found.topic.title)))
}

/// The questions of a topic with what was answered, folded away.
fn questions(assessment: &Assessment, journey: &Journey<'_>, topic: &str) -> Content {
    let bears = |step: &&Step<'_>| step.question.readiness.iter().any(|one| one.topic == topic);
    let items: Vec<_> = journey
        .steps()
        .iter()
        .filter(bears)
        .map(|step| {
            let said = step.answer.map_or_else(
                || "Not answered yet".to_owned(),
                |answer| answer_words::value(&answer.value, answer_words::option(step.question, &answer.value)),
            );
            view! { <li>{question(assessment, step.question)} <br/> <span class="portal-written">{said}</span></li> }
        })
        .collect();
    let summary = if items.len() == 1 { "One question".into() } else { format!("{} questions", items.len()) };
    Content::view(view! {
        <govuk::Details summary=summary>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        </govuk::Details>
    })
}
