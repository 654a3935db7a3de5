//! The fixed list of figures. There are no filters: each more is one more thing to subtract.

use super::PremisesFacts;
use crate::scope::Tier;

/// A figure: how many premises, out of which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// A slug, never reused.
    pub id: &'static str,
    /// What the figure counts, for a table's row.
    pub label: &'static str,
    /// Out of which premises.
    pub base: Base,
    /// Which of them are counted.
    pub measure: Measure,
}

/// Out of which premises a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// All that are registered.
    Registered,
    /// Those with a submission.
    Submitted,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// With a submission.
    Submitted,
    /// In this tier.
    InTier(Tier),
    /// With an evacuation procedure in place.
    Evacuation,
    /// With an invacuation procedure in place.
    Invacuation,
    /// With a lockdown procedure in place.
    Lockdown,
    /// With a communication procedure in place.
    Communication,
    /// Whose staff are aware of the procedures.
    StaffAware,
    /// Ready to notify the regulator.
    NotificationReady,
}

impl Base {
    pub(super) fn holds(self, premises: &PremisesFacts) -> bool {
        match self {
            Self::Registered => true,
            Self::Submitted => premises.submitted,
        }
    }
}

impl Measure {
    pub(super) fn counts(self, premises: &PremisesFacts) -> bool {
        match self {
            Self::Submitted => premises.submitted,
            Self::InTier(tier) => premises.tier == Some(tier),
            Self::Evacuation => premises.procedures.evacuation,
            Self::Invacuation => premises.procedures.invacuation,
            Self::Lockdown => premises.procedures.lockdown,
            Self::Communication => premises.procedures.communication,
            Self::StaffAware => premises.staff_aware,
            Self::NotificationReady => premises.notification_ready,
        }
    }
}

const fn figure(id: &'static str, label: &'static str, base: Base, measure: Measure) -> Figure {
    Figure { id, label, base, measure }
}

/// Every figure, in the order of the table. Of two sides only one is here: the other tier as well
/// would narrow down what rounding hides.
pub const CATALOGUE: [Figure; 8] = [
    figure("submitted", "Have submitted an assessment", Base::Registered, Measure::Submitted),
    figure("standard", "Standard tier", Base::Registered, Measure::InTier(Tier::Standard)),
    figure("evacuation", "Evacuation procedure in place", Base::Submitted, Measure::Evacuation),
    figure("invacuation", "Invacuation procedure in place", Base::Submitted, Measure::Invacuation),
    figure("lockdown", "Lockdown procedure in place", Base::Submitted, Measure::Lockdown),
    figure("communication", "Communication procedure in place", Base::Submitted, Measure::Communication),
    figure("staff-aware", "Staff aware of the procedures", Base::Submitted, Measure::StaffAware),
    figure(
        "notification-ready",
        "Ready to notify the regulator",
        Base::Submitted,
        Measure::NotificationReady,
    ),
];
