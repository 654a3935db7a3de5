//! Table.

use leptos::prelude::*;

use crate::support::{given, join};
use crate::{Attributes, Content, Size};

/// One cell: `"Old Hall".into()`, or `Cell::number("250")`.
#[derive(Default)]
pub struct Cell {
    content: Content,
    is_number: bool,
    colspan: Option<u16>,
    rowspan: Option<u16>,
    classes: String,
    attributes: Attributes,
}

impl Cell {
    /// A cell with text or a view.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// A number, aligned right; as a heading, the heading of numbers.
    pub fn number(content: impl Into<Content>) -> Self {
        Self { is_number: true, ..Self::new(content) }
    }

    /// How many columns it takes.
    #[must_use]
    pub fn colspan(mut self, columns: u16) -> Self {
        self.colspan = Some(columns);
        self
    }

    /// How many rows it takes.
    #[must_use]
    pub fn rowspan(mut self, rows: u16) -> Self {
        self.rowspan = Some(rows);
        self
    }

    /// More class names.
    #[must_use]
    pub fn classes(mut self, classes: impl Into<String>) -> Self {
        self.classes = classes.into();
        self
    }

    /// More attributes.
    #[must_use]
    pub fn attributes(mut self, attributes: impl Into<Attributes>) -> Self {
        self.attributes = attributes.into();
        self
    }

    fn header(self, scope: &'static str) -> AnyView {
        let number = if self.is_number && scope == "col" { "govuk-table__header--numeric" } else { "" };
        view! {
            <th
                {..self.attributes.spread()}
                scope=scope
                class=join(&["govuk-table__header", number, &self.classes])
                colspan=self.colspan.map(|columns| columns.to_string())
                rowspan=self.rowspan.map(|rows| rows.to_string())
            >
                {self.content}
            </th>
        }
        .into_any()
    }

    fn data(self) -> AnyView {
        let number = if self.is_number { "govuk-table__cell--numeric" } else { "" };
        view! {
            <td
                {..self.attributes.spread()}
                class=join(&["govuk-table__cell", number, &self.classes])
                colspan=self.colspan.map(|columns| columns.to_string())
                rowspan=self.rowspan.map(|rows| rows.to_string())
            >
                {self.content}
            </td>
        }
        .into_any()
    }
}

impl<T: Into<Content>> From<T> for Cell {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

/// Rows and columns. Give every table a caption; wrap a wide one in
/// `<div class="portal-scroll" tabindex="0" role="region" aria-labelledby=...>`.
///
/// ```text
/// <Table caption="Your premises" head=vec!["Name".into(), Cell::number("Capacity")]
///     rows=vec![vec!["Old Hall".into(), Cell::number("250")]] first_cell_is_header=true/>
/// ```
#[component]
pub fn Table(
    /// What the table shows.
    #[prop(optional, into)]
    caption: String,
    /// The size of the caption.
    #[prop(optional_no_strip, into)]
    caption_size: Option<Size>,
    /// More class names of the caption.
    #[prop(optional, into)]
    caption_classes: String,
    /// The headings of the columns.
    #[prop(optional)]
    head: Vec<Cell>,
    /// The rows.
    rows: Vec<Vec<Cell>>,
    /// Whether the first cell is the heading of its row.
    #[prop(optional)]
    first_cell_is_header: bool,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    let size =
        caption_size.map(|size| format!("govuk-table__caption--{}", size.suffix())).unwrap_or_default();
    let caption = given(caption).map(|caption| {
        let class = join(&["govuk-table__caption", &size, &caption_classes]);
        view! { <caption class=class>{caption}</caption> }
    });
    let head = (!head.is_empty()).then(|| {
        let cells: Vec<AnyView> = head.into_iter().map(|cell| cell.header("col")).collect();
        view! {
            <thead class="govuk-table__head">
                <tr class="govuk-table__row">{cells}</tr>
            </thead>
        }
    });
    let row = |cells: Vec<Cell>| {
        let cells = cells.into_iter().enumerate().map(|(index, cell)| {
            if index == 0 && first_cell_is_header { cell.header("row") } else { cell.data() }
        });
        view! { <tr class="govuk-table__row">{cells.collect::<Vec<AnyView>>()}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    view! {
        <table class=join(&["govuk-table", &classes]) {..attributes.spread()}>
            {caption}
            {head}
            <tbody class="govuk-table__body">{rows}</tbody>
        </table>
    }
    .into_any()
}
