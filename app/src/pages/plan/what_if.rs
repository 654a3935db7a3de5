//! What if you did this? Which gaps would close. Nothing is stored, and what was chosen stands in no address.

use std::collections::BTreeSet;

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    assessment::{TopicBeside, WhatIf, actions, what_if},
    content::{Contradiction, Question, QuestionId},
};
use govuk::{Cell, Choice, Content};
use leptos::prelude::*;
use serde::Deserialize;
use store::{Assessment, Notifiable};

use super::words;
use crate::{
    Page, PageError,
    components::{Heading, Listing, Title},
    form::{Sent, Wrong},
    pages::assessment::readiness_words,
    paths,
    request::Ctx,
};

/// What somebody chose.
#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WhatIfForm {
    actions: BTreeSet<QuestionId>,
}

/// The actions to choose from.
pub async fn get<O: Notifiable>(ctx: Ctx, Path(of): Path<O>) -> Result<Page, PageError> {
    let assessment = load(&ctx, of).await?;
    Ok(page(assessment, WhatIfForm::default(), Wrong::nothing()))
}

/// What would be different.
pub async fn post<O: Notifiable>(
    ctx: Ctx,
    Path(of): Path<O>,
    Sent(form): Sent<WhatIfForm>,
) -> Result<Response, PageError> {
    let assessment = load(&ctx, of).await?;
    if form.actions.is_empty() {
        let wrong = Wrong::one("actions", "Choose what you would do");
        return Ok(page(assessment, form, wrong).unprocessable().into_response());
    }
    Ok(page(assessment, form, Wrong::nothing()).into_response())
}

async fn load<O: Notifiable>(ctx: &Ctx, of: O) -> Result<Assessment, PageError> {
    let permit = ctx.permit::<O::See>(of).await?;
    ctx.store.assessment_at(&permit).await?.ok_or(PageError::NotFound)
}

fn page(assessment: Assessment, form: WhatIfForm, wrong: Wrong) -> Page {
    let back = paths::part(assessment.of, "plan");
    Page::new("What if you did this?", move || view(&assessment, &form, &wrong)).with_back(back)
}

fn view(assessment: &Assessment, form: &WhatIfForm, wrong: &Wrong) -> impl IntoView + use<> {
    let journey = assessment.journey();
    let items: Vec<_> = actions(&journey, assessment.read_on)
        .iter()
        .map(|action| {
            let about = format!("{}. {}", words::priority(action.priority), words::cost(action.cost));
            Choice::new(action.question.id.as_str(), action.text).hint(about)
        })
        .collect();
    let found = (!form.actions.is_empty())
        .then(|| what_if(&journey, &assessment.answers, assessment.grounds(), &form.actions));
    let chosen: Vec<String> = form.actions.iter().map(ToString::to_string).collect();
    view! {
        {wrong.summary()}
        <Title>"What if you did this?"</Title>
        <p class="govuk-body">
            "Choose some of what follows from your answers, and see which gaps would close. Nothing is saved, and no answer changes."
        </p>
        {found.map(|found| result(&found))}
        <form method="post" novalidate>
            <govuk::Checkboxes
                id="actions"
                legend="What would you do?"
                hint="Choose all that apply"
                items=items
                values=chosen
                error=wrong.text("actions")
            />
            <govuk::Button>"See what would change"</govuk::Button>
        </form>
    }
}

fn result(found: &WhatIf<'_>) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = found.topics.iter().filter(|topic| topic.changes()).map(row).collect();
    let none = rows.is_empty().then(|| {
        view! { <p class="govuk-body">"No topic of readiness would be further in place by this alone."</p> }
    });
    let table = (!rows.is_empty()).then(|| {
        view! {
            <Listing
                caption="What would be further in place"
                name="What would be further in place"
                head=vec![Heading::title("Topic"), Heading::new("Now"), Heading::new("Then")]
                rows=rows
            />
        }
    });
    let costs: Vec<_> =
        words::costs(&found.costs).into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let more = match found.more_questions {
        0 => None,
        1 => Some("One question would come up that you have not answered yet.".to_owned()),
        more => Some(format!("{more} questions would come up that you have not answered yet.")),
    };
    view! {
        <h2 class="govuk-heading-m">"What would change"</h2>
        {none}
        {table}
        {contradictions("Answers that would go together again", &found.gone)}
        {contradictions("Answers that would then not go together", &found.new)}
        {more.map(|more| view! { <p class="govuk-body">{more}</p> })}
        {open(&found.open)}
        <h3 class="govuk-heading-s">"What it would cost"</h3>
        <ul class="govuk-list govuk-list--bullet">{costs}</ul>
    }
}

fn row(topic: &TopicBeside) -> Vec<Cell> {
    let cell = |(standing, share)| {
        let (text, colour) = readiness_words::standing(standing);
        let share = readiness_words::share(standing, share);
        Content::view(view! {
            <govuk::Tag text=text colour=colour/>
            {share.map(|share| view! { <p class="govuk-body-s">{share}</p> })}
        })
        .into()
    };
    vec![topic.topic.title.as_str().into(), cell(topic.before), cell(topic.after)]
}

fn contradictions(heading: &'static str, found: &[&Contradiction]) -> Option<AnyView> {
    let items: Vec<_> = found.iter().map(|one| view! { <li>{one.text.clone()}</li> }).collect();
    (!items.is_empty()).then(|| {
        view! {
            <h3 class="govuk-heading-s">{heading}</h3>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        }
        .into_any()
    })
}

/// Questions of which nobody can tell the answer beforehand.
fn open(found: &[&Question]) -> Option<AnyView> {
    let items: Vec<_> = found.iter().map(|one| view! { <li>{one.text.clone()}</li> }).collect();
    (!items.is_empty()).then(|| {
        view! {
            <p class="govuk-body">"What these lead to shows once you have found out and answered them:"</p>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        }
        .into_any()
    })
}
