//! A file of premises, from the check to the import: sealed while it waits, gone when it is imported,
//! thrown away or a day old.

use chrono::{NaiveDate, TimeDelta};
use domain::{
    audit::Event,
    estate::import::{Encoding, Registration},
    ids::{ImportId, OrganisationId, PremisesId},
    policy::{Facts, Permit, act},
    premises::Premises,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::EstateFilter;
use crate::{
    Owner, Store, StoreError,
    entity::{
        premises,
        premises_import::{ActiveModel, Column, Entity, Model},
        scope_decision,
    },
    keys::Place,
    premises::new_rows,
};

/// How long a file waits, and how long its result can be read.
const LASTS: TimeDelta = TimeDelta::days(1);

/// Premises that are inserted with one statement: some ten values each, and a statement takes 32,766.
const BATCH: usize = 500;

const CHECKED: &str = "checked";
const IMPORTED: &str = "imported";

/// A file that was checked.
#[derive(Clone, Serialize, Deserialize)]
pub struct HeldFile {
    /// Its text.
    pub text: String,
    /// Whether its letters were guessed to be those of Windows-1252.
    pub guessed: bool,
    /// The day of the check: the file means the same until it ends.
    pub on: NaiveDate,
}

impl HeldFile {
    /// A file that was read on a day.
    pub fn new(file: domain::estate::import::Decoded, on: NaiveDate) -> Self {
        Self { text: file.text, guessed: file.encoding == Encoding::Windows, on }
    }
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportDone {
    /// Premises that were registered.
    pub imported: u32,
    /// Rows with something wrong, which were left.
    pub bad: Vec<u32>,
    /// Rows that are likely to repeat what is there, which were left out.
    pub left_out: Vec<u32>,
}

/// A file in one of its states.
pub enum Import {
    /// It waits.
    Checked(HeldFile),
    /// It was imported.
    Done(ImportDone),
}

impl Store {
    /// Keeps a checked file until somebody says what becomes of it. Sent twice, it is kept once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn hold_import(
        &self,
        permit: &Permit<act::ImportPremises>,
        once: Uuid,
        file: &HeldFile,
    ) -> Result<ImportId, StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let organisation = *permit.target();
        let id = ImportId(self.tokens.id("premises-import", actor.0, once));
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let tx = self.begin(Some(actor)).await?;
        let row = ActiveModel {
            id: Set(id.0),
            organisation_id: Set(organisation.0),
            account_id: Set(actor.0),
            state: Set(CHECKED.into()),
            details: Set(key.seal_json(lies(&id.0), file)?),
            checked_at: Set(tx.millis()),
            ends_at: Set((tx.now() + LASTS).timestamp_millis()),
        };
        match Entity::insert(row).exec_without_returning(tx.db()).await.map_err(StoreError::from) {
            Err(StoreError::Taken) => return Ok(id),
            other => other?,
        };
        tx.commit(Event::ImportChecked(id)).await?;
        Ok(id)
    }

    /// A file, and the organisation's premises to compare it with. Two statements.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it was thrown away, or has ended.
    pub async fn import(
        &self,
        permit: &Permit<act::ConfirmImport>,
    ) -> Result<(Import, Vec<Premises>), StoreError> {
        let row = self.import_row(*permit.target()).await?;
        let organisation = OrganisationId(row.organisation_id);
        let key = self.key(&Owner::Organisation(organisation)).await?;
        if row.state == IMPORTED {
            return Ok((Import::Done(key.open_json(lies(&row.id), &row.details)?), Vec::new()));
        }
        let file = key.open_json(lies(&row.id), &row.details)?;
        let registered = self.matching(organisation, &EstateFilter::default()).await?;
        Ok((Import::Checked(file), registered.into_iter().map(|(premises, _)| premises).collect()))
    }

    /// Registers the premises of a file, all of them or none, and forgets the file. Done twice, it
    /// registers them once.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the file was thrown away, or has ended.
    pub async fn import_premises(
        &self,
        permit: &Permit<act::ConfirmImport>,
        premises: &[Registration],
        done: &ImportDone,
    ) -> Result<(), StoreError> {
        let id = *permit.target();
        let row = self.import_row(id).await?;
        let organisation = OrganisationId(row.organisation_id);
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let mut tx = self.begin(permit.actor()).await?;
        let taken = Entity::update_many()
            .set(ActiveModel {
                state: Set(IMPORTED.into()),
                details: Set(key.seal_json(lies(&id.0), done)?),
                ends_at: Set((tx.now() + LASTS).timestamp_millis()),
                ..Default::default()
            })
            .filter(Column::Id.eq(id.0))
            .filter(Column::State.eq(CHECKED))
            .exec(tx.db())
            .await?;
        if taken.rows_affected != 1 {
            return Ok(());
        }
        // All are registered at one moment, and lists then go by id, the largest first: so the file's
        // order is kept.
        let mut ids: Vec<Uuid> = premises.iter().map(|_| Uuid::new_v4()).collect();
        ids.sort_unstable_by(|one, other| other.cmp(one));
        let with_ids: Vec<_> = premises.iter().zip(ids).collect();
        for batch in with_ids.chunks(BATCH) {
            let (mut rows, mut decisions) =
                (Vec::with_capacity(batch.len()), Vec::with_capacity(batch.len()));
            for (one, id) in batch {
                let premises = PremisesId(*id);
                let (row, decision) = new_rows(&tx, &key, premises, organisation, one)?;
                rows.push(row);
                decisions.push(decision);
                tx.also(Event::PremisesRegistered(premises));
            }
            premises::Entity::insert_many(rows).exec_without_returning(tx.db()).await?;
            scope_decision::Entity::insert_many(decisions).exec_without_returning(tx.db()).await?;
        }
        tx.commit(Event::PremisesImported(id)).await
    }

    /// Throws a file away.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when it was imported meanwhile.
    pub async fn discard_import(&self, permit: &Permit<act::ConfirmImport>) -> Result<(), StoreError> {
        let id = *permit.target();
        let tx = self.begin(permit.actor()).await?;
        let gone = Entity::delete_many()
            .filter(Column::Id.eq(id.0))
            .filter(Column::State.eq(CHECKED))
            .exec(tx.db())
            .await?;
        if gone.rows_affected != 1 {
            return Err(StoreError::Closed);
        }
        tx.commit(Event::ImportDiscarded(id)).await
    }

    /// Deletes files that ended. One statement.
    ///
    /// # Errors
    /// What the database says.
    pub async fn sweep_imports(&self) -> Result<u64, StoreError> {
        let now = self.clock.now().timestamp_millis();
        Ok(Entity::delete_many().filter(Column::EndsAt.lte(now)).exec(&self.db).await?.rows_affected)
    }

    pub(crate) async fn import_facts(&self, id: ImportId) -> Result<Facts, StoreError> {
        let organisation = OrganisationId(self.import_row(id).await?.organisation_id);
        Ok(Facts { organisation: Some(organisation), ..Facts::default() })
    }

    /// The row of a file that has not ended.
    async fn import_row(&self, id: ImportId) -> Result<Model, StoreError> {
        let now = self.clock.now().timestamp_millis();
        let found = Entity::find_by_id(id.0).filter(Column::EndsAt.gt(now)).one(&self.db).await?;
        found.ok_or(StoreError::NotFound)
    }
}

fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "premises_import", column: "details", row: id.as_bytes() }
}
