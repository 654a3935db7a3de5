//! The row of premises, and what is sealed in it.

use domain::{
    codes::{CouncilCode, RegionCode},
    control::Control,
    day::in_london,
    ids::{OrganisationId, PremisesId},
    premises::{Address, Premises, PremisesName, Stage, Uprn, site::Site},
    scope::{Exclusions, Known, Outcome, PartOf, ScopeFacts, head_count::HeadCount},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    StoreError,
    clock::at,
    entity::premises,
    keys::{DataKey, Place},
};

/// What is sealed of premises.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Details {
    pub(super) name: PremisesName,
    pub(super) address: Address,
    #[serde(default)]
    pub(super) uprn: Option<Uprn>,
    pub(super) facts: ScopeFacts,
    pub(super) head_count: Option<HeadCount>,
    pub(super) outcome: Outcome,
    #[serde(default)]
    pub(super) site: Site,
    #[serde(default)]
    pub(super) control: Control,
}

impl Details {
    /// What is sealed of these premises.
    pub(super) fn from(premises: Premises, outcome: Outcome) -> Self {
        Self {
            name: premises.name,
            address: premises.address,
            uprn: premises.uprn,
            facts: premises.facts,
            head_count: premises.head_count,
            outcome,
            site: premises.site,
            control: premises.control,
        }
    }

    /// The premises when they said this; what is not sealed is as it is now.
    pub fn of(self, now: &Premises) -> Premises {
        Premises {
            name: self.name,
            address: self.address,
            uprn: self.uprn,
            facts: self.facts,
            head_count: self.head_count,
            outcome: self.outcome,
            site: self.site,
            control: self.control,
            ..now.clone()
        }
    }
}

pub(super) fn nothing_said() -> ScopeFacts {
    ScopeFacts {
        building: Known::NotSure,
        uses: Vec::new(),
        mainly: Known::NotSure,
        principal: None,
        number: None,
        exclusions: Exclusions::NotSure,
        part_of: PartOf::NotSure,
    }
}

/// What premises are called, from the sealed column of their row.
pub(crate) fn name(id: PremisesId, details: &[u8], key: &DataKey) -> Result<PremisesName, StoreError> {
    #[derive(Deserialize)]
    struct Called {
        name: PremisesName,
    }
    key.open_json(lies(&id.0), details).map(|called: Called| called.name)
}

/// Premises from their row.
pub(crate) fn read(row: premises::Model, key: &DataKey) -> Result<Premises, StoreError> {
    let details: Details = key.open_json(lies(&row.id), &row.details)?;
    Ok(Premises {
        id: PremisesId(row.id),
        organisation: OrganisationId(row.organisation_id),
        name: details.name,
        address: details.address,
        uprn: details.uprn,
        council: row.council.parse::<CouncilCode>().map_err(|_| StoreError::Unreadable("council"))?,
        region: row.region.parse::<RegionCode>().map_err(|_| StoreError::Unreadable("region"))?,
        facts: details.facts,
        head_count: details.head_count,
        outcome: details.outcome,
        site: details.site,
        control: details.control,
        stage: Stage::from_slug(&row.stage).ok_or(StoreError::Unreadable("stage"))?,
        registered_on: in_london(at(row.registered_at)),
        version: u32::try_from(row.version).map_err(|_| StoreError::Unreadable("version"))?,
    })
}

pub(super) fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "premises", column: "details", row: id.as_bytes() }
}
