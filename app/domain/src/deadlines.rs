//! By when must the regulator be told?
//!
//! The Notification Requirements Regulations 2026 (SI 2026/793) count in periods "beginning with"
//! a day, so that day is the first: 28 days end 27 days later. Days are calendar days of the whole
//! United Kingdom, and weekends and holidays move nothing.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{ids::PremisesOrEvent, law};

#[cfg(feature = "content")]
mod file;
mod working;

#[cfg(test)]
mod tests;

#[cfg(feature = "content")]
pub use file::{COLUMNS, Case, cases};
pub use working::{Begins, Gap, Length, Period, Working, working};

/// The day section 9(1) comes into force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Commencement {
    /// Fixed.
    On(NaiveDate),
    /// Not fixed yet.
    NotFixed,
}

/// When the main duties start, as `content/law/dates.toml` knows it.
pub fn commencement() -> Commencement {
    law::date("commencement").and_then(|date| date.day).map_or(Commencement::NotFixed, Commencement::On)
}

/// What has happened, and on which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trigger {
    /// Became responsible for qualifying premises.
    BecameResponsible(NaiveDate),
    /// Ceased to be responsible for qualifying premises.
    CeasedResponsible(NaiveDate),
    /// An event's date was first made public.
    EventPublicised(NaiveDate),
    /// Ceased to be responsible for an event.
    CeasedEvent(NaiveDate),
    /// Something notified about premises first became inaccurate.
    PremisesInaccurate(NaiveDate),
    /// Something notified about an event first became inaccurate.
    EventInaccurate(NaiveDate),
    /// The document of section 7 was revised.
    DocumentRevised(NaiveDate),
    /// Took over an event after it was made public.
    TookOverEvent(NaiveDate),
    /// An event whose date is not made public.
    EventNotPublicised,
    /// A compliance, restriction or penalty notice, or its variation, was given (section 29).
    NoticeGiven(NaiveDate),
}

/// By when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deadline {
    /// The last day in time.
    LastDay(NaiveDate),
    /// The main duties have no first day yet, so there is no date.
    NotFixed,
    /// The regulations give no clear date: notify at once, or take advice.
    NoClearDate,
}

impl Trigger {
    /// That something notified about premises or an event first became inaccurate on a day.
    pub const fn inaccurate(of: PremisesOrEvent, on: NaiveDate) -> Self {
        match of {
            PremisesOrEvent::Premises(_) => Self::PremisesInaccurate(on),
            PremisesOrEvent::Event(_) => Self::EventInaccurate(on),
        }
    }

    /// Where the deadline comes from.
    pub const fn cite(self) -> &'static str {
        match self {
            Self::BecameResponsible(_) | Self::CeasedResponsible(_) => "SI 2026/793 reg 3(1)",
            Self::EventPublicised(_) | Self::CeasedEvent(_) => "SI 2026/793 reg 3(2)",
            Self::PremisesInaccurate(_) | Self::EventInaccurate(_) => "SI 2026/793 reg 6",
            Self::DocumentRevised(_) => "s7(2)(b)",
            Self::TookOverEvent(_) | Self::EventNotPublicised => "SI 2026/793 reg 3",
            Self::NoticeGiven(_) => "s16, s22",
        }
    }
}

/// The last day in time for what has happened.
pub fn deadline(trigger: Trigger, commencement: Commencement) -> Deadline {
    working(trigger, commencement).deadline()
}

/// The last day of so many days beginning with a day.
pub fn last_of_days(first: NaiveDate, days: u64) -> NaiveDate {
    first.checked_add_days(Days::new(days.saturating_sub(1))).unwrap_or(NaiveDate::MAX)
}

/// The last day of three months beginning with a day: the day before the same date three months
/// on or, where that month has no such date, its last day.
pub fn last_of_three_months(first: NaiveDate) -> NaiveDate {
    let Some(same) = first.checked_add_months(Months::new(3)) else {
        return NaiveDate::MAX;
    };
    if same.day() < first.day() { same } else { same.pred_opt().unwrap_or(same) }
}
