//! Who does what by when? The plan of premises: what follows from the answers, what drills taught, and what people
//! added themselves.
//!
//! An item says what was decided about something to do. It never changes an answer, and no answer changes it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    assessment::Action,
    content::{Cost, QuestionId},
    ids::DrillId,
};

#[cfg(test)]
mod tests;

/// The longest text of what there is to do, in characters.
pub const TEXT_MAX: usize = 300;
/// The longest owner, in characters.
pub const OWNER_MAX: usize = 100;
/// The longest note, and the longest reason, in characters.
pub const NOTE_MAX: usize = 1_000;
/// The least urgent priority.
pub const LAST: u8 = 3;

/// Something to do that premises have in their plan. Sealed where it is stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanItem {
    /// Where it comes from.
    pub from: Origin,
    /// What to do; of what follows from an answer, as it read when it was put into the plan.
    pub text: String,
    /// 1 is first, [`LAST`] is last.
    pub priority: u8,
    /// What it costs, if somebody said so.
    pub cost: Option<Cost>,
    /// Who sees to it, by role or name: at most [`OWNER_MAX`] characters.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub status: Status,
    /// Anything else: lines of at most [`NOTE_MAX`] characters.
    pub note: Option<String>,
}

/// It tells what is missing: nothing of it in a log.
impl std::fmt::Debug for PlanItem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PlanItem")
    }
}

/// Where something to do comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Origin {
    /// It follows from an answer.
    Answer {
        /// The question.
        question: QuestionId,
        /// Which of its rules, counted from 0.
        rule: usize,
    },
    /// A drill taught it.
    Drill {
        /// Which.
        drill: DrillId,
        /// The lesson, as it was written down.
        lesson: String,
    },
    /// Somebody added it.
    Own,
}

impl Origin {
    /// What makes it the same as another of the premises, whoever puts it into the plan; nothing of what people add.
    pub fn same_as(&self) -> Option<String> {
        match self {
            Self::Answer { question, rule } => Some(format!("answer {question} {rule}")),
            Self::Drill { drill, lesson } => Some(format!("drill {drill} {lesson}")),
            Self::Own => None,
        }
    }
}

/// How far something is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Status {
    /// Nobody has begun.
    ToDo,
    /// Somebody has.
    InProgress,
    /// It is done.
    Done {
        /// Since when, as far as the plan knows.
        on: NaiveDate,
    },
    /// It will not be done.
    DecidedAgainst {
        /// Why not.
        reason: String,
    },
}

impl Status {
    /// The slug of each, in the order to offer them.
    pub const SLUGS: [&str; 4] = ["to-do", "in-progress", "done", "decided-against"];

    /// Its slug, such as `to-do`.
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::ToDo => "to-do",
            Self::InProgress => "in-progress",
            Self::Done { .. } => "done",
            Self::DecidedAgainst { .. } => "decided-against",
        }
    }

    /// Whether there is still something to do.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::ToDo | Self::InProgress)
    }
}

impl PlanItem {
    /// What follows from an answer, as it is put into the plan.
    pub fn of_action(action: &Action<'_>) -> Self {
        let from = Origin::Answer { question: action.question.id.clone(), rule: action.rule };
        Self { cost: action.cost, ..Self::new(from, action.text.to_owned(), action.priority) }
    }

    /// The lesson of a drill, as it is put into the plan.
    pub fn of_lesson(drill: DrillId, lesson: &str) -> Self {
        let from = Origin::Drill { drill, lesson: lesson.to_owned() };
        Self::new(from, lesson.to_owned(), 2)
    }

    fn new(from: Origin, text: String, priority: u8) -> Self {
        let (cost, owner, due, note) = (None, None, None, None);
        Self { from, text, priority, cost, owner, due, status: Status::ToDo, note }
    }

    /// Whether it is the item of an action.
    pub fn is_of(&self, action: &Action<'_>) -> bool {
        matches!(&self.from, Origin::Answer { question, rule } if *question == action.question.id && *rule == action.rule)
    }

    /// Whether it should have been done before a day.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.status.is_open() && self.due.is_some_and(|due| due < today)
    }
}

/// The part of a plan that a line stands in, in the order to show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Its day has passed.
    Overdue,
    /// To do, by priority.
    Open(u8),
    /// It was called for by an answer, and is no more.
    NoLonger,
    /// It is done.
    Done,
    /// It will not be done.
    DecidedAgainst,
}

/// A line of a plan: something that follows from an answer, an item, or both.
#[derive(Debug)]
pub struct Line<'a, I> {
    /// Where it stands.
    pub group: Group,
    /// What follows from an answer now.
    pub action: Option<Action<'a>>,
    /// What was decided about it.
    pub item: Option<&'a I>,
}

/// The plan: every action that follows from the answers, with its item where it has one, and every other item.
/// Overdue first, then by priority and day; nothing that was put into the plan is dropped.
pub fn lines<'a, I>(
    actions: Vec<Action<'a>>,
    items: &'a [I],
    of: impl Fn(&I) -> &PlanItem,
    today: NaiveDate,
) -> Vec<Line<'a, I>> {
    let mut taken = vec![false; items.len()];
    let mut lines: Vec<Line<'a, I>> = Vec::new();
    for action in actions {
        let at = items.iter().position(|item| of(item).is_of(&action));
        if let Some(taken) = at.and_then(|at| taken.get_mut(at)) {
            *taken = true;
        }
        let item = at.and_then(|at| items.get(at));
        let group = item.map_or(Group::Open(action.priority), |item| group(of(item), action.priority, today));
        lines.push(Line { group, action: Some(action), item });
    }
    for (item, _) in items.iter().zip(taken).filter(|(_, taken)| !taken) {
        let details = of(item);
        let gone = matches!(details.from, Origin::Answer { .. }) && details.status.is_open();
        let group = if gone { Group::NoLonger } else { group(details, details.priority, today) };
        lines.push(Line { group, action: None, item: Some(item) });
    }
    let due = |line: &Line<'_, I>| line.item.and_then(|item| of(item).due);
    lines.sort_by_key(|line| (line.group, due(line).is_none(), due(line)));
    lines
}

fn group(item: &PlanItem, priority: u8, today: NaiveDate) -> Group {
    match item.status {
        Status::Done { .. } => Group::Done,
        Status::DecidedAgainst { .. } => Group::DecidedAgainst,
        Status::ToDo | Status::InProgress if item.is_overdue(today) => Group::Overdue,
        Status::ToDo | Status::InProgress => Group::Open(priority),
    }
}
