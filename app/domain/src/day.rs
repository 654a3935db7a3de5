//! Which day is it? The law counts in calendar days of the United Kingdom, so a day is London's.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::London;

#[cfg(test)]
mod tests;

/// The day that it is in London at a moment.
#[allow(clippy::disallowed_methods, reason = "the one place that turns a moment into a day")]
pub fn in_london(moment: DateTime<Utc>) -> NaiveDate {
    moment.with_timezone(&London).date_naive()
}

/// What the clock in London says at a moment: Greenwich Mean Time, or British Summer Time.
pub fn clock_in_london(moment: DateTime<Utc>) -> DateTime<chrono_tz::Tz> {
    moment.with_timezone(&London)
}

/// The moment at which a day starts in London.
pub fn start_in_london(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    // Clocks change at one in the morning, so midnight is there once.
    London
        .from_local_datetime(&midnight)
        .earliest()
        .map_or_else(|| midnight.and_utc(), |start| start.to_utc())
}
