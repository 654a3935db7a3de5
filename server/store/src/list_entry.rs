//! The lists that premises and events have: parties and licences, each entry a sealed row.

use domain::{
    audit::Event,
    ids::{LicenceId, OrganisationId, PartyId, PremisesOrEvent},
    licence::Licence,
    party::Party,
    policy::{Act, Permit, act},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    Notifiable, Owner, Store, StoreError, Subject,
    earlier::{self, Said},
    entity::list_entry,
    keys::{DataKey, Place},
    premises_or_event::one_of,
};

/// The most entries of one kind that are listed.
pub const MOST_ENTRIES: usize = 100;

/// What can stand on a list.
pub trait OnList: Serialize + DeserializeOwned + Send + Sync {
    /// The id of an entry.
    type Id: Copy + Into<Uuid> + From<Uuid> + DeserializeOwned + Subject + Send + 'static;
    /// The action of changing one.
    type Edit: Act<Target = Self::Id>;
    /// Its slug in the database.
    const KIND: &'static str;
    /// What the audit record says when one is added.
    fn added(id: Self::Id) -> Event;
    /// When one is changed.
    fn changed(id: Self::Id) -> Event;
    /// When one is removed.
    fn removed(id: Self::Id) -> Event;
}

impl OnList for Party {
    type Id = PartyId;
    type Edit = act::EditParty;
    const KIND: &'static str = "party";

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

impl OnList for Licence {
    type Id = LicenceId;
    type Edit = act::EditLicence;
    const KIND: &'static str = "licence";

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

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<L: OnList> {
    /// Its id.
    pub id: L::Id,
    /// Whose list it is on.
    pub of: PremisesOrEvent,
    /// What it says.
    pub details: L,
    /// Counts the saves; a save names the version it saw.
    pub version: u32,
}

impl Store {
    /// Adds an entry to a list. Sent twice, it makes one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_entry<L, A>(
        &self,
        permit: &Permit<A>,
        once: Uuid,
        details: &L,
    ) -> Result<L::Id, StoreError>
    where
        A: Act<Target: Notifiable<Change = A>>,
        L: OnList,
    {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let id = self.tokens.id(L::KIND, actor.0, once);
        let of: PremisesOrEvent = (*permit.target()).into();
        let organisation = self.organisation_with(of).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(organisation))).await?;
        let tx = self.begin(Some(actor)).await?;
        let row = list_entry::ActiveModel {
            id: Set(id),
            premises_id: Set(of.premises().map(|id| id.0)),
            event_id: Set(of.event().map(|id| id.0)),
            organisation_id: Set(organisation),
            kind: Set(L::KIND.into()),
            details: Set(key.seal_json(lies(&id), details)?),
            added_at: Set(tx.millis()),
            version: Set(1),
        };
        match list_entry::Entity::insert(row).exec_without_returning(tx.db()).await.map_err(StoreError::from)
        {
            Err(StoreError::Taken) => return Ok(id.into()),
            other => other?,
        };
        tx.commit(L::added(id.into())).await?;
        Ok(id.into())
    }

    /// Changes an entry, unless somebody else did since version `seen`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the version is another.
    pub async fn change_entry<L: OnList>(
        &self,
        permit: &Permit<L::Edit>,
        seen: u32,
        details: &L,
    ) -> Result<(), StoreError> {
        let id: Uuid = (*permit.target()).into();
        let row = self.entry_row::<L>(id).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        let seen = i32::try_from(seen).map_err(|_| StoreError::Conflict)?;
        let tx = self.begin(permit.actor()).await?;
        let changed = list_entry::Entity::update_many()
            .col_expr(list_entry::Column::Details, Expr::value(key.seal_json(lies(&id), details)?))
            .col_expr(list_entry::Column::Version, Expr::value(seen.saturating_add(1)))
            .filter(list_entry::Column::Id.eq(id))
            .filter(list_entry::Column::Version.eq(seen))
            .exec(tx.db())
            .await?;
        // What was read above is of version `seen`, or nothing is written.
        if changed.rows_affected != 1 || row.version != seen {
            return Err(StoreError::Conflict);
        }
        earlier::keep(&tx, &key, said::<L>(&row)?, &details_of::<L>(&row, &key)?).await?;
        tx.commit(L::changed(id.into())).await
    }

    /// Removes an entry, unless somebody changed it since version `seen`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the version is another.
    pub async fn remove_entry<L: OnList>(
        &self,
        permit: &Permit<L::Edit>,
        seen: u32,
    ) -> Result<(), StoreError> {
        let id: Uuid = (*permit.target()).into();
        let row = self.entry_row::<L>(id).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        let seen = i32::try_from(seen).map_err(|_| StoreError::Conflict)?;
        let tx = self.begin(permit.actor()).await?;
        let removed = list_entry::Entity::delete_many()
            .filter(list_entry::Column::Id.eq(id))
            .filter(list_entry::Column::Version.eq(seen))
            .exec(tx.db())
            .await?;
        if removed.rows_affected != 1 || row.version != seen {
            return Err(StoreError::Conflict);
        }
        earlier::keep(&tx, &key, said::<L>(&row)?, &details_of::<L>(&row, &key)?).await?;
        tx.commit(L::removed(id.into())).await
    }

    /// An entry about to be changed. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn entry<L: OnList>(&self, permit: &Permit<L::Edit>) -> Result<Entry<L>, StoreError> {
        let row = self.entry_row::<L>((*permit.target()).into()).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        read(row, &key)
    }

    /// A list in the order in which its entries were added, at most 100 of them. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn entries<L, A>(&self, permit: &Permit<A>) -> Result<Vec<Entry<L>>, StoreError>
    where
        A: Act<Target: Notifiable<See = A>>,
        L: OnList,
    {
        let of: PremisesOrEvent = (*permit.target()).into();
        let rows = list_entry::Entity::find()
            .filter(on_list_of(of))
            .filter(list_entry::Column::Kind.eq(L::KIND))
            .order_by_asc(list_entry::Column::AddedAt)
            .order_by_asc(list_entry::Column::Id)
            .limit(u64::try_from(MOST_ENTRIES).unwrap_or(u64::MAX))
            .all(&self.db)
            .await?;
        let Some(first) = rows.first() else { return Ok(Vec::new()) };
        let key = self.key(&Owner::Organisation(OrganisationId(first.organisation_id))).await?;
        rows.into_iter().map(|row| read(row, &key)).collect()
    }

    /// Everything on the lists of premises or of an event, in the order in which it was added. One
    /// statement.
    pub(crate) async fn entry_rows(&self, of: PremisesOrEvent) -> Result<Vec<list_entry::Model>, StoreError> {
        Ok(list_entry::Entity::find()
            .filter(on_list_of(of))
            .order_by_asc(list_entry::Column::AddedAt)
            .order_by_asc(list_entry::Column::Id)
            .all(&self.db)
            .await?)
    }

    async fn entry_row<L: OnList>(&self, id: Uuid) -> Result<list_entry::Model, StoreError> {
        list_entry::Entity::find_by_id(id)
            .filter(list_entry::Column::Kind.eq(L::KIND))
            .one(&self.db)
            .await?
            .ok_or(StoreError::NotFound)
    }

    /// Whose list an entry is on. One statement.
    pub(crate) async fn entry_of<L: OnList>(&self, id: L::Id) -> Result<PremisesOrEvent, StoreError> {
        let row = self.entry_row::<L>(id.into()).await?;
        one_of(row.premises_id, row.event_id)
    }

    /// Whose an entry is. One statement.
    pub(crate) async fn entry_owner<L: OnList>(&self, id: L::Id) -> Result<OrganisationId, StoreError> {
        Ok(OrganisationId(self.entry_row::<L>(id.into()).await?.organisation_id))
    }
}

fn read<L: OnList>(row: list_entry::Model, key: &DataKey) -> Result<Entry<L>, StoreError> {
    Ok(Entry {
        id: row.id.into(),
        of: one_of(row.premises_id, row.event_id)?,
        details: details_of(&row, key)?,
        version: u32::try_from(row.version).map_err(|_| StoreError::Unreadable("version"))?,
    })
}

/// The entries of one list or another of this.
fn on_list_of(of: PremisesOrEvent) -> Expr {
    match of {
        PremisesOrEvent::Premises(id) => list_entry::Column::PremisesId.eq(id.0),
        PremisesOrEvent::Event(id) => list_entry::Column::EventId.eq(id.0),
    }
}

/// What an entry says.
pub(crate) fn details_of<L: OnList>(row: &list_entry::Model, key: &DataKey) -> Result<L, StoreError> {
    key.open_json(lies(&row.id), &row.details)
}

fn said<L: OnList>(row: &list_entry::Model) -> Result<Said, StoreError> {
    Ok(Said {
        organisation: row.organisation_id,
        of: Some(one_of(row.premises_id, row.event_id)?),
        kind: L::KIND,
        subject: row.id,
        added_at: Some(row.added_at),
    })
}

/// The table is the one that the first entries were sealed for: it is a part of what they are bound to.
fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "premises_entry", column: "details", row: id.as_bytes() }
}
