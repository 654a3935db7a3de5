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

    fn header(self, scope: &'static str, cards: Cards) -> AnyView {
        let role = cards.role(if scope == "col" { "columnheader" } else { "rowheader" });
        let number = if self.is_number && scope == "col" { "govuk-table__header--numeric" } else { "" };
        view! {
            <th
                {..self.attributes.spread()}
                scope=scope
                role=role
                data-label=cards.label
                class=join(&["govuk-table__header", number, &self.classes])
                colspan=self.colspan.map(|columns| columns.to_string())
                rowspan=self.rowspan.map(|rows| rows.to_string())
            >
                {self.content}
            </th>
        }
        .into_any()
    }

    fn data(self, cards: Cards) -> AnyView {
        let number = if self.is_number { "govuk-table__cell--numeric" } else { "" };
        view! {
            <td
                {..self.attributes.spread()}
                role=cards.role("cell")
                data-label=cards.label
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

/// What a cell says of itself where a stylesheet may lay rows out as cards.
#[derive(Clone, Default)]
struct Cards {
    /// Whether roles are said: another `display` takes them from the elements.
    roles: bool,
    /// The heading of the cell's column.
    label: Option<String>,
}

impl Cards {
    fn role(&self, role: &'static str) -> Option<&'static str> {
        self.roles.then_some(role)
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
    /// The headings as plain text, for a stylesheet that lays rows out as cards: each cell carries its
    /// heading as `data-label`, unless it is empty, and everything says its role.
    #[prop(optional)]
    labels: Vec<String>,
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
    let plain = Cards { roles: !labels.is_empty(), label: None };
    let (group, in_row) = (plain.role("rowgroup"), plain.role("row"));
    let head = (!head.is_empty()).then(|| {
        let cells: Vec<AnyView> = head.into_iter().map(|cell| cell.header("col", plain.clone())).collect();
        view! {
            <thead class="govuk-table__head" role=group>
                <tr class="govuk-table__row" role=in_row>{cells}</tr>
            </thead>
        }
    });
    let row = |cells: Vec<Cell>| {
        let cells = cells.into_iter().enumerate().map(|(index, cell)| {
            let label = labels.get(index).cloned().and_then(given);
            let cards = Cards { label, ..plain.clone() };
            if index == 0 && first_cell_is_header { cell.header("row", cards) } else { cell.data(cards) }
        });
        view! { <tr class="govuk-table__row" role=in_row>{cells.collect::<Vec<AnyView>>()}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    view! {
        <table class=join(&["govuk-table", &classes]) role=plain.role("table") {..attributes.spread()}>
            {caption}
            {head}
            <tbody class="govuk-table__body" role=group>{rows}</tbody>
        </table>
    }
    .into_any()
}
