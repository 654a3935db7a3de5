//! Running text: paragraphs, bullets and headings, as plain views.

use leptos::prelude::*;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list with bullets, one entry an item.
    Bullets(Vec<Vec<Inline>>),
    /// A heading.
    Heading(String),
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Text that stands out.
    Bold(String),
    /// A link.
    Link {
        /// What it says.
        text: String,
        /// Where it goes. Only addresses of the service and `https:`, `mailto:` and `tel:` become
        /// links; of anything else the text stays.
        href: String,
    },
}

/// Running text with the package's classes.
///
/// ```text
/// <Prose blocks=vec![Block::Heading("Why".into()), Block::Paragraph(vec![Inline::Text("Because".into())])]/>
/// ```
#[component]
pub fn Prose(
    /// The text.
    blocks: Vec<Block>,
) -> AnyView {
    blocks.into_iter().map(block).collect::<Vec<AnyView>>().into_any()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Paragraph(line) => view! { <p class="govuk-body">{inlines(line)}</p> }.into_any(),
        Block::Bullets(items) => {
            let items: Vec<_> = items.into_iter().map(|item| view! { <li>{inlines(item)}</li> }).collect();
            view! { <ul class="govuk-list govuk-list--bullet">{items}</ul> }.into_any()
        }
        Block::Heading(text) => view! { <h2 class="govuk-heading-m">{text}</h2> }.into_any(),
    }
}

fn inlines(line: Vec<Inline>) -> Vec<AnyView> {
    line.into_iter().map(inline).collect()
}

fn inline(inline: Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.into_any(),
        Inline::Bold(text) => view! { <strong class="govuk-!-font-weight-bold">{text}</strong> }.into_any(),
        Inline::Link { text, href } if is_safe(&href) => {
            view! { <a class="govuk-link" href=href>{text}</a> }.into_any()
        }
        Inline::Link { text, .. } => text.into_any(),
    }
}

/// Whether a link may go there: not to `javascript:`, `data:` or another host by `//`.
fn is_safe(href: &str) -> bool {
    let local =
        href.starts_with('#') || (href.starts_with('/') && !href.starts_with("//") && !href.contains('\\'));
    let clean = !href.chars().any(char::is_control);
    clean && (local || ["https://", "mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme)))
}
