//! The dated history of decisions on scope, each with the facts that it rested on.

use domain::{
    ids::OrganisationId,
    policy::{Permit, act},
    scope::DecisionRecord,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{
    Owner, Store, StoreError, Timestamp,
    clock::at,
    entity::scope_decision,
    keys::{DataKey, Place},
    tx::WriteTx,
};

/// The most decisions that are read back, newest first.
pub const MOST_DECISIONS: usize = 100;

/// A decision, and when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionMade {
    /// The moment.
    pub at: Timestamp,
    /// What was decided, and on what.
    pub record: DecisionRecord,
}

impl Store {
    /// The newest decisions on premises, newest first, at most 100. Two statements.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn decisions_on(
        &self,
        permit: &Permit<act::ViewPremises>,
    ) -> Result<Vec<DecisionMade>, StoreError> {
        let premises = self.premises_row(*permit.target()).await?;
        let rows = scope_decision::Entity::find()
            .filter(scope_decision::Column::PremisesId.eq(premises.id))
            .order_by_desc(scope_decision::Column::DecidedAt)
            .order_by_desc(scope_decision::Column::Id)
            .limit(u64::try_from(MOST_DECISIONS).unwrap_or(u64::MAX))
            .all(&self.db)
            .await?;
        let key = self.key(&Owner::Organisation(OrganisationId(premises.organisation_id))).await?;
        rows.into_iter()
            .map(|row| {
                let record = key.open_json(lies(&row.id), &row.record)?;
                Ok(DecisionMade { at: at(row.decided_at), record })
            })
            .collect()
    }
}

/// The row of a decision.
pub(crate) type Row = scope_decision::ActiveModel;

/// The row of a decision that a write brings about.
pub(crate) fn row(
    tx: &WriteTx,
    key: &DataKey,
    premises: Uuid,
    record: &DecisionRecord,
) -> Result<Row, StoreError> {
    let id = Uuid::now_v7();
    Ok(scope_decision::ActiveModel {
        id: Set(id),
        premises_id: Set(premises),
        account_id: Set(tx.actor().ok_or(StoreError::NotFound)?.0),
        decided_at: Set(tx.millis()),
        record: Set(key.seal_json(lies(&id), record)?),
    })
}

/// Keeps a decision with the write that brought it about. One statement.
pub(crate) async fn keep(
    tx: &WriteTx,
    key: &DataKey,
    premises: Uuid,
    record: &DecisionRecord,
) -> Result<(), StoreError> {
    insert(tx, row(tx, key, premises, record)?).await
}

/// Keeps a decision whose row is made. One statement.
pub(crate) async fn insert(tx: &WriteTx, row: Row) -> Result<(), StoreError> {
    scope_decision::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "scope_decision", column: "record", row: id.as_bytes() }
}
