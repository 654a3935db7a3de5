//! When is an event held, and was it held before? (SI 2026/793, Schedule Part 4)

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::Line;
use crate::scope::Known;

/// When an event is held, in local time.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// When it starts.
    pub starts: NaiveDateTime,
    /// When it ends; after the start.
    pub ends: NaiveDateTime,
    /// When the first people are let in; before the end.
    pub admission: NaiveDateTime,
    /// Whether it was held before.
    pub held_before: HeldBefore,
    /// Whether it is meant to be held again.
    pub repeats: Known,
}

/// Sealed where it is stored: no day in a log.
impl std::fmt::Debug for Dates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Dates")
    }
}

/// Whether an event was held before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeldBefore {
    /// No.
    No,
    /// Not sure.
    NotSure,
    /// Yes, and what is known of the last time.
    Yes(Box<Earlier>),
}

/// The last time that an event was held, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Earlier {
    /// Its last day.
    pub on: Option<NaiveDate>,
    /// Where.
    pub place: Option<Line>,
    /// Under which name and brand.
    pub name: Option<Line>,
    /// Who was responsible.
    pub responsible: Option<Line>,
    /// How to reach them.
    pub contact: Option<Line>,
}

/// A time of day as people type it: `19:30`, `19.30`, `1930`, `7pm`, `7:30 pm`.
pub fn clock_time(text: &str) -> Option<NaiveTime> {
    let text: String =
        text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase().replace('.', ":");
    let (digits, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(rest), _) => (rest, Some(0)),
        (_, Some(rest)) => (rest, Some(12)),
        _ => (text.as_str(), None),
    };
    let (hour, minute) = match digits.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if half.is_some() && digits.len() <= 2 => (digits, "0"),
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        _ => return None,
    };
    let read = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u32>().ok())?;
    let (hour, minute) = (read(hour)?, read(minute)?);
    let hour = match half {
        None => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}
