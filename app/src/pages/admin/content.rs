//! What content this portal holds: question sets, editions, sources, and how each was read.

use std::collections::BTreeSet;

use domain::{
    content::{Citation, HowRead, Library, QuestionSet, SetSummary, Source, SourceKind, library},
    policy::act,
};
use govuk::{Content, HeadingLevel, SummaryCard, SummaryRow};
use leptos::prelude::*;

use crate::{
    Page, PageError,
    components::{Heading, Listing, legal_label::Sources},
    request::Ctx,
};

/// The list.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::ListContent>(()).await?;
    let library = library().map_err(|error| PageError::Fault(error.to_string()))?;
    Ok(Page::new("Content", move || view(library)))
}

fn view(library: &Library) -> impl IntoView + use<> {
    let sets = library.sets.iter().map(|edition| set(library, edition)).collect::<Vec<_>>();
    let sources = library.sources.iter().map(source).collect::<Vec<_>>();
    view! {
        <h1 class="govuk-heading-l">"Content"</h1>
        <h2 class="govuk-heading-m">"Question sets"</h2>
        <p class="govuk-body">
            "Each edition is written to one edition of the statutory guidance. Topics are the numbers of the 65 subjects that the questions have to cover."
        </p>
        {sets}
        <Listing
            name="Sources"
            caption="Sources"
            caption_size=govuk::Size::M
            head=vec![
                Heading::title("Source"),
                "Kind".into(),
                "Edition".into(),
                "How it was read".into(),
            ]
            rows=sources
        />
    }
}

/// An edition, in a card.
fn set(library: &Library, edition: &QuestionSet) -> impl IntoView + use<> {
    let SetSummary { questions, minutes, topics, .. } = edition.summary();
    let unseen: Vec<Citation> = library.guidance_not_seen(edition).into_iter().cloned().collect();
    let unseen = if unseen.is_empty() {
        "Nothing that is cited".into()
    } else {
        Content::view(view! { <Sources sources=unseen/> })
    };
    let released = if edition.released { "Yes: it never changes again" } else { "No: it may still change" };
    let rows = vec![
        SummaryRow::new("Version", edition.edition.as_str()),
        SummaryRow::new("Released", released),
        SummaryRow::new("Written to guidance of", edition.guidance_edition.as_str()),
        SummaryRow::new("Sections", edition.sections.len().to_string()),
        SummaryRow::new("Questions", questions.all.to_string()),
        SummaryRow::new("About the law", questions.law.to_string()),
        SummaryRow::new("About statutory guidance", questions.statutory_guidance.to_string()),
        SummaryRow::new("About good practice", questions.good_practice.to_string()),
        SummaryRow::new(
            "Minutes",
            format!("{}, of which {} show at first", minutes.all, minutes.shown_at_first),
        ),
        SummaryRow::new("Topics", runs(&topics)),
        SummaryRow::new("Guidance cited without seeing its text", unseen),
    ];
    let card = SummaryCard::new(format!("{}, {}", edition.title, edition.edition)).level(HeadingLevel::H3);
    view! { <govuk::SummaryList rows=rows card=card/> }
}

/// Numbers as runs, such as `1 to 7, 9`.
fn runs(numbers: &BTreeSet<u8>) -> String {
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let words = runs
        .into_iter()
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first} to {last}") });
    words.collect::<Vec<_>>().join(", ")
}

fn source(source: &Source) -> Vec<govuk::Cell> {
    let kind = match source.kind {
        SourceKind::Law => "Law",
        SourceKind::StatutoryGuidance => "Statutory guidance",
        SourceKind::OfficialAdvice => "Official advice",
        SourceKind::Other => "Other",
    };
    let title = match source.url.clone() {
        Some(url) => Content::view(view! {
            <a class="govuk-link" href=url rel="noreferrer">{source.title.clone()}</a>
        }),
        None => source.title.as_str().into(),
    };
    let otherwise = source.paragraphs.iter().filter(|paragraph| paragraph.read != source.read).count();
    let read = match otherwise {
        0 => read(source.read).to_owned(),
        1 => format!("{}; 1 paragraph otherwise", read(source.read)),
        more => format!("{}; {more} paragraphs otherwise", read(source.read)),
    };
    vec![title.into(), kind.into(), source.edition.as_str().into(), read.into()]
}

fn read(how: HowRead) -> &'static str {
    match how {
        HowRead::Read => "The text was read",
        HowRead::SecondHand => "Somebody else’s account was read",
        HowRead::NotRead => "Not read",
    }
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn numbers_are_told_as_runs() {
        let told = |numbers: &[u8]| runs(&numbers.iter().copied().collect());
        assert_eq!(told(&[]), "");
        assert_eq!(told(&[3]), "3");
        assert_eq!(told(&[1, 2, 3, 5, 254, 255]), "1 to 3, 5, 254 to 255");
    }
}
