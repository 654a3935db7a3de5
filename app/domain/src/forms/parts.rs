//! Parts that several forms have.

use chrono::NaiveDate;

/// Several lines of text: trimmed, at most `longest` characters, line ends as `\n`.
pub(super) fn lines(text: &str, longest: usize) -> Result<String, &'static str> {
    let text = text.trim().replace("\r\n", "\n");
    if text.is_empty() {
        Err("missing")
    } else if text.chars().count() > longest {
        Err("too-long")
    } else if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        Err("not-text")
    } else {
        Ok(text)
    }
}

/// A day in three fields, between the years 1950 and 9999.
pub(super) fn day(day: &str, month: &str, year: &str) -> Result<NaiveDate, &'static str> {
    let [year, month, day] = [year, month, day].map(str::trim);
    if year.is_empty() && month.is_empty() && day.is_empty() {
        return Err("missing");
    }
    let read = |part: &str| part.parse::<u32>().map_err(|_| "day-invalid");
    let year = i32::try_from(read(year)?).map_err(|_| "day-invalid")?;
    NaiveDate::from_ymd_opt(year, read(month)?, read(day)?)
        .filter(|_| (1950..=9999).contains(&year))
        .ok_or("day-invalid")
}

/// The version that the person saw.
pub(super) fn version(text: &str) -> Result<u32, &'static str> {
    text.parse().map_err(|_| "invalid")
}
