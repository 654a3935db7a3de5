//! How a last day was counted, in a sentence.

use domain::deadlines::{Deadline, Gap, Length, Period, Working};

use crate::components::day;

/// The columns of an answer in a file.
pub const HEADER: [&str; 3] = ["id", "last_day", "working"];

/// An answer's cells; no last day where there is none.
pub fn cells(id: String, working: Working) -> [String; 3] {
    let last_day = match working.deadline() {
        Deadline::LastDay(day) => day.to_string(),
        Deadline::NotFixed | Deadline::NoClearDate => String::new(),
    };
    [id, last_day, sentence(working)]
}

/// The counting, or why there is none.
pub fn sentence(working: Working) -> String {
    match working {
        Working::One(period) => format!("{}.", counted(period)),
        Working::Later { later, other } if later.last == other.last => {
            format!(
                "{}, and so do the {} beginning with {}.",
                counted(later),
                length(other),
                day(other.first)
            )
        }
        Working::Later { later, other } => format!(
            "{}, later than the {} beginning with {}, which end on {}.",
            counted(later),
            length(other),
            day(other.first),
            day(other.last)
        ),
        Working::NotFixed => "Not yet set: the day on which the duties start is not fixed in law.".into(),
        Working::NoClearDate(gap) => {
            format!("There is no clear date: {}. Notify at once, or take advice.", why(gap))
        }
    }
}

fn counted(period: Period) -> String {
    let text = format!("{} beginning with {} end on {}", length(period), day(period.first), day(period.last));
    if period.length == Length::ThreeMonths { text.replacen('t', "T", 1) } else { text }
}

fn length(period: Period) -> String {
    match period.length {
        Length::Days(days) => format!("{days} days"),
        Length::ThreeMonths => "three months".into(),
    }
}

fn why(gap: Gap) -> &'static str {
    match gap {
        Gap::StoppedBefore => "the duties had not started on the day of stopping",
        Gap::ChangedBefore => "the duties had not started on that day",
        Gap::TookOver => "the regulations do not say when somebody who takes over an event must notify",
        Gap::NotPublicised => "the regulations count from the day an event is first publicised",
    }
}

#[cfg(test)]
mod tests;
