//! How a last day was counted.

use chrono::NaiveDate;

use super::{Commencement, Deadline, Trigger, last_of_days, last_of_three_months};

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// So many days.
    Days(u64),
    /// Three months.
    ThreeMonths,
}

/// What a period begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    /// The day of what happened.
    Trigger,
    /// The day section 9(1) comes into force.
    Commencement,
}

/// A period "beginning with" a day, which is its first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// How long it is.
    pub length: Length,
    /// What its first day is.
    pub begins: Begins,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day, the last in time.
    pub last: NaiveDate,
}

/// Why there is no clear date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Somebody stopped being responsible before the duty started.
    StoppedBefore,
    /// Something changed before the duty started.
    ChangedBefore,
    /// Somebody took over an event after it was made public.
    TookOver,
    /// The event is not made public.
    NotPublicised,
}

/// How a last day was counted, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Working {
    /// The end of one period.
    One(Period),
    /// The end of the later of two periods (SI 2026/793, regulation 3(1)).
    Later {
        /// The one that ends later, or on the same day.
        later: Period,
        /// The other.
        other: Period,
    },
    /// The main duties have no first day yet.
    NotFixed,
    /// The law gives no clear date: notify at once, or take advice.
    NoClearDate(Gap),
}

impl Period {
    fn days(days: u64, begins: Begins, first: NaiveDate) -> Self {
        Self { length: Length::Days(days), begins, first, last: last_of_days(first, days) }
    }
}

impl Working {
    /// What comes of it.
    pub const fn deadline(self) -> Deadline {
        match self {
            Self::One(period) | Self::Later { later: period, .. } => Deadline::LastDay(period.last),
            Self::NotFixed => Deadline::NotFixed,
            Self::NoClearDate(_) => Deadline::NoClearDate,
        }
    }
}

/// Counts to the last day in time for what has happened.
pub fn working(trigger: Trigger, commencement: Commencement) -> Working {
    let from_trigger = |days, on| Period::days(days, Begins::Trigger, on);
    if let Trigger::NoticeGiven(on) = trigger {
        // Sections 16 and 22 count from the notice alone.
        return Working::One(from_trigger(28, on));
    }
    let Commencement::On(start) = commencement else {
        return Working::NotFixed;
    };
    let after_start = |on: NaiveDate, days, gap| {
        if on < start { Working::NoClearDate(gap) } else { Working::One(from_trigger(days, on)) }
    };
    let later_of_two = |on| {
        let own = from_trigger(28, on);
        let floor = Period {
            length: Length::ThreeMonths,
            begins: Begins::Commencement,
            first: start,
            last: last_of_three_months(start),
        };
        if own.last > floor.last {
            Working::Later { later: own, other: floor }
        } else {
            Working::Later { later: floor, other: own }
        }
    };
    match trigger {
        // Whoever is responsible already when the duty starts becomes responsible then (section 9(9)).
        Trigger::BecameResponsible(on) => later_of_two(on.max(start)),
        Trigger::CeasedResponsible(on) if on < start => Working::NoClearDate(Gap::StoppedBefore),
        Trigger::CeasedResponsible(on) => later_of_two(on),
        Trigger::EventPublicised(on) if on <= start => {
            Working::One(Period::days(14, Begins::Commencement, start))
        }
        Trigger::EventPublicised(on) => Working::One(from_trigger(14, on)),
        Trigger::CeasedEvent(on) => after_start(on, 14, Gap::StoppedBefore),
        Trigger::EventInaccurate(on) => after_start(on, 14, Gap::ChangedBefore),
        Trigger::PremisesInaccurate(on) => after_start(on, 28, Gap::ChangedBefore),
        Trigger::DocumentRevised(on) => after_start(on, 30, Gap::ChangedBefore),
        Trigger::TookOverEvent(_) => Working::NoClearDate(Gap::TookOver),
        Trigger::EventNotPublicised => Working::NoClearDate(Gap::NotPublicised),
        Trigger::NoticeGiven(on) => Working::One(from_trigger(28, on)),
    }
}
