//! How long must somebody wait after failing to sign in? (Security criteria AU-7.)
//!
//! Counted for the account that was tried and for the address that tried: at most 10 guesses in
//! five minutes and 100 in a day at one account; ten times as many from one address, which a whole
//! building may share. Scope checks that are carried on are counted in the same way, more freely.

use chrono::{DateTime, TimeDelta, Utc};

/// What is being counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Failures at one account.
    Account,
    /// Failures from one network address.
    Address,
    /// Scope checks that were carried on without an account from one network address: no failures,
    /// but each makes a row.
    Carried,
}

/// Failures so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failures {
    /// How many since `since`.
    pub count: u32,
    /// When the first of them was.
    pub since: DateTime<Utc>,
    /// No try counts before this.
    pub blocked_until: DateTime<Utc>,
}

const DAY: TimeDelta = TimeDelta::days(1);

/// The failures after one more at `now`.
pub fn after_failure(counted: Counted, before: Option<Failures>, now: DateTime<Utc>) -> Failures {
    let (count, since) = match before {
        Some(before) if now < before.since + DAY => (before.count.saturating_add(1), before.since),
        _ => (1, now),
    };
    let share = match counted {
        Counted::Account => 1,
        Counted::Address => 10,
        Counted::Carried => 20,
    };
    let blocked_until = match count / share {
        0..=2 => now,
        3 => now + TimeDelta::seconds(1),
        4 => now + TimeDelta::seconds(3),
        5 => now + TimeDelta::seconds(5),
        6..=9 => now + TimeDelta::seconds(10),
        10..=99 => now + TimeDelta::minutes(5),
        _ => since + DAY,
    };
    Failures { count, since, blocked_until }
}

/// Whether a try at `now` counts.
pub fn may_try(failures: Option<Failures>, now: DateTime<Utc>) -> bool {
    failures.is_none_or(|failures| now >= failures.blocked_until)
}
