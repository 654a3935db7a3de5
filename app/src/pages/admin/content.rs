//! What content this portal holds: question sets, editions, sources, and how each was read.

use domain::{
    content::{HowRead, Library, QuestionSet, Source, SourceKind, library},
    policy::act,
};
use leptos::prelude::*;

use crate::{
    Page, PageError,
    components::{Heading, Listing},
    request::Ctx,
};

/// The list.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::ListContent>(()).await?;
    let library = library().map_err(|error| PageError::Fault(error.to_string()))?;
    Ok(Page::new("Content", move || view(library)))
}

fn view(library: &Library) -> impl IntoView + use<> {
    let sets = library.sets.iter().map(set).collect::<Vec<_>>();
    let sources = library.sources.iter().map(source).collect::<Vec<_>>();
    view! {
        <h1 class="govuk-heading-l">"Content"</h1>
        <Listing
            name="Question sets"
            caption="Question sets"
            caption_size=govuk::Size::M
            head=vec![
                Heading::title("Set"),
                "Edition".into(),
                "Written to guidance of".into(),
                Heading::number("Sections"),
                Heading::number("Questions"),
            ]
            rows=sets
        />
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

fn set(set: &QuestionSet) -> Vec<govuk::Cell> {
    vec![
        set.title.as_str().into(),
        set.edition.as_str().into(),
        set.guidance_edition.as_str().into(),
        govuk::Cell::number(set.sections.len().to_string()),
        govuk::Cell::number(set.questions().count().to_string()),
    ]
}

fn source(source: &Source) -> Vec<govuk::Cell> {
    let kind = match source.kind {
        SourceKind::Law => "Law",
        SourceKind::StatutoryGuidance => "Statutory guidance",
        SourceKind::OfficialAdvice => "Official advice",
        SourceKind::Other => "Other",
    };
    let title = match source.url.clone() {
        Some(url) => govuk::Content::view(view! {
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
