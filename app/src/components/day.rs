//! Days and moments, to read and to type.

use chrono::NaiveDate;
use domain::day::clock_in_london;
use govuk::{DateInput, DatePart};
use leptos::prelude::*;
use store::Timestamp;

/// A day in words, such as `3 November 2026`.
pub fn day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// An edition of the questions by its month, such as `November 2026` for `2026-11`.
pub fn edition(edition: &str) -> String {
    let first = NaiveDate::parse_from_str(&format!("{edition}-01"), "%Y-%m-%d");
    first.map_or_else(|_| edition.to_owned(), |first| first.format("%B %Y").to_string())
}

/// A moment in words, by the clock in London, such as `3 July 2027 at 14:05 BST`.
pub fn moment(at: Timestamp) -> String {
    clock_in_london(at).format("%-d %B %Y at %H:%M %Z").to_string()
}

/// A day in three fields named `{id}_day`, `{id}_month` and `{id}_year`.
#[component]
pub fn DayInput(
    /// Id of the first field, which the error summary links to.
    id: &'static str,
    /// The question.
    legend: &'static str,
    /// Help with an example.
    hint: &'static str,
    /// Day, month and year as they were typed.
    values: [String; 3],
    /// What is wrong, if anything is.
    error: Option<String>,
) -> impl IntoView {
    let [on, month, year] = values;
    let named = |part: DatePart, name: &str| part.name(format!("{id}_{name}"));
    let parts = vec![
        named(DatePart::day(on), "day").id(id),
        named(DatePart::month(month), "month"),
        named(DatePart::year(year), "year"),
    ];
    view! { <DateInput id=format!("{id}-date") name="" legend=legend hint=hint parts=parts error=error/> }
}
