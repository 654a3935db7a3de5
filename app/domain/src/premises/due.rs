//! What must the regulator be told of premises, and by when?

use super::Premises;
use crate::{
    control::OperatorIs,
    deadlines::{Commencement, Deadline, Trigger, deadline},
    notice::{Kept, ToTell, What, told},
};

#[cfg(test)]
mod tests;

/// What the operator must tell of becoming and ceasing to be responsible (SI 2026/793, regulation
/// 3(1)). Nothing for premises that are not in scope as far as is known, nor for an operator who is in
/// control of part of them only.
///
/// Whoever does not say since when they are responsible is taken to be so when the duty starts
/// (section 9(9)). Before that day is fixed there is nothing to count from: see [`next_deadline`].
pub fn to_tell(premises: &Premises, starts: Commencement, notices: &[Kept]) -> Vec<ToTell> {
    let control = &premises.control;
    let Commencement::On(first) = starts else { return Vec::new() };
    if !must_tell(premises) {
        return Vec::new();
    }
    let became = ToTell {
        trigger: Trigger::BecameResponsible(control.since.unwrap_or(first)),
        told_on: told(notices, What::Became),
    };
    let ceased = control.until.map(|until| ToTell {
        trigger: Trigger::CeasedResponsible(until),
        told_on: told(notices, What::Ceased),
    });
    // Who stopped before the duties start never had to say that they began.
    let had_to = control.until.is_none_or(|until| until >= first);
    [had_to.then_some(became), ceased].into_iter().flatten().collect()
}

/// The earliest last day of all that was not told yet; `None` where there is nothing to tell.
pub fn next_deadline(premises: &Premises, starts: Commencement, notices: &[Kept]) -> Option<Deadline> {
    if starts == Commencement::NotFixed {
        let waits = must_tell(premises) && told(notices, What::Became).is_none();
        return waits.then_some(Deadline::NotFixed);
    }
    let open = to_tell(premises, starts, notices).into_iter().filter(|one| one.told_on.is_none());
    open.map(|one| deadline(one.trigger, starts)).min_by_key(|deadline| match deadline {
        Deadline::LastDay(day) => (0, Some(*day)),
        Deadline::NotFixed | Deadline::NoClearDate => (1, None),
    })
}

/// Whether the premises are the operator's to notify, as far as is known.
pub fn must_tell(premises: &Premises) -> bool {
    premises.outcome.tier().is_some() && premises.control.operator != Some(OperatorIs::InPartControl)
}
