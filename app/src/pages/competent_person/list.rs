//! The organisation's Competent Person records.

use axum::extract::Query;
use chrono::NaiveDate;
use domain::{policy::act, premises::PremisesName};
use govuk::Cell;
use leptos::prelude::*;
use store::{CompetentPerson, PersonPage};

use super::words;
use crate::{
    Page, PageError,
    components::{After, Heading, Listing, Pages},
    paths,
    request::Ctx,
};

/// The list.
pub async fn get(ctx: Ctx, Query(after): Query<After>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ListCompetentPersons>(ctx.organisation()?).await?;
    let page = ctx.store.competent_persons_of(&permit, after.cursor()).await?;
    let today = ctx.today();
    Ok(Page::new("Competent Person records", move || view(&page, &after, today)))
}

fn view(page: &PersonPage, after: &After, today: NaiveDate) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> =
        page.people.iter().map(|(premises, person)| row(premises, person, today)).collect();
    let table = if rows.is_empty() {
        view! { <p class="govuk-body">"There are no records yet."</p> }.into_any()
    } else {
        view! {
            <Listing
                name="Records"
                caption="Records, newest first"
                head=vec![
                    Heading::title("Person"),
                    "Premises".into(),
                    "Qualification".into(),
                    "How it stands".into(),
                    "CTSA".into(),
                ]
                rows=rows
            />
        }
        .into_any()
    };
    view! {
        <h1 class="govuk-heading-l">"Competent Person records"</h1>
        <govuk::InsetText>{words::OPTIONAL}</govuk::InsetText>
        {table}
        <Pages path=paths::COMPETENT_PERSONS after=after.clone() next=page.next/>
        <p class="govuk-body">
            "To add a record, open the premises that it is for from "
            <a class="govuk-link" href=paths::PREMISES>"your premises"</a> "."
        </p>
    }
}

fn row(premises: &PremisesName, person: &CompetentPerson, today: NaiveDate) -> Vec<Cell> {
    let mut cells = Vec::from(words::cells(person, today));
    cells.insert(1, premises.as_str().into());
    cells
}
