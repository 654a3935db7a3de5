//! A table to look through: rows and columns where there is room, cards in a narrow window.

use govuk::{Cell, Content, Size};
use leptos::prelude::*;

/// The heading of a column.
pub struct Heading {
    text: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Labelled,
    Number,
    Title,
    Hidden,
}

impl Heading {
    /// A column whose cells carry the heading in a card.
    pub const fn new(text: &'static str) -> Self {
        Self { text, kind: Kind::Labelled }
    }

    /// The same, of numbers.
    pub const fn number(text: &'static str) -> Self {
        Self { text, kind: Kind::Number }
    }

    /// What a row is about: the title of its card, which needs no label.
    pub const fn title(text: &'static str) -> Self {
        Self { text, kind: Kind::Title }
    }

    /// A column whose heading is only spoken, such as that of boxes to tick or of links.
    pub const fn hidden(text: &'static str) -> Self {
        Self { text, kind: Kind::Hidden }
    }

    fn label(&self) -> String {
        if matches!(self.kind, Kind::Labelled | Kind::Number) { self.text.to_owned() } else { String::new() }
    }

    fn cell(&self) -> Cell {
        match self.kind {
            Kind::Labelled | Kind::Title => self.text.into(),
            Kind::Number => Cell::number(self.text),
            Kind::Hidden => {
                let text = self.text;
                Content::view(view! { <span class="govuk-visually-hidden">{text}</span> }).into()
            }
        }
    }
}

impl From<&'static str> for Heading {
    fn from(text: &'static str) -> Self {
        Self::new(text)
    }
}

/// The table. Where it is still too wide, it scrolls by itself.
#[component]
pub fn Listing(
    /// What it shows.
    #[prop(into)]
    caption: String,
    /// The size of the caption.
    #[prop(optional_no_strip, into)]
    caption_size: Option<Size>,
    /// The name of the part of the page that scrolls.
    name: &'static str,
    /// The headings.
    head: Vec<Heading>,
    /// The rows.
    rows: Vec<Vec<Cell>>,
) -> impl IntoView {
    let title = head.iter().position(|heading| heading.kind == Kind::Title);
    let cells: Vec<Cell> = head.iter().map(Heading::cell).collect();
    let labels = head.iter().map(Heading::label).collect();
    let rows: Vec<Vec<Cell>> = rows
        .into_iter()
        .map(|row| {
            let mark = |(at, cell): (usize, Cell)| {
                if Some(at) == title { cell.classes("portal-listing__title") } else { cell }
            };
            row.into_iter().enumerate().map(mark).collect()
        })
        .collect();
    view! {
        <div class="portal-scroll" tabindex="0" role="region" aria-label=name>
            <govuk::Table
                caption=caption
                caption_size=caption_size
                head=cells
                rows=rows
                labels=labels
                first_cell_is_header=title == Some(0)
                classes="portal-listing"
            />
        </div>
    }
}
