//! Files that a person takes away: CSV for spreadsheets, JSON for programs, iCalendar for calendars.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::PageError;

#[cfg(test)]
mod tests;

/// A CSV file with this name, a row for each list of cells. No cell is live: what a spreadsheet
/// would take for a formula gets an apostrophe in front.
///
/// # Errors
/// [`PageError::Fault`] when it cannot be written.
pub fn csv<R, C>(name: &'static str, rows: R) -> Result<Response, PageError>
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.into_iter().map(inert)).map_err(fault)?;
    }
    let bytes = writer.into_inner().map_err(fault)?;
    Ok(file("text/csv; charset=utf-8", name, bytes))
}

/// A JSON file with this name.
///
/// # Errors
/// [`PageError::Fault`] when it cannot be written.
pub fn json<T: Serialize>(name: &'static str, value: &T) -> Result<Response, PageError> {
    Ok(file("application/json", name, serde_json::to_vec_pretty(value).map_err(fault)?))
}

/// A calendar file with this name.
pub fn ics(name: &'static str, text: String) -> Response {
    file("text/calendar; charset=utf-8", name, text.into_bytes())
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

fn fault(error: impl std::fmt::Display) -> PageError {
    PageError::Fault(error.to_string())
}

fn file(kind: &'static str, name: &'static str, bytes: Vec<u8>) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    if let Ok(disposition) = disposition {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    (headers, bytes).into_response()
}
