//! The organisation's Competent Person records.

use chrono::NaiveDate;
use domain::{policy::act, premises::PremisesName};
use govuk::Cell;
use leptos::prelude::*;
use store::CompetentPerson;

use super::words;
use crate::{Page, PageError, paths, request::Ctx};

/// The most that are listed on one page.
const MOST: u64 = 100;

/// The list.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ListCompetentPersons>(ctx.organisation()?).await?;
    let list = ctx.store.competent_persons_of(&permit, MOST).await?;
    let today = ctx.now.date_naive();
    Ok(Page::new("Competent Person records", move || view(&list, today)))
}

fn view(list: &[(PremisesName, CompetentPerson)], today: NaiveDate) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = list.iter().map(|(premises, person)| row(premises, person, today)).collect();
    let table = if rows.is_empty() {
        view! { <p class="govuk-body">"There are no records yet."</p> }.into_any()
    } else {
        view! {
            <div class="portal-scroll" tabindex="0" role="region" aria-label="Records">
                <govuk::Table
                    caption="Records, newest first"
                    head=vec![
                        "Person".into(),
                        "Premises".into(),
                        "Qualification".into(),
                        "How it stands".into(),
                        "CTSA".into(),
                    ]
                    rows=rows
                />
            </div>
        }
        .into_any()
    };
    view! {
        <h1 class="govuk-heading-l">"Competent Person records"</h1>
        <govuk::InsetText>{words::OPTIONAL}</govuk::InsetText>
        {table}
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
