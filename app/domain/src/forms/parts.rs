//! Parts that several forms have.

use chrono::NaiveDate;

use crate::{
    account::one_line,
    premises::site::MOST_LINES,
    scope::{Exclusions, head_count::MOST},
};

/// The longest text of a line in a list, in characters.
pub(super) const LIST_LINE_MOST: usize = 300;

/// More choices than any list offers: a form with more was not filled in on the page.
pub(super) const MOST_CHOICES: u64 = 40;

/// One line of text that may be left out, at most `longest` characters.
pub(super) fn optional(text: &str, longest: usize) -> Result<Option<String>, &'static str> {
    match one_line(text, longest) {
        Ok(text) => Ok(Some(text)),
        Err("missing") => Ok(None),
        Err(code) => Err(code),
    }
}

/// Several lines of text: trimmed, at most `longest` characters, line ends as `\n`.
pub(crate) fn lines(text: &str, longest: usize) -> Result<String, &'static str> {
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

/// The same, which may be left out.
pub(super) fn optional_lines(text: &str, longest: usize) -> Result<Option<String>, &'static str> {
    match lines(text, longest) {
        Ok(text) => Ok(Some(text)),
        Err("missing") => Ok(None),
        Err(code) => Err(code),
    }
}

/// One of several that have slugs.
pub(super) fn chosen<T>(slug: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, &'static str> {
    if slug.is_empty() { Err("missing") } else { read(slug).ok_or("invalid") }
}

/// A day in three fields that is not to come.
pub(super) fn past_day(day_of: [&str; 3], today: NaiveDate) -> Result<NaiveDate, &'static str> {
    let [first, month, year] = day_of;
    let day = day(first, month, year)?;
    if day > today { Err("day-to-come") } else { Ok(day) }
}

/// The lines of a list that are not empty.
pub(super) fn list(text: &str) -> Result<Vec<String>, &'static str> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.map(|line| one_line(line, LIST_LINE_MOST)).collect::<Result<Vec<_>, _>>()?;
    match lines.len() {
        0 => Err("missing"),
        count if count > MOST_LINES => Err("too-many"),
        _ => Ok(lines),
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

/// A day in three fields that may all be left out.
pub(super) fn optional_day(day_of: [&str; 3]) -> Result<Option<NaiveDate>, &'static str> {
    let [first, month, year] = day_of;
    match day(first, month, year) {
        Ok(day) => Ok(Some(day)),
        Err("missing") => Ok(None),
        Err(code) => Err(code),
    }
}

/// The three fields of a day.
pub(super) fn parts_of(day: NaiveDate) -> [String; 3] {
    ["%-d", "%-m", "%Y"].map(|form| day.format(form).to_string())
}

/// The version that the person saw.
pub(super) fn version(text: &str) -> Result<u32, &'static str> {
    text.parse().map_err(|_| "invalid")
}

/// A whole number, with the commas and spaces that people write in thousands. One too large for the
/// type is out of range as well.
pub(super) fn whole_number(text: &str) -> Result<u32, &'static str> {
    let digits: String = text.chars().filter(|c| *c != ',' && !c.is_whitespace()).collect();
    if digits.is_empty() {
        Err("missing")
    } else if digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok(digits.parse().unwrap_or(u32::MAX))
    } else {
        Err("number-invalid")
    }
}

/// A number of people.
pub(super) fn people(text: &str) -> Result<u32, &'static str> {
    whole_number(text).and_then(
        |number| {
            if (1..=MOST).contains(&number) { Ok(number) } else { Err("number-range") }
        },
    )
}

/// The exclusions that were ticked, of those that `offered` knows; or only `none`, or only `not-sure`.
pub(super) fn exclusions(
    ticked: &[String],
    offered: impl Fn(&str) -> bool,
) -> Result<Exclusions, &'static str> {
    match ticked {
        [] => return Err("missing"),
        [one] if one == "none" => return Ok(Exclusions::Nothing),
        [one] if one == "not-sure" => return Ok(Exclusions::NotSure),
        _ => {}
    }
    let mut ids: Vec<String> = Vec::new();
    for id in ticked {
        if id == "none" || id == "not-sure" {
            return Err("none-with-others");
        }
        if !offered(id) {
            return Err("invalid");
        }
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    Ok(Exclusions::These(ids))
}

/// The choices that say so.
pub(super) fn ticked(exclusions: &Exclusions) -> Vec<String> {
    match exclusions {
        Exclusions::Nothing => vec!["none".to_owned()],
        Exclusions::These(ids) => ids.clone(),
        Exclusions::NotSure => vec!["not-sure".to_owned()],
    }
}
