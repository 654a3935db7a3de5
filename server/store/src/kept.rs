//! What premises and events keep a record of, such as drills, their plan and their licences: each a sealed row of a
//! table of its kind.

mod kind;
mod table;

use domain::{
    ids::{OrganisationId, PremisesOrEvent},
    policy::{Act, Permit},
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{
    Notifiable, Owner, Store, StoreError, calendar,
    earlier::{self, Said},
    keys::{DataKey, Place},
    tx::WriteTx,
};

pub use kind::{Bears, Kept};
pub(crate) use table::{Of, Row, Table};

/// The most that are looked at for the calendar.
const MOST_LOOKED_AT: u64 = 1_000;

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
                self.tokens.id_of(K::NAME, &[of.as_bytes().as_slice(), what.as_bytes()].concat())
            }
            None => self.tokens.id(K::NAME, actor.0, once),
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
        match K::insert(tx.db(), row).await {
            Err(StoreError::Taken) => return Ok(id.into()),
            other => other?,
        }
        if K::BEARS == Bears::OnCalendar {
            calendar::refresh(&tx, &key, of, organisation).await?;
        }
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
        let row = self.record_row_at::<K>((*permit.target()).into(), seen).await?;
        let key = self.key(&Owner::Organisation(row.organisation)).await?;
        let tx = self.begin(permit.actor()).await?;
        let sealed = key.seal_json(lies::<K>(&row.id), details)?;
        if !K::replace(tx.db(), row.id, row.version, sealed).await? {
            return Err(StoreError::Conflict);
        }
        follow::<K>(&tx, &key, &row).await?;
        tx.commit(K::changed(row.id.into())).await
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
        let row = self.record_row_at::<K>((*permit.target()).into(), seen).await?;
        let key = self.key(&Owner::Organisation(row.organisation)).await?;
        let tx = self.begin(permit.actor()).await?;
        if !K::delete(tx.db(), row.id, row.version).await? {
            return Err(StoreError::Conflict);
        }
        follow::<K>(&tx, &key, &row).await?;
        tx.commit(K::removed(row.id.into())).await
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

    /// The first records of premises or of an event, at most [`Kept::MOST`]: the newest of what bears on the calendar,
    /// the oldest of what bears on the notification. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn records<K, A>(&self, permit: &Permit<A>) -> Result<Vec<Record<K>>, StoreError>
    where
        A: Act<Target: Notifiable<See = A>>,
        K: Kept,
    {
        let rows = K::first(&self.db, Of::One((*permit.target()).into()), K::MOST).await?;
        let Some(first) = rows.first() else { return Ok(Vec::new()) };
        let key = self.key(&Owner::Organisation(first.organisation)).await?;
        rows.into_iter().map(|row| read(row, &key)).collect()
    }

    async fn record_row<K: Kept>(&self, id: Uuid) -> Result<Row, StoreError> {
        K::with_id(&self.db, id).await?.ok_or(StoreError::NotFound)
    }

    /// The row, where nobody has changed it since version `seen`.
    async fn record_row_at<K: Kept>(&self, id: Uuid, seen: u32) -> Result<Row, StoreError> {
        let row = self.record_row::<K>(id).await?;
        if u32::try_from(row.version) == Ok(seen) { Ok(row) } else { Err(StoreError::Conflict) }
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

/// What has to follow when a record is other than its row says, or gone. One statement, or those of the calendar.
async fn follow<K: Kept>(tx: &WriteTx, key: &DataKey, before: &Row) -> Result<(), StoreError> {
    match K::BEARS {
        Bears::OnCalendar => calendar::refresh(tx, key, before.of, before.organisation).await,
        Bears::OnNotification => {
            let said = Said {
                organisation: before.organisation.0,
                of: Some(before.of),
                kind: K::NAME,
                subject: before.id,
                added_at: Some(before.added_at),
            };
            earlier::keep(tx, key, said, &details::<K>(before, key)?).await
        }
    }
}

/// The records of premises or of an event, for the calendar. One statement.
pub(crate) async fn all<K: Kept>(
    db: &impl ConnectionTrait,
    key: &DataKey,
    of: PremisesOrEvent,
) -> Result<Vec<Record<K>>, StoreError> {
    let rows = K::first(db, Of::One(of), MOST_LOOKED_AT).await?;
    rows.into_iter().map(|row| read(row, key)).collect()
}

fn read<K: Kept>(row: Row, key: &DataKey) -> Result<Record<K>, StoreError> {
    Ok(Record {
        id: row.id.into(),
        of: row.of,
        details: details(&row, key)?,
        version: u32::try_from(row.version).map_err(|_| StoreError::Unreadable("version"))?,
    })
}

/// What a record says.
pub(crate) fn details<K: Kept>(row: &Row, key: &DataKey) -> Result<K, StoreError> {
    key.open_json(lies::<K>(&row.id), &row.details)
}

fn lies<K: Kept>(id: &Uuid) -> Place<'_> {
    Place { table: K::SEALED_FOR, column: "details", row: id.as_bytes() }
}
