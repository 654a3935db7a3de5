//! The Competent Person records of premises, on their page.

use chrono::NaiveDate;
use domain::ids::PremisesId;
use leptos::prelude::*;
use store::CompetentPerson;

use super::words;
use crate::{
    components::{Heading, Listing},
    paths,
};

/// The records with how they stand, and a link to add one.
pub fn list(premises: PremisesId, people: &[CompetentPerson], today: NaiveDate) -> impl IntoView + use<> {
    let rows: Vec<_> = people.iter().map(|person| words::cells(person, today).into()).collect();
    let table = if rows.is_empty() {
        view! { <p class="govuk-body">"There are no records for these premises yet."</p> }.into_any()
    } else {
        view! {
            <Listing
                name="Competent Person records"
                caption="Newest first"
                head=vec![
                    Heading::title("Person"),
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
        <h2 class="govuk-heading-m">"Competent Person records"</h2>
        <p class="govuk-body">{words::OPTIONAL}</p>
        {table}
        {(people.len() >= 100).then(|| view! {
            <p class="govuk-body">
                "These are the newest 100. "
                <a class="govuk-link" href=paths::COMPETENT_PERSONS>"All your Competent Person records"</a>
                " have the others."
            </p>
        })}
        <p class="govuk-body">
            <a class="govuk-link" href=paths::premises_part(premises, "competent-persons/new")>
                "Add a Competent Person record"
            </a>
        </p>
    }
}
