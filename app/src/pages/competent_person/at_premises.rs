//! The Competent Person records of premises, on their page.

use chrono::NaiveDate;
use domain::ids::PremisesId;
use leptos::prelude::*;
use store::CompetentPerson;

use super::words;
use crate::paths;

/// The records with how they stand, and a link to add one.
pub fn list(premises: PremisesId, people: &[CompetentPerson], today: NaiveDate) -> impl IntoView + use<> {
    let rows: Vec<_> = people.iter().map(|person| words::cells(person, today).into()).collect();
    let table = if rows.is_empty() {
        view! { <p class="govuk-body">"There are no records for these premises yet."</p> }.into_any()
    } else {
        view! {
            <div class="portal-scroll" tabindex="0" role="region" aria-label="Competent Person records">
                <govuk::Table
                    caption="Newest first"
                    head=vec![
                        "Person".into(),
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
        <h2 class="govuk-heading-m">"Competent Person records"</h2>
        <p class="govuk-body">{words::OPTIONAL}</p>
        {table}
        <p class="govuk-body">
            <a class="govuk-link" href=paths::premises_part(premises, "competent-persons/new")>
                "Add a Competent Person record"
            </a>
        </p>
    }
}
