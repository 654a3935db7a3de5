//! The file to fill in.

use super::Column;

/// A file with the header and one made-up row. It begins with a byte order mark, so that Excel reads
/// letters with accents as they are; lines end as Excel writes them.
pub fn template() -> String {
    let header = Column::ALL.map(Column::header).join(",");
    let example = Column::ALL.map(example).join(",");
    format!("\u{feff}{header}\r\n{example}\r\n")
}

/// What the made-up row says. Nothing in it needs quotes.
fn example(column: Column) -> &'static str {
    match column {
        Column::Name => "Example Hall (delete this row)",
        Column::Line1 => "1 Example Street",
        Column::Line2 | Column::District | Column::Uprn | Column::Note => "",
        Column::Town => "Birmingham",
        Column::Postcode => "B1 1BB",
        Column::Uses => "6|2",
        Column::ForPublic | Column::Mainly | Column::Building => "yes",
        Column::Exclusions => "none",
        Column::PartOf => "no",
        Column::Number => "350",
        Column::Method => "ticket-cap",
        Column::CountedOn => "2026-11-01",
    }
}
