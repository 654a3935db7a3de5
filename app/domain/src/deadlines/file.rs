//! Many deadlines from a file, one row each.

use chrono::NaiveDate;

use super::{Commencement, Trigger};
use crate::sheet::{self, BadSheet, Cells, Fault, Row};

/// The columns of a file, by the names in its header.
pub const COLUMNS: [&str; 4] = ["id", "kind", "commencement_date", "trigger_date"];

/// A kind of a file, and what it says has happened on a day.
type Kind = (&'static str, fn(NaiveDate) -> Trigger);

const KINDS: [Kind; 8] = [
    ("premises_become", Trigger::BecameResponsible),
    ("premises_cease", Trigger::CeasedResponsible),
    ("premises_change", Trigger::PremisesInaccurate),
    ("event_first_publicised", Trigger::EventPublicised),
    ("event_cease", Trigger::CeasedEvent),
    ("event_change", Trigger::EventInaccurate),
    ("document_revised", Trigger::DocumentRevised),
    ("appeal_notice", Trigger::NoticeGiven),
];

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What the person calls it.
    pub id: String,
    /// What has happened.
    pub trigger: Trigger,
    /// When the duties start, as the row has it.
    pub commencement: Commencement,
}

/// The cases of a file, each row read or refused.
///
/// The codes of a [`Fault`] are those of [`sheet::rows`] and `missing`, `kind-unknown` and `day-invalid`.
///
/// # Errors
/// [`BadSheet`] when the file has no rows to read.
pub fn cases(bytes: &[u8]) -> Result<Vec<Result<Case, Vec<Fault>>>, BadSheet> {
    let rows = sheet::rows(bytes, COLUMNS)?;
    let read = |row: Result<Row<4>, Fault>| case(&row.map_err(|fault| vec![fault])?);
    Ok(rows.into_iter().map(read).collect())
}

fn case(row: &Row<4>) -> Result<Case, Vec<Fault>> {
    let mut cells = Cells::new(row, COLUMNS);
    let id = cells.read(|text| if text.is_empty() { Err("missing") } else { Ok(text.to_owned()) });
    let kind = cells.read(|text| {
        KINDS.iter().find(|(name, _)| *name == text).map(|(_, trigger)| trigger).ok_or("kind-unknown")
    });
    let commencement = cells.read(|text| {
        if text.is_empty() { Ok(Commencement::NotFixed) } else { day(text).map(Commencement::On) }
    });
    let on = cells.read(day);
    match (id, kind, commencement, on) {
        (Some(id), Some(trigger), Some(commencement), Some(on)) => {
            Ok(Case { id, trigger: trigger(on), commencement })
        }
        _ => Err(cells.faults),
    }
}

/// A day written in one way only, such as `2027-04-01`.
fn day(text: &str) -> Result<NaiveDate, &'static str> {
    text.parse().ok().filter(|day: &NaiveDate| day.to_string() == text).ok_or("day-invalid")
}
