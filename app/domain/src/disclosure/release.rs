//! The figures of a release.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Figure;
use crate::{codes::CouncilCode, scope::Tier};

/// What a release may use of premises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PremisesFacts {
    /// The council of the area.
    pub council: CouncilCode,
    /// The tier, when in scope.
    pub tier: Option<Tier>,
    /// The day they were registered.
    pub registered_on: NaiveDate,
    /// Whether there is a submission.
    pub submitted: bool,
    /// Which procedures the submission says are in place.
    pub procedures: Procedures,
    /// Whether staff are aware of the procedures.
    pub staff_aware: bool,
    /// Whether they are ready to notify the regulator.
    pub notification_ready: bool,
}

/// Which of the four procedures of section 5(3) are in place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Procedures {
    /// Getting people out.
    pub evacuation: bool,
    /// Bringing people in, or to a safe place inside.
    pub invacuation: bool,
    /// Keeping an attacker out.
    pub lockdown: bool,
    /// Telling people.
    pub communication: bool,
}

/// A figure as it is shown, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cell {
    /// Both rounded to the nearest five premises. The rest is never shown as a figure of its own.
    Shown {
        /// Premises that the figure is out of.
        base: u32,
        /// Premises counted.
        count: u32,
    },
    /// Too few premises on one side or the other.
    Withheld,
}

/// The figures of every council that has one to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Figures by council, then by the figure's id.
    pub councils: BTreeMap<CouncilCode, BTreeMap<String, Cell>>,
}

impl Release {
    /// A council's figure; withheld when the release has none.
    pub fn cell(&self, council: &CouncilCode, figure: &str) -> Cell {
        let cells = self.councils.get(council);
        cells.and_then(|cells| cells.get(figure)).copied().unwrap_or(Cell::Withheld)
    }
}

/// What decides whether a figure is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    /// Fewest premises that a figure may be out of.
    pub base: u32,
    /// Fewest premises that a figure may count.
    pub count: u32,
    /// Fewest premises that a figure may leave.
    pub rest: u32,
    /// What figures are rounded to.
    pub round: u32,
    /// Days that premises must have been registered, so that nobody can add some and watch a figure
    /// move.
    pub days: u64,
}

pub(super) const RULES: Rules = Rules { base: 30, count: 10, rest: 10, round: 5, days: 90 };

/// The figures as of a day. The same premises in any order give the same release.
pub fn figures(premises: &[PremisesFacts], catalogue: &[Figure], as_of: NaiveDate) -> Release {
    figures_by(RULES, premises, catalogue, as_of)
}

pub(super) fn figures_by(
    rules: Rules,
    premises: &[PremisesFacts],
    catalogue: &[Figure],
    as_of: NaiveDate,
) -> Release {
    let mut areas: BTreeMap<&CouncilCode, Vec<&PremisesFacts>> = BTreeMap::new();
    for one in premises {
        let counts_from = one.registered_on.checked_add_days(Days::new(rules.days));
        if counts_from.is_some_and(|day| day <= as_of) {
            areas.entry(&one.council).or_default().push(one);
        }
    }
    let cells = |area: &[&PremisesFacts]| -> BTreeMap<String, Cell> {
        catalogue.iter().map(|figure| (figure.id.to_owned(), cell(rules, area, figure))).collect()
    };
    let councils = areas
        .into_iter()
        .map(|(council, area)| (council.clone(), cells(&area)))
        // A council with nothing to show is left out: that it has any premises is not said either.
        .filter(|(_, cells)| cells.values().any(|cell| *cell != Cell::Withheld))
        .collect();
    Release { councils }
}

fn cell(rules: Rules, area: &[&PremisesFacts], figure: &Figure) -> Cell {
    let (mut base, mut count) = (0_u32, 0_u32);
    for one in area.iter().filter(|one| figure.base.holds(one)) {
        base += 1;
        count += u32::from(figure.measure.counts(one));
    }
    if base < rules.base || count < rules.count || base - count < rules.rest {
        return Cell::Withheld;
    }
    let rounded = |number: u32| (number + rules.round / 2) / rules.round * rules.round;
    Cell::Shown { base: rounded(base), count: rounded(count) }
}
