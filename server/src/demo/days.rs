//! The clock of the demonstration: back to when something happened, and forward again.

use chrono::TimeDelta;
use store::Clock;

/// Where the clock stands, in days before today.
pub struct Days<'a> {
    clock: &'a Clock,
    back: i64,
}

impl<'a> Days<'a> {
    /// Today.
    pub fn of(clock: &'a Clock) -> Self {
        Self { clock, back: 0 }
    }

    /// So many days before today.
    pub fn go_back(&mut self, days: i64) {
        self.clock.shift(TimeDelta::days(self.back - days));
        self.back = days;
    }

    /// Today again.
    pub fn today(&mut self) {
        self.go_back(0);
    }
}
