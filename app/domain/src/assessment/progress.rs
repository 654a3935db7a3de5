//! How much is done, and how long is the rest?

use serde::Serialize;

use super::Journey;
use crate::content::Section;

/// How far a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionState {
    /// No question that shows has an answer.
    NotStarted,
    /// Some have.
    InProgress,
    /// All have.
    Done,
}

/// How far one section is. Sections in which no question shows are left out.
#[derive(Clone, Copy, Debug)]
pub struct SectionProgress<'a> {
    /// The section.
    pub section: &'a Section,
    /// How far it is.
    pub state: SectionState,
    /// How many of the questions that show have an answer.
    pub answered: usize,
    /// How many questions show.
    pub visible: usize,
    /// About how many minutes the rest takes.
    pub minutes_left: u32,
}

/// How far an assessment is.
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    /// Each section, in order.
    pub sections: Vec<SectionProgress<'a>>,
    /// How many of the questions that show have an answer.
    pub answered: usize,
    /// How many questions show.
    pub visible: usize,
    /// About how many minutes the rest takes.
    pub minutes_left: u32,
}

impl Progress<'_> {
    /// Whether nothing is left to answer.
    pub fn is_done(&self) -> bool {
        self.answered == self.visible
    }
}

/// How far an assessment is.
pub fn progress<'a>(journey: &Journey<'a>) -> Progress<'a> {
    let sections = journey.set().sections.iter();
    let sections: Vec<_> = sections.filter_map(|section| of_section(journey, section)).collect();
    Progress {
        answered: sections.iter().map(|section| section.answered).sum(),
        visible: sections.iter().map(|section| section.visible).sum(),
        minutes_left: sections.iter().map(|section| section.minutes_left).sum(),
        sections,
    }
}

fn of_section<'a>(journey: &Journey<'a>, section: &'a Section) -> Option<SectionProgress<'a>> {
    let (mut answered, mut visible, mut minutes_left) = (0, 0, 0);
    for step in journey.in_section(&section.id) {
        visible += 1;
        match step.answer {
            Some(_) => answered += 1,
            None => minutes_left += u32::from(step.question.minutes),
        }
    }
    let state = match answered {
        0 => SectionState::NotStarted,
        all if all == visible => SectionState::Done,
        _ => SectionState::InProgress,
    };
    (visible > 0).then_some(SectionProgress { section, state, answered, visible, minutes_left })
}
