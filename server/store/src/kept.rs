//! What premises and events keep a record of, such as drills, training and their plan: each a sealed row of a table of
//! its kind.

mod table;

use domain::{
    audit::Event,
    drill::Drill,
    ids::{DrillId, OrganisationId, PlanItemId, PremisesOrEvent, TrainingId},
    plan::PlanItem,
    policy::{Act, Permit, act},
    training::Training,
};
use sea_orm::ConnectionTrait;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    Notifiable, Owner, Store, StoreError, Subject, calendar,
    entity::{drill, plan_item, training},
    keys::{DataKey, Place},
};

use table::{Row, Table};

/// The most that are looked at for the calendar, the newest first.
const MOST_FOR_CALENDAR: u64 = 1_000;

/// What premises and events can keep a record of.
pub trait Kept: Serialize + DeserializeOwned + Send + Sync {
    /// The id of a record.
    type Id: Copy + Into<Uuid> + From<Uuid> + DeserializeOwned + Subject + Send + 'static;
    /// The action of changing or removing one.
    type Edit: Act<Target = Self::Id>;
    /// Where the records lie.
    type Table: Table;
    /// The most records that are listed, the newest first.
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

impl Kept for Drill {
    type Id = DrillId;
    type Edit = act::EditDrill;
    type Table = drill::Entity;

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
    type Table = training::Entity;

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
    type Table = plan_item::Entity;
    const MOST: u64 = MOST_FOR_CALENDAR;

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

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<K: Kept> {
    /// Its id.
    pub id: K::Id,
    /// Who keeps it.
    pub of: PremisesOrEvent,
    /// What it says.
    pub details: K,
    /// Counts the saves; a save names the version it saw.
    pub version: u32,
}

impl Store {
    /// Adds a record. Sent twice, it makes one; of what there is once only, the one that is there stays as it is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_record<K, A>(
        &self,
        permit: &Permit<A>,
        once: Uuid,
        details: &K,
    ) -> Result<K::Id, StoreError>
    where
        A: Act<Target: Notifiable<Change = A>>,
        K: Kept,
    {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let of: PremisesOrEvent = (*permit.target()).into();
        let organisation = self.row_of(of).await?.organisation();
        let id = match details.same_as() {
            Some(what) => {
                let of = Uuid::from(of);
                self.tokens.id_of(K::Table::NAME, &[of.as_bytes().as_slice(), what.as_bytes()].concat())
            }
            None => self.tokens.id(K::Table::NAME, actor.0, once),
        };
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let tx = self.begin(Some(actor)).await?;
        let row = Row {
            id,
            of,
            organisation,
            details: key.seal_json(lies::<K>(&id), details)?,
            added_at: tx.millis(),
            version: 1,
        };
        match K::Table::add(tx.db(), row).await {
            Err(StoreError::Taken) => return Ok(id.into()),
            other => other?,
        }
        calendar::refresh(&tx, &key, of, organisation).await?;
        tx.commit(K::added(id.into())).await?;
        Ok(id.into())
    }

    /// Changes a record, unless somebody else did since version `seen`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the version is another.
    pub async fn change_record<K: Kept>(
        &self,
        permit: &Permit<K::Edit>,
        seen: u32,
        details: &K,
    ) -> Result<(), StoreError> {
        let id: Uuid = (*permit.target()).into();
        let row = self.record_row::<K>(id).await?;
        let key = self.key(&Owner::Organisation(row.organisation)).await?;
        let tx = self.begin(permit.actor()).await?;
        if !K::Table::replace(tx.db(), id, seen, key.seal_json(lies::<K>(&id), details)?).await? {
            return Err(StoreError::Conflict);
        }
        calendar::refresh(&tx, &key, row.of, row.organisation).await?;
        tx.commit(K::changed(id.into())).await
    }

    /// Removes a record, unless somebody changed it since version `seen`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the version is another.
    pub async fn remove_record<K: Kept>(
        &self,
        permit: &Permit<K::Edit>,
        seen: u32,
    ) -> Result<(), StoreError> {
        let id: Uuid = (*permit.target()).into();
        let row = self.record_row::<K>(id).await?;
        let key = self.key(&Owner::Organisation(row.organisation)).await?;
        let tx = self.begin(permit.actor()).await?;
        if !K::Table::remove(tx.db(), id, seen).await? {
            return Err(StoreError::Conflict);
        }
        calendar::refresh(&tx, &key, row.of, row.organisation).await?;
        tx.commit(K::removed(id.into())).await
    }

    /// A record about to be changed. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn record<K: Kept>(&self, permit: &Permit<K::Edit>) -> Result<Record<K>, StoreError> {
        let row = self.record_row::<K>((*permit.target()).into()).await?;
        let key = self.key(&Owner::Organisation(row.organisation)).await?;
        read(row, &key)
    }

    /// The records of premises or of an event that were added last, at most [`Kept::MOST`], the newest first. One
    /// statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn records<K, A>(&self, permit: &Permit<A>) -> Result<Vec<Record<K>>, StoreError>
    where
        A: Act<Target: Notifiable<See = A>>,
        K: Kept,
    {
        let rows = K::Table::newest(&self.db, (*permit.target()).into(), K::MOST).await?;
        let Some(first) = rows.first() else { return Ok(Vec::new()) };
        let key = self.key(&Owner::Organisation(first.organisation)).await?;
        rows.into_iter().map(|row| read(row, &key)).collect()
    }

    async fn record_row<K: Kept>(&self, id: Uuid) -> Result<Row, StoreError> {
        K::Table::with_id(&self.db, id).await?.ok_or(StoreError::NotFound)
    }

    /// The premises or the event that a record is of. One statement.
    pub(crate) async fn record_of<K: Kept>(&self, id: K::Id) -> Result<PremisesOrEvent, StoreError> {
        Ok(self.record_row::<K>(id.into()).await?.of)
    }

    /// Whose a record is. One statement.
    pub(crate) async fn record_owner<K: Kept>(&self, id: K::Id) -> Result<OrganisationId, StoreError> {
        Ok(self.record_row::<K>(id.into()).await?.organisation)
    }
}

/// All records of premises or of an event, for the calendar. One statement.
pub(crate) async fn all<K: Kept>(
    db: &impl ConnectionTrait,
    key: &DataKey,
    of: PremisesOrEvent,
) -> Result<Vec<Record<K>>, StoreError> {
    let rows = K::Table::newest(db, of, MOST_FOR_CALENDAR).await?;
    rows.into_iter().map(|row| read(row, key)).collect()
}

fn read<K: Kept>(row: Row, key: &DataKey) -> Result<Record<K>, StoreError> {
    Ok(Record {
        id: row.id.into(),
        of: row.of,
        details: key.open_json(lies::<K>(&row.id), &row.details)?,
        version: u32::try_from(row.version).map_err(|_| StoreError::Unreadable("version"))?,
    })
}

fn lies<K: Kept>(id: &Uuid) -> Place<'_> {
    Place { table: K::Table::NAME, column: "details", row: id.as_bytes() }
}
