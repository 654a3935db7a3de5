//! How far things are, in words.

use domain::assessment::SectionState;
use govuk::{TagColour, TaskStatus};

/// The status of a section on the task list.
pub fn status(state: SectionState) -> TaskStatus {
    match state {
        SectionState::NotStarted => TaskStatus::tag("Not started", TagColour::Blue),
        SectionState::InProgress => TaskStatus::tag("In progress", TagColour::Teal),
        SectionState::Done => TaskStatus::completed(),
    }
}

/// How many are answered, and how long the rest takes.
pub fn words(answered: usize, visible: usize, minutes_left: u32) -> String {
    let rest = match minutes_left {
        0 => String::new(),
        1 => ", about 1 minute to answer the rest".to_owned(),
        more => format!(", about {more} minutes to answer the rest"),
    };
    format!("{answered} of {visible} answered{rest}")
}
