//! The kinds of records, and what is special to each.

use domain::{
    audit::Event,
    drill::Drill,
    ids::{DrillId, LicenceId, PartyId, PlanItemId, TrainingId},
    licence::Licence,
    party::Party,
    plan::PlanItem,
    policy::{Act, act},
    training::Training,
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use super::{MOST_LOOKED_AT, Table};
use crate::Subject;

/// What premises and events can keep a record of.
pub trait Kept: Table + Serialize + DeserializeOwned + Send + Sync {
    /// The id of a record.
    type Id: Copy + Into<Uuid> + From<Uuid> + DeserializeOwned + Subject + Send + 'static;
    /// The action of changing or removing one.
    type Edit: Act<Target = Self::Id>;
    /// What has to follow when one is added, changed or removed.
    const BEARS: Bears;
    /// The most records that are listed.
    const MOST: u64 = 100;
    /// What makes a record the same as another of the same premises or event, whoever adds it; nothing where people add
    /// what they like.
    fn same_as(&self) -> Option<String> {
        None
    }
    /// What the audit record says when one is added.
    fn added(id: Self::Id) -> Event;
    /// When one is changed.
    fn changed(id: Self::Id) -> Event;
    /// When one is removed.
    fn removed(id: Self::Id) -> Event;
}

/// What a record bears on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bears {
    /// On days that come: the calendar's are worked out anew.
    OnCalendar,
    /// On what the regulator is told (regulation 6): what it said before is kept.
    OnNotification,
}

impl Kept for Drill {
    type Id = DrillId;
    type Edit = act::EditDrill;
    const BEARS: Bears = Bears::OnCalendar;

    fn added(id: DrillId) -> Event {
        Event::DrillAdded(id)
    }

    fn changed(id: DrillId) -> Event {
        Event::DrillChanged(id)
    }

    fn removed(id: DrillId) -> Event {
        Event::DrillRemoved(id)
    }
}

impl Kept for Training {
    type Id = TrainingId;
    type Edit = act::EditTraining;
    const BEARS: Bears = Bears::OnCalendar;

    fn added(id: TrainingId) -> Event {
        Event::TrainingAdded(id)
    }

    fn changed(id: TrainingId) -> Event {
        Event::TrainingChanged(id)
    }

    fn removed(id: TrainingId) -> Event {
        Event::TrainingRemoved(id)
    }
}

impl Kept for PlanItem {
    type Id = PlanItemId;
    type Edit = act::EditPlanItem;
    const BEARS: Bears = Bears::OnCalendar;
    const MOST: u64 = MOST_LOOKED_AT;

    fn same_as(&self) -> Option<String> {
        self.from.same_as()
    }

    fn added(id: PlanItemId) -> Event {
        Event::PlanItemAdded(id)
    }

    fn changed(id: PlanItemId) -> Event {
        Event::PlanItemChanged(id)
    }

    fn removed(id: PlanItemId) -> Event {
        Event::PlanItemRemoved(id)
    }
}

impl Kept for Party {
    type Id = PartyId;
    type Edit = act::EditParty;
    const BEARS: Bears = Bears::OnNotification;

    fn added(id: PartyId) -> Event {
        Event::PartyAdded(id)
    }

    fn changed(id: PartyId) -> Event {
        Event::PartyChanged(id)
    }

    fn removed(id: PartyId) -> Event {
        Event::PartyRemoved(id)
    }
}

impl Kept for Licence {
    type Id = LicenceId;
    type Edit = act::EditLicence;
    const BEARS: Bears = Bears::OnNotification;

    fn added(id: LicenceId) -> Event {
        Event::LicenceAdded(id)
    }

    fn changed(id: LicenceId) -> Event {
        Event::LicenceChanged(id)
    }

    fn removed(id: LicenceId) -> Event {
        Event::LicenceRemoved(id)
    }
}
