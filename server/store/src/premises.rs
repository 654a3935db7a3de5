//! Premises: one row each, everything that says where they are or what they are like sealed.

mod row;

use domain::{
    audit::Event,
    control::Control,
    estate::{MOST_PREMISES, import::Registration},
    forms::premises::NameAndAddress,
    ids::{OrganisationId, PremisesId},
    law,
    policy::{Facts, Permit, act},
    premises::{Premises, Stage, decide, site::Site},
    scope::{DecisionRecord, Outcome, ScopeFacts, head_count::HeadCount},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::{
    Owner, Store, StoreError,
    earlier::{self, Said},
    entity::premises,
    event,
    keys::DataKey,
    scope_decision,
    tx::WriteTx,
};
pub(crate) use row::{Details, name, read};
use row::{lies, nothing_said};

/// Why premises were not registered.
#[derive(Debug, thiserror::Error)]
pub enum RegisterRefused {
    /// The organisation has as many as there may be: [`MOST_PREMISES`].
    #[error("too many premises")]
    Full,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A change to premises.
pub enum PremisesChange {
    /// Another name or address, and so perhaps another council.
    Place(NameAndAddress),
    /// Other facts about scope: what they are used for, or what excludes them.
    Facts(ScopeFacts),
    /// Another number of people.
    Number(Option<HeadCount>),
    /// Other facts about the place.
    Site(Site),
    /// Other facts about who has control.
    Control(Control),
}

impl Store {
    /// Registers premises by name and address; the rest is asked page by page. Sent twice, it makes one.
    ///
    /// # Errors
    /// [`RegisterRefused`].
    pub async fn register_premises(
        &self,
        permit: &Permit<act::RegisterPremises>,
        once: Uuid,
        place: NameAndAddress,
    ) -> Result<PremisesId, RegisterRefused> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let organisation = *permit.target();
        let id = PremisesId(self.tokens.id("premises", actor.0, once));
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let tx = self.begin(Some(actor)).await?;
        let details = Details {
            name: place.name,
            address: place.address,
            uprn: place.uprn,
            facts: nothing_said(),
            head_count: None,
            outcome: Outcome::Unclear,
            site: Site::default(),
            control: Control::default(),
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
        room(&tx, organisation).await?;
        tx.commit(Event::PremisesRegistered(id)).await?;
        Ok(id)
    }

    /// Registers premises by name and address, with what a scope check said about them. Sent twice,
    /// it makes one.
    ///
    /// # Errors
    /// [`RegisterRefused`].
    pub async fn register_checked_premises(
        &self,
        permit: &Permit<act::RegisterPremises>,
        once: Uuid,
        said: &Registration,
    ) -> Result<PremisesId, RegisterRefused> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let organisation = *permit.target();
        let id = PremisesId(self.tokens.id("premises", actor.0, once));
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let tx = self.begin(Some(actor)).await?;
        let (row, decision) = new_rows(&tx, &key, id, organisation, said)?;
        match premises::Entity::insert(row).exec_without_returning(tx.db()).await.map_err(StoreError::from) {
            Err(StoreError::Taken) => return Ok(id),
            other => other?,
        };
        room(&tx, organisation).await?;
        scope_decision::insert(&tx, decision).await?;
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
        let said = details.clone();
        let (mut council, mut region) = (before.council.clone(), before.region.clone());
        match change {
            PremisesChange::Place(place) => {
                details.name = place.name;
                details.address = place.address;
                details.uprn = place.uprn;
                (council, region) = (place.council.to_string(), place.region.to_string());
            }
            PremisesChange::Facts(facts) => details.facts = facts,
            PremisesChange::Number(head_count) => details.head_count = head_count,
            PremisesChange::Site(site) => details.site = site,
            PremisesChange::Control(control) => details.control = control,
        }
        let tx = self.begin(permit.actor()).await?;
        let decision = decide(&details.facts, details.head_count.as_ref(), &law::known(), tx.today());
        details.outcome = decision.outcome;
        let seen = i32::try_from(seen).map_err(|_| StoreError::Conflict)?;
        if (&council, &region) != (&before.council, &before.region) {
            event::follow_host(tx.db(), id.0, &council, &region).await?;
        }
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
        earlier::keep(&tx, &key, of(before.organisation_id, id.0), &said).await?;
        let rests_on = (details.facts, details.head_count);
        if rests_on != (said.facts, said.head_count) {
            let (facts, head_count) = rests_on;
            scope_decision::keep(&tx, &key, id.0, &DecisionRecord { facts, head_count, decision }).await?;
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

    pub(crate) async fn open_premises(&self, id: PremisesId) -> Result<Premises, StoreError> {
        let row = self.premises_row(id).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        read(row, &key)
    }

    pub(crate) async fn premises_row(&self, id: PremisesId) -> Result<premises::Model, StoreError> {
        premises::Entity::find_by_id(id.0).one(&self.db).await?.ok_or(StoreError::NotFound)
    }

    pub(crate) async fn premises_facts(&self, id: PremisesId) -> Result<Facts, StoreError> {
        let row = self.premises_row(id).await?;
        Ok(Facts { organisation: Some(OrganisationId(row.organisation_id)), ..Facts::default() })
    }
}

/// Whether the organisation has no more premises than it may, those that this write adds included.
async fn room(tx: &WriteTx, organisation: OrganisationId) -> Result<(), RegisterRefused> {
    let all = premises::Entity::find().filter(premises::Column::OrganisationId.eq(organisation.0));
    let count = all.count(tx.db()).await.map_err(StoreError::from)?;
    if usize::try_from(count).is_ok_and(|count| count <= MOST_PREMISES) {
        Ok(())
    } else {
        Err(RegisterRefused::Full)
    }
}

/// The row of premises that are new and of which all is said, and that of the decision on them.
pub(crate) fn new_rows(
    tx: &WriteTx,
    key: &DataKey,
    id: PremisesId,
    organisation: OrganisationId,
    said: &Registration,
) -> Result<(premises::ActiveModel, scope_decision::Row), StoreError> {
    let decision = said.decide(&law::known(), tx.today());
    let details = Details {
        name: said.place.name.clone(),
        address: said.place.address.clone(),
        uprn: said.place.uprn,
        facts: said.facts.clone(),
        head_count: said.head_count.clone(),
        outcome: decision.outcome,
        site: Site::default(),
        control: Control::default(),
    };
    let row = premises::ActiveModel {
        id: Set(id.0),
        organisation_id: Set(organisation.0),
        council: Set(said.place.council.to_string()),
        region: Set(said.place.region.to_string()),
        tier: Set(decision.provisional.map(|tier| tier.as_str().into())),
        stage: Set(Stage::Registered.as_str().into()),
        details: Set(key.seal_json(lies(&id.0), &details)?),
        registered_at: Set(tx.millis()),
        changed_at: Set(tx.millis()),
        version: Set(1),
    };
    let Details { facts, head_count, .. } = details;
    Ok((row, scope_decision::row(tx, key, id.0, &DecisionRecord { facts, head_count, decision })?))
}

/// Saves premises whose facts were changed, where they are still at the version that was read; whether
/// they were. Scope is decided anew; the decision is kept where what it rests on is other than `before`.
pub(crate) async fn save(
    tx: &WriteTx,
    key: &DataKey,
    before: &Premises,
    premises: Premises,
) -> Result<bool, StoreError> {
    let decision = premises.decide(&law::known(), tx.today());
    let seen = i32::try_from(premises.version).map_err(|_| StoreError::Conflict)?;
    let id = premises.id.0;
    let details = Details::from(premises, decision.outcome);
    let changed = premises::Entity::update_many()
        .set(premises::ActiveModel {
            tier: Set(decision.provisional.map(|tier| tier.as_str().into())),
            details: Set(key.seal_json(lies(&id), &details)?),
            changed_at: Set(tx.millis()),
            version: Set(seen.saturating_add(1)),
            ..Default::default()
        })
        .filter(premises::Column::Id.eq(id))
        .filter(premises::Column::Version.eq(seen))
        .exec(tx.db())
        .await?;
    if changed.rows_affected != 1 {
        return Ok(false);
    }
    let said = Details::from(before.clone(), before.outcome);
    earlier::keep(tx, key, of(before.organisation.0, id), &said).await?;
    let Details { facts, head_count, .. } = details;
    if (&facts, &head_count) == (&before.facts, &before.head_count) {
        return Ok(true);
    }
    scope_decision::keep(tx, key, id, &DecisionRecord { facts, head_count, decision }).await?;
    Ok(true)
}

fn of(organisation: Uuid, premises: Uuid) -> Said {
    Said {
        organisation,
        of: Some(PremisesId(premises).into()),
        kind: earlier::PREMISES,
        subject: premises,
        added_at: None,
    }
}
