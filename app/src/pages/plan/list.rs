//! The plan of premises or of an event: all that there is to do, overdue first.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use domain::{
    assessment::{Overdue, actions, overdue_drills},
    content::QuestionId,
    drill::Drill,
    ids::{DrillId, PremisesOrEvent},
    plan::{Group, Line, PlanItem, lines},
};
use leptos::prelude::*;
use serde::Deserialize;
use store::{Assessment, Notifiable, Record};
use uuid::Uuid;

use super::{
    line::{Ways, line},
    words,
};
use crate::{
    Page, PageError,
    components::{Title, day, emergency::Emergency},
    form::Sent,
    paths,
    request::Ctx,
};

/// The plan.
pub async fn get<O: Notifiable>(ctx: Ctx, Path(id): Path<O>) -> Result<Page, PageError> {
    let permit = ctx.permit::<O::See>(id).await?;
    let of = id.into();
    let plan = Plan {
        of,
        items: ctx.store.records::<PlanItem, _>(&permit).await?,
        assessment: ctx.store.assessment_at(&permit).await?,
        drills: ctx.store.records::<Drill, _>(&permit).await?.into_iter().map(|drill| drill.id).collect(),
        today: ctx.today(),
    };
    Ok(Page::new("Action plan", move || plan.view()).with_back(paths::of(of)))
}

/// What is put into the plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PutIn {
    question: QuestionId,
    rule: usize,
}

/// Puts what follows from an answer into the plan, and leads to its page. Where it is there already, it stays as it
/// is; where it follows no more, nothing happens.
pub async fn post<O: Notifiable>(
    ctx: Ctx,
    Path(of): Path<O>,
    Sent(form): Sent<PutIn>,
) -> Result<Response, PageError> {
    let add = ctx.permit::<O::Change>(of).await?;
    let see = ctx.permit::<O::See>(of).await?;
    let assessment = ctx.store.assessment_at(&see).await?;
    let item = assessment.as_ref().and_then(|assessment| {
        let called_for = actions(&assessment.journey(), ctx.today()).into_iter();
        let mut called_for =
            called_for.filter(|one| one.question.id == form.question && one.rule == form.rule);
        called_for.next().map(|action| PlanItem::of_action(&action))
    });
    let next = match item {
        Some(item) => paths::plan_item(ctx.store.add_record(&add, Uuid::new_v4(), &item).await?),
        None => paths::part(of, "plan"),
    };
    Ok(Redirect::to(&next).into_response())
}

/// All that the page is made from.
struct Plan {
    of: PremisesOrEvent,
    items: Vec<Record<PlanItem>>,
    assessment: Option<Assessment>,
    drills: Vec<DrillId>,
    today: NaiveDate,
}

impl Plan {
    fn view(&self) -> impl IntoView + use<> {
        let journey = self.assessment.as_ref().map(Assessment::journey);
        let called_for = journey.as_ref().map(|journey| actions(journey, self.today)).unwrap_or_default();
        let lines = lines(called_for, &self.items, |item| &item.details, self.today);
        let part = |part: &str| paths::part(self.of, part);
        let what_if = lines.iter().any(|line| line.action.is_some()).then(|| {
            view! {
                <p class="govuk-body portal-no-print">
                    <a class="govuk-link" href=part("plan/what-if")>"What if you did some of this? See which gaps would close"</a>
                </p>
            }
        });
        view! {
            <Title>"Action plan"</Title>
            <p class="govuk-body">
                "All that follows from your answers, what drills taught you, and what you added yourself. Only what is marked “Law” will bind you when the duties start, so far as is reasonably practicable. What that is, you decide."
            </p>
            {self.no_answers()}
            <govuk::ButtonLink href=part("plan/new") kind=govuk::ButtonKind::Secondary>"Add an action of your own"</govuk::ButtonLink>
            {what_if}
            {lines.is_empty().then(|| view! {
                <p class="govuk-body">"Nothing is in the plan, and nothing follows from the answers so far. Questions without an answer are not counted."</p>
            })}
            {self.drills_due()}
            {self.groups(&lines)}
            <Emergency/>
        }
    }

    fn no_answers(&self) -> Option<AnyView> {
        self.assessment.is_none().then(|| {
            view! {
                <govuk::InsetText>
                    "The questions were not started yet. What follows from the answers will stand here."
                </govuk::InsetText>
            }
            .into_any()
        })
    }

    fn groups(&self, lines: &[Line<'_, Record<PlanItem>>]) -> Vec<AnyView> {
        let ways = Ways { of: self.of, assessment: self.assessment.as_ref(), drills: &self.drills };
        let together = lines.chunk_by(|one, next| one.group == next.group);
        together.filter_map(|group| Some((group.first()?.group, group))).map(|(of, group)| {
            let items: Vec<_> = group.iter().map(|one| line(&ways, one)).collect();
            let about = (of == Group::NoLonger).then_some(
                "They were planned because of an answer that has changed since. Finish them, or take them out of the plan.",
            );
            view! {
                <h2 class="govuk-heading-m">{words::group(of)}</h2>
                {about.map(|about| view! { <p class="govuk-body">{about}</p> })}
                <ol class="govuk-list govuk-list--spaced">{items}</ol>
            }
            .into_any()
        }).collect()
    }

    /// What was tried out too long ago: what is said of it is less well founded.
    fn drills_due(&self) -> Option<AnyView> {
        let assessment = self.assessment.as_ref()?;
        let due = overdue_drills(&assessment.journey(), assessment.grounds());
        let items: Vec<_> = due
            .iter()
            .map(|Overdue { topic, last }| {
                let text = format!("{}: last tried out on {}", topic.title, day(*last));
                view! { <li>{text}</li> }
            })
            .collect();
        let record = paths::part(self.of, "drills/new");
        (!items.is_empty()).then(|| {
            view! {
                <govuk::InsetText>
                    <h2 class="govuk-heading-s">"Time to try it out again"</h2>
                    <p class="govuk-body">"These were last tried out too long ago, so your answers about them are less well founded."</p>
                    <ul class="govuk-list govuk-list--bullet">{items}</ul>
                    <p class="govuk-body">
                        <a class="govuk-link" href=record>"Record a drill"</a>
                    </p>
                </govuk::InsetText>
            }
            .into_any()
        })
    }
}
