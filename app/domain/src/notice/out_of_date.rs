//! Which of what was notified is no longer right, and since when? (SI 2026/793, regulation 6)

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Kept, State, What, holding};
use crate::{
    day::in_london,
    notification::{Entry, Field, Standing},
};

/// Whether what was notified is still right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accuracy {
    /// The fields that are, or were for a while, other than they were notified.
    pub differs: Vec<Differs>,
    /// The fields of which it is not known here what the regulator was told.
    pub unknown: Vec<Field>,
}

/// A field that is, or was for a while, other than it was notified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// Which.
    pub field: Field,
    /// When, in order; the last one may go on.
    pub spells: Vec<Spell>,
}

/// A time in which a field was other than it was notified. Whatever it became in between, it first
/// became inaccurate on the first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The first day.
    pub from: NaiveDate,
    /// The day on which it was again as it was notified; `None` while it is not.
    pub until: Option<NaiveDate>,
}

/// The fields that first became inaccurate on the same day, and so are due on the same day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// That day.
    pub day: NaiveDate,
    /// The fields.
    pub fields: Vec<Field>,
}

impl Accuracy {
    /// What is inaccurate now, by the day since when, the earliest first.
    pub fn now(&self) -> Vec<Since> {
        let mut days: BTreeMap<NaiveDate, Vec<Field>> = BTreeMap::new();
        for differs in &self.differs {
            if let Some(Spell { from, until: None }) = differs.spells.last() {
                days.entry(*from).or_default().push(differs.field);
            }
        }
        days.into_iter().map(|(day, fields)| Since { day, fields }).collect()
    }

    /// What was inaccurate for a while, and is right again.
    pub fn for_a_while(&self) -> impl Iterator<Item = (Field, Spell)> {
        self.differs.iter().flat_map(|differs| {
            let over = differs.spells.iter().filter(|spell| spell.until.is_some());
            over.map(|spell| (differs.field, *spell))
        })
    }
}

/// Compares what was notified with how things stood from then on.
///
/// A field is held against the last notice that told it; so a notice ends what was inaccurate before
/// it. A day counts as it ended: what is put back on the same day was never inaccurate. Nothing is to
/// be put right by whoever told that they ceased to be responsible.
pub fn accuracy(notices: &[Kept], states: &[State]) -> Accuracy {
    let mut found = Accuracy::default();
    let holding = holding(notices);
    if holding.is_empty() || holding.iter().any(|kept| kept.notice.what == What::Ceased) {
        return found;
    }
    let has = |facts: &[Entry], field| facts.iter().any(|entry| entry.field == field);
    let asked = |field: &Field| {
        let mut facts =
            holding.iter().map(|kept| &kept.notice.facts).chain(states.iter().map(|state| &state.facts));
        field.can_change() && facts.any(|facts| has(facts, *field))
    };
    for field in Field::ALL.into_iter().filter(asked) {
        match spells(field, &holding, states) {
            Some(spells) if spells.is_empty() => {}
            Some(spells) => found.differs.push(Differs { field, spells }),
            None => found.unknown.push(field),
        }
    }
    found
}

/// When a field was other than it was notified; `None` where it is not known what was.
fn spells(field: Field, holding: &[&Kept], states: &[State]) -> Option<Vec<Spell>> {
    let tells = |kept: &&Kept| !kept.notice.otherwise.contains(&field);
    let last = holding.iter().rposition(tells);
    let base = last.and_then(|at| holding.get(at));
    let mut found = base.map_or_else(|| Some(Vec::new()), |base| since(base, field, states));
    // Then the regulator was told something else, so it is inaccurate at the latest from that day.
    if let Some(otherwise) = holding.get(last.map_or(0, |at| at + 1)) {
        let list = found.get_or_insert_default();
        if list.last().is_none_or(|last| last.until.is_some()) {
            list.push(Spell { from: otherwise.notice.given_on, until: None });
        }
    }
    found
}

fn since(base: &Kept, field: Field, states: &[State]) -> Option<Vec<Spell>> {
    let told = base.notice.fact(field).filter(|told| told.standing != Standing::Missing)?;
    let mut days: BTreeMap<NaiveDate, bool> = BTreeMap::new();
    for state in states.iter().filter(|state| state.at >= base.recorded_at) {
        if let Some(now) = state.facts.iter().find(|entry| entry.field == field) {
            days.insert(in_london(state.at), same(told, now));
        }
    }
    let mut spells: Vec<Spell> = Vec::new();
    for (day, right) in days {
        match (spells.last_mut(), right) {
            (Some(last), true) if last.until.is_none() => last.until = Some(day),
            (Some(last), false) if last.until.is_none() => {}
            (_, false) => spells.push(Spell { from: day, until: None }),
            (_, true) => {}
        }
    }
    Some(spells)
}

/// Whether a field says what was notified for it.
fn same(told: &Entry, now: &Entry) -> bool {
    let nothing = |entry: &Entry| {
        entry.values.is_empty() && matches!(entry.standing, Standing::NothingToGive | Standing::NotAsked)
    };
    if nothing(told) && nothing(now) {
        return true;
    }
    if told.standing != now.standing {
        return false;
    }
    if !told.field.is_list() {
        return told.values == now.values;
    }
    let count = |of: &Entry, value| of.values.iter().filter(|one| *one == value).count();
    told.values.len() == now.values.len()
        && told.values.iter().all(|value| count(told, value) == count(now, value))
}
