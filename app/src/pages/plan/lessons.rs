//! The lessons of a drill, to put into the plan.

use std::collections::BTreeSet;

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    drill::Drill,
    ids::{DrillId, PremisesOrEvent},
    plan::PlanItem,
    policy::act,
};
use govuk::Choice;
use leptos::prelude::*;
use serde::Deserialize;
use store::{Notifiable, Record};
use uuid::Uuid;

use crate::{
    Page, PageError,
    components::Title,
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// The lessons that somebody chose.
#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LessonsForm {
    lessons: Vec<String>,
}

/// A drill, and which of its lessons are in the plan.
struct Lessons {
    drill: Record<Drill>,
    planned: BTreeSet<String>,
}

/// The lessons, each with whether it is in the plan.
pub async fn get(ctx: Ctx, Path(id): Path<DrillId>) -> Result<Page, PageError> {
    let found = load(&ctx, id).await?;
    Ok(page(found, Wrong::nothing()))
}

/// Puts the chosen ones into the plan. One that is there stays as it is.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<DrillId>,
    Sent(form): Sent<LessonsForm>,
) -> Result<Response, PageError> {
    let found = load(&ctx, id).await?;
    let taught = &found.drill.details.lessons;
    let chosen: Vec<&String> = taught.iter().filter(|lesson| form.lessons.contains(lesson)).collect();
    if chosen.is_empty() {
        let wrong = Wrong::one("lessons", "Choose a lesson, or go back");
        return Ok(page(found, wrong).unprocessable().into_response());
    }
    match found.drill.of {
        PremisesOrEvent::Premises(premises) => plan(&ctx, premises, id, &chosen).await?,
        PremisesOrEvent::Event(event) => plan(&ctx, event, id, &chosen).await?,
    }
    Ok(Redirect::to(&paths::part(found.drill.of, "plan")).into_response())
}

/// Puts lessons into the plan of whatever the drill was held at.
async fn plan<O: Notifiable>(ctx: &Ctx, of: O, id: DrillId, lessons: &[&String]) -> Result<(), PageError> {
    let permit = ctx.permit::<O::Change>(of).await?;
    for lesson in lessons {
        ctx.store.add_record(&permit, Uuid::new_v4(), &PlanItem::of_lesson(id, lesson)).await?;
    }
    Ok(())
}

async fn load(ctx: &Ctx, id: DrillId) -> Result<Lessons, PageError> {
    let permit = ctx.permit::<act::EditDrill>(id).await?;
    let drill = ctx.store.record::<Drill>(&permit).await?;
    let planned = match drill.of {
        PremisesOrEvent::Premises(premises) => planned(ctx, premises).await?,
        PremisesOrEvent::Event(event) => planned(ctx, event).await?,
    };
    Ok(Lessons { drill, planned })
}

/// What is in the plan already.
async fn planned<O: Notifiable>(ctx: &Ctx, of: O) -> Result<BTreeSet<String>, PageError> {
    let permit = ctx.permit::<O::See>(of).await?;
    let items = ctx.store.records::<PlanItem, _>(&permit).await?;
    Ok(items.iter().filter_map(|item| item.details.from.same_as()).collect())
}

fn page(found: Lessons, wrong: Wrong) -> Page {
    let of = found.drill.of;
    Page::new("Lessons of a drill", move || view(&found, &wrong)).of(of).with_back(paths::part(of, "drills"))
}

fn view(found: &Lessons, wrong: &Wrong) -> impl IntoView + use<> {
    let Lessons { drill, planned } = found;
    let is_planned = |lesson: &&String| {
        PlanItem::of_lesson(drill.id, lesson).from.same_as().is_some_and(|one| planned.contains(&one))
    };
    let (there, open): (Vec<_>, Vec<_>) = drill.details.lessons.iter().partition(is_planned);
    let items: Vec<_> = open.iter().map(|lesson| Choice::new(lesson.as_str(), lesson.as_str())).collect();
    let form = (!items.is_empty()).then(|| {
        view! {
            <form method="post" novalidate>
                <govuk::Checkboxes
                    id="lessons"
                    legend="Which of them should become actions?"
                    hint="Choose all that apply. You can say who sees to them and by when afterwards."
                    items=items
                    error=wrong.text("lessons")
                />
                <govuk::Button>"Put them into the plan"</govuk::Button>
            </form>
        }
    });
    let there: Vec<_> = there.into_iter().map(|lesson| view! { <li>{lesson.clone()}</li> }).collect();
    view! {
        {wrong.summary()}
        <Title>"Lessons of a drill"</Title>
        {form}
        {(!there.is_empty()).then(|| in_plan(drill.of, there))}
    }
}

fn in_plan(of: PremisesOrEvent, items: Vec<impl IntoView + 'static>) -> impl IntoView {
    view! {
        <h2 class="govuk-heading-m">"In the plan already"</h2>
        <ul class="govuk-list govuk-list--bullet">{items}</ul>
        <p class="govuk-body">
            <a class="govuk-link" href=paths::part(of, "plan")>"See the action plan"</a>
        </p>
    }
}
