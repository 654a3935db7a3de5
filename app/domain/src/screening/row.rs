//! Reading a row.

use chrono::NaiveDate;

use crate::{
    law::{self, HostCode, Law, UseCode},
    sheet::{self, BadSheet, Fault, Row},
};

/// The columns of a file, by the names in its header.
pub const COLUMNS: [&str; 8] = [
    "id",
    "schedule1_use",
    "peak_individuals",
    "is_building_or_with_building",
    "is_event",
    "public_access",
    "access_controlled",
    "excluded_reason",
];

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// What the person calls it.
    pub id: String,
    /// The uses of the premises, or of those that host the event, the principal one first; none when
    /// they are not mainly used for any in Schedule 1.
    pub uses: Vec<UseCode>,
    /// The most people expected at the same time, staff included.
    pub number: u32,
    /// Whether there is a building, or a building with other land.
    pub building: bool,
    /// Whether the row is an event and not premises.
    pub event: bool,
    /// Whether visiting members of the public come: those who pay, members and their guests included.
    pub public_access: bool,
    /// Whether payment, tickets, passes or membership are checked.
    pub access_controlled: bool,
    /// What the row says of Schedule 2, or of the host.
    pub code: Option<Code>,
}

/// What a code stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    /// An entry of Schedule 2, by its id.
    Exclusion(String),
    /// Something of the premises that host an event.
    Host(&'static HostCode),
}

/// The sites of a file, each row read or refused.
///
/// The codes of a [`Fault`] are those of [`sheet::rows`] and `missing`, `use-unknown`, `number-invalid`,
/// `number-too-large`, `yes-no` and `code-unknown`.
///
/// # Errors
/// [`BadSheet`] when the file has no rows to read.
pub fn sites(bytes: &[u8], law: &Law<'_>, on: NaiveDate) -> Result<Vec<Result<Site, Vec<Fault>>>, BadSheet> {
    let rows = sheet::rows(bytes, COLUMNS)?;
    let read = |row: Result<Row<8>, Fault>| site(&row.map_err(|fault| vec![fault])?, law, on);
    Ok(rows.into_iter().map(read).collect())
}

fn site(row: &Row<8>, law: &Law<'_>, on: NaiveDate) -> Result<Site, Vec<Fault>> {
    let mut cells = sheet::Cells::new(row, COLUMNS);
    let id = cells.read(|text| if text.is_empty() { Err("missing") } else { Ok(text.to_owned()) });
    let uses = cells.read(|text| read_uses(text, law, on));
    let number = cells.read(read_number);
    let building = cells.read(yes_or_no);
    let event = cells.read(yes_or_no);
    let public = cells.read(yes_or_no);
    let controlled = cells.read(yes_or_no);
    let code = cells.read(|text| read_code(text, law, on));
    let read = || {
        Some(Site {
            id: id?,
            uses: uses?,
            number: number?,
            building: building?,
            event: event?,
            public_access: public?,
            access_controlled: controlled?,
            code: code?,
        })
    };
    read().ok_or(cells.faults)
}

fn yes_or_no(text: &str) -> Result<bool, &'static str> {
    match text.to_ascii_lowercase().as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("yes-no"),
    }
}

/// Digits alone: a sign, a comma or a point may hide a number that is not meant.
fn read_number(text: &str) -> Result<u32, &'static str> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err("number-invalid");
    }
    text.parse().map_err(|_| "number-too-large")
}

fn read_uses(text: &str, law: &Law<'_>, on: NaiveDate) -> Result<Vec<UseCode>, &'static str> {
    if text.eq_ignore_ascii_case("none") {
        return Ok(Vec::new());
    }
    let read = |part: &str| {
        let number = read_number(part.trim()).ok().and_then(|number| u8::try_from(number).ok());
        number.map(UseCode).filter(|code| law.find(*code, on).is_some()).ok_or("use-unknown")
    };
    text.split('|').map(read).collect()
}

pub(super) fn read_code(text: &str, law: &Law<'_>, on: NaiveDate) -> Result<Option<Code>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    let exclusion = law.exclusions_on(on).find(|entry| entry.screening_code == text);
    let host = || law::host_codes().iter().find(|host| host.screening_code == text);
    exclusion
        .map(|entry| Code::Exclusion(entry.id.to_owned()))
        .or_else(|| host().map(Code::Host))
        .map(Some)
        .ok_or("code-unknown")
}
