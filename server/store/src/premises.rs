//! Premises: one row each, everything that says where they are or what they are like sealed.

use domain::{
    audit::Event,
    codes::{CouncilCode, RegionCode},
    forms::premises::NameAndAddress,
    ids::{OrganisationId, PremisesId},
    law,
    policy::{Facts, Permit, act},
    premises::{Address, Premises, PremisesName, Stage, decide},
    scope::{Exclusions, Known, Outcome, PartOf, ScopeFacts, head_count::HeadCount},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Owner, Store, StoreError,
    clock::at,
    entity::premises,
    keys::{DataKey, Place},
};

/// What is sealed of premises.
#[derive(Clone, Serialize, Deserialize)]
struct Details {
    name: PremisesName,
    address: Address,
    facts: ScopeFacts,
    head_count: Option<HeadCount>,
    outcome: Outcome,
}

/// A change to premises.
pub enum PremisesChange {
    /// Another name or address, and so perhaps another council.
    Place(NameAndAddress),
    /// Other facts about scope: what they are used for, or what excludes them.
    Facts(ScopeFacts),
    /// Another number of people.
    Number(Option<HeadCount>),
}

impl Store {
    /// Registers premises by name and address; the rest is asked page by page. Sent twice, it makes one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn register_premises(
        &self,
        permit: &Permit<act::RegisterPremises>,
        once: Uuid,
        place: NameAndAddress,
    ) -> Result<PremisesId, StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let organisation = *permit.target();
        let id = PremisesId(self.tokens.id("premises", actor.0, once));
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let tx = self.begin(Some(actor)).await?;
        let details = Details {
            name: place.name,
            address: place.address,
            facts: nothing_said(),
            head_count: None,
            outcome: Outcome::Unclear,
        };
        let row = premises::ActiveModel {
            id: Set(id.0),
            organisation_id: Set(organisation.0),
            council: Set(place.council.to_string()),
            region: Set(place.region.to_string()),
            tier: Set(None),
            stage: Set(Stage::Registered.as_str().into()),
            details: Set(key.seal_json(lies(&id.0), &details)?),
            registered_at: Set(tx.millis()),
            changed_at: Set(tx.millis()),
            version: Set(1),
        };
        match premises::Entity::insert(row).exec_without_returning(tx.db()).await.map_err(StoreError::from) {
            Err(StoreError::Taken) => return Ok(id),
            other => other?,
        };
        tx.commit(Event::PremisesRegistered(id)).await?;
        Ok(id)
    }

    /// Changes premises, unless somebody else did since version `seen`. Scope is decided anew.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the version is another.
    pub async fn change_premises(
        &self,
        permit: &Permit<act::EditPremises>,
        seen: u32,
        change: PremisesChange,
    ) -> Result<(), StoreError> {
        let id = *permit.target();
        let before = self.premises_row(id).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(before.organisation_id))).await?;
        let mut details: Details = key.open_json(lies(&id.0), &before.details)?;
        let (mut council, mut region) = (before.council, before.region);
        match change {
            PremisesChange::Place(place) => {
                details.name = place.name;
                details.address = place.address;
                (council, region) = (place.council.to_string(), place.region.to_string());
            }
            PremisesChange::Facts(facts) => details.facts = facts,
            PremisesChange::Number(head_count) => details.head_count = head_count,
        }
        let tx = self.begin(permit.actor()).await?;
        let decision =
            decide(&details.facts, details.head_count.as_ref(), &law::known(), tx.now().date_naive());
        details.outcome = decision.outcome;
        let seen = i32::try_from(seen).map_err(|_| StoreError::Conflict)?;
        let changed = premises::Entity::update_many()
            .set(premises::ActiveModel {
                council: Set(council),
                region: Set(region),
                // Where the Act leaves a point open, people may go on as if it reached them.
                tier: Set(decision.provisional.map(|tier| tier.as_str().into())),
                details: Set(key.seal_json(lies(&id.0), &details)?),
                changed_at: Set(tx.millis()),
                version: Set(seen.saturating_add(1)),
                ..Default::default()
            })
            .filter(premises::Column::Id.eq(id.0))
            .filter(premises::Column::Version.eq(seen))
            .exec(tx.db())
            .await?;
        // What was read above is of version `seen`, or nothing is written.
        if changed.rows_affected != 1 || before.version != seen {
            return Err(StoreError::Conflict);
        }
        tx.commit(Event::PremisesChanged(id)).await
    }

    /// Premises with all that is known of them. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn premises(&self, permit: &Permit<act::ViewPremises>) -> Result<Premises, StoreError> {
        self.open_premises(*permit.target()).await
    }

    /// Premises about to be changed. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn premises_to_edit(&self, permit: &Permit<act::EditPremises>) -> Result<Premises, StoreError> {
        self.open_premises(*permit.target()).await
    }

    /// The organisation's newest premises, at most `most`. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn premises_of(
        &self,
        permit: &Permit<act::ListPremises>,
        most: u64,
    ) -> Result<Vec<Premises>, StoreError> {
        let organisation = *permit.target();
        let rows = premises::Entity::find()
            .filter(premises::Column::OrganisationId.eq(organisation.0))
            .order_by_desc(premises::Column::RegisteredAt)
            .limit(most)
            .all(&self.db)
            .await?;
        let key = self.key(&Owner::Organisation(organisation)).await?;
        rows.into_iter().map(|row| read(row, &key)).collect()
    }

    async fn open_premises(&self, id: PremisesId) -> Result<Premises, StoreError> {
        let row = self.premises_row(id).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        read(row, &key)
    }

    pub(crate) async fn premises_row(&self, id: PremisesId) -> Result<premises::Model, StoreError> {
        premises::Entity::find_by_id(id.0).one(&self.db).await?.ok_or(StoreError::NotFound)
    }

    pub(crate) async fn premises_facts(&self, id: PremisesId) -> Result<Facts, StoreError> {
        let row = self.premises_row(id).await?;
        Ok(Facts {
            organisation: Some(OrganisationId(row.organisation_id)),
            qualifies: row.tier.is_some(),
            ..Facts::default()
        })
    }
}

fn nothing_said() -> ScopeFacts {
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

/// Premises from their row.
pub(crate) fn read(row: premises::Model, key: &DataKey) -> Result<Premises, StoreError> {
    let details: Details = key.open_json(lies(&row.id), &row.details)?;
    Ok(Premises {
        id: PremisesId(row.id),
        organisation: OrganisationId(row.organisation_id),
        name: details.name,
        address: details.address,
        council: row.council.parse::<CouncilCode>().map_err(|_| StoreError::Unreadable("council"))?,
        region: row.region.parse::<RegionCode>().map_err(|_| StoreError::Unreadable("region"))?,
        facts: details.facts,
        head_count: details.head_count,
        outcome: details.outcome,
        stage: Stage::from_slug(&row.stage).ok_or(StoreError::Unreadable("stage"))?,
        registered_on: at(row.registered_at).date_naive(),
        version: u32::try_from(row.version).map_err(|_| StoreError::Unreadable("version"))?,
    })
}

fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "premises", column: "details", row: id.as_bytes() }
}
