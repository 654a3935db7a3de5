//! How binding something is, and what it rests on.

use domain::content::{Citation, HowRead, Label, Source, library};
use leptos::prelude::*;

/// The tag for a question or an action: law, statutory guidance or good practice, with the
/// provision of the Act beside it.
#[component]
pub fn LegalLabel(
    /// How binding it is.
    label: Label,
    /// The provision of the Act, such as `s5(3)(a)`.
    act: Option<String>,
) -> impl IntoView {
    let (class, words) = match label {
        Label::Law => ("portal-legal portal-legal--duty", "Law"),
        Label::StatutoryGuidance => ("portal-legal portal-legal--guidance", "Statutory guidance"),
        Label::GoodPractice => ("portal-legal portal-legal--practice", "Good practice"),
    };
    let about = if label == Label::Law { "" } else { "about " };
    let section = act.map(|act| format!(" {about}section {} of the Act", act.trim_start_matches('s')));
    view! {
        <p class="govuk-body-s">
            <strong class=class>{words}</strong>
            {section}
        </p>
    }
}

/// The list of what something rests on, and how each source was read.
#[component]
pub fn Sources(
    /// The citations.
    sources: Vec<Citation>,
) -> impl IntoView {
    let items: Vec<_> = sources.iter().filter_map(source).collect();
    (!items.is_empty()).then(|| view! { <ul class="govuk-list govuk-list--bullet">{items}</ul> })
}

fn source(citation: &Citation) -> Option<AnyView> {
    let (source, paragraph) = library().ok()?.source(citation)?;
    let number = citation.paragraph.as_ref().map(|number| format!(", {number}"));
    let about = paragraph.map(|paragraph| format!(" ({})", paragraph.about));
    let read = match paragraph.map_or(source.read, |paragraph| paragraph.read) {
        HowRead::Read => "",
        HowRead::SecondHand => ". Taken from somebody else’s account of it",
        HowRead::NotRead => ". Not read when this was written",
    };
    Some(
        view! { <li>{title(source)} {number} {about} ". Edition: " {source.edition.clone()} {read}</li> }
            .into_any(),
    )
}

fn title(source: &Source) -> AnyView {
    match source.url.clone() {
        Some(url) => {
            view! { <a class="govuk-link" href=url rel="noreferrer">{source.title.clone()}</a> }.into_any()
        }
        None => source.title.clone().into_any(),
    }
}
