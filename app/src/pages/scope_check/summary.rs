//! What was said, with a way to change each answer.

use chrono::NaiveDate;
use domain::{
    digits::thousands,
    law,
    scope::{
        Exclusions, HostUse, Known, ScopeFacts,
        check::{Answer, Checked, Count, Uses, What},
    },
};
use govuk::{RowAction, SummaryRow};
use leptos::prelude::*;

use super::{Asked, words};
use crate::pages::scope::words as scope_words;

/// The list.
pub fn view(asked: &Asked) -> impl IntoView + use<> {
    let rows: Vec<SummaryRow> = asked
        .check
        .steps()
        .iter()
        .filter_map(|step| {
            let answer = step.answer.as_ref().ok()?;
            let key = words::short(step.question, asked.today);
            let change = RowAction::new("Change", asked.change(step.question)).hidden(key.to_lowercase());
            Some(SummaryRow::new(key, text(answer, asked.today)).action(change))
        })
        .collect();
    view! { <govuk::SummaryList rows=rows/> }
}

/// An answer in words.
fn text(answer: &Answer, on: NaiveDate) -> String {
    match answer {
        Answer::What(What::Premises) => "Premises".into(),
        Answer::What(What::Event) => "An event".into(),
        Answer::What(What::Both) => "Premises and an event".into(),
        Answer::Known(Known::Yes) => "Yes".into(),
        Answer::Known(Known::No) | Answer::Checked(Checked::No) => "No".into(),
        Answer::Known(Known::NotSure)
        | Answer::Checked(Checked::NotSure)
        | Answer::Uses(Uses::NotSure)
        | Answer::Principal(None)
        | Answer::HostUse(HostUse::NotSure)
        | Answer::Exclusions(Exclusions::NotSure) => "Not sure".into(),
        Answer::Exclusions(exclusions) => scope_words::exclusions(
            &ScopeFacts { exclusions: exclusions.clone(), ..ScopeFacts::default() },
            on,
        ),
        Answer::Uses(Uses::Nothing) => "None of those in Schedule 1".into(),
        Answer::Uses(Uses::These(codes)) => {
            codes.iter().map(|code| scope_words::use_name(*code, on)).collect::<Vec<_>>().join("; ")
        }
        Answer::Principal(Some(code)) | Answer::HostUse(HostUse::Mainly(code)) => {
            scope_words::use_name(*code, on)
        }
        Answer::HostUse(HostUse::None) => "None of those whose events are left out".into(),
        Answer::PartOf(part_of) => scope_words::part_of(*part_of).into(),
        Answer::Checked(Checked::Whole) => "At the whole event".into(),
        Answer::Checked(Checked::Part) => "In a part of the site".into(),
        Answer::Count(Count::Number(number)) => thousands(*number),
        Answer::Count(Count::Help) => "To be worked out".into(),
        Answer::Count(Count::NotSure) => "Not known".into(),
        Answer::Method(method) => law::method(method.id).map_or("", |method| method.label).into(),
        Answer::Figures(working) => working.line.clone(),
    }
}
