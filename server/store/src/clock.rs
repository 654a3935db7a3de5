//! The one place that tells the time.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, NaiveDate, SubsecRound, TimeDelta, Utc};
use domain::day::in_london;

/// A moment in UTC, to the millisecond: what was written is what is read, on both databases.
pub type Timestamp = DateTime<Utc>;

/// Tells the time; tests can move it.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    moved: Arc<AtomicI64>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// Now, in UTC milliseconds.
    #[allow(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    pub fn now(&self) -> Timestamp {
        Utc::now().trunc_subsecs(3) + TimeDelta::milliseconds(self.moved.load(Ordering::Relaxed))
    }

    /// The day it is now, in London.
    pub fn today(&self) -> NaiveDate {
        in_london(self.now())
    }

    /// Moves this clock and its clones, forward or back.
    pub fn shift(&self, by: TimeDelta) {
        self.moved.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}

/// A stored time. Milliseconds beyond what a calendar holds read as the epoch.
pub(crate) fn at(millis: i64) -> Timestamp {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}
