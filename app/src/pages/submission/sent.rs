//! What was sent of premises or of an event, on their page.

use govuk::{RowAction, SummaryRow};
use leptos::prelude::*;
use store::SubmissionLine;

use super::show::state;
use crate::{components::moment, paths};

/// The submissions, the newest first; nothing where there are none.
pub fn list(lines: &[SubmissionLine]) -> impl IntoView + use<> {
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let sent = format!("{}. {}", moment(line.submitted_at), state(line.state));
            let reference = line.reference.to_string();
            let see =
                RowAction::new("See what was sent", paths::submission(line.id)).hidden(reference.clone());
            SummaryRow::new(reference, sent).action(see)
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What you sent"</h2>
            <govuk::SummaryList rows=rows/>
        }
    })
}
