//! The tables of kept records: all of one form, each with its own entity.

use domain::{
    drill::Drill,
    ids::{OrganisationId, PremisesOrEvent},
    licence::Licence,
    party::Party,
    plan::PlanItem,
    training::Training,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    StoreError,
    entity::{drill, licence, party, plan_item, training},
    premises_or_event::one_of,
};

/// A row of any of them.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: Uuid,
    pub of: PremisesOrEvent,
    pub organisation: OrganisationId,
    pub details: Vec<u8>,
    pub added_at: i64,
    pub version: i32,
}

/// Whose records.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// Those of premises or of an event.
    One(PremisesOrEvent),
    /// Those of all that an organisation has.
    All(OrganisationId),
}

/// Where the records of a kind lie. A statement each.
pub trait Table {
    /// The table.
    const NAME: &'static str;
    /// The table that the records are sealed for.
    const SEALED_FOR: &'static str = Self::NAME;
    /// Adds a row.
    fn insert(db: &impl ConnectionTrait, row: Row) -> impl Future<Output = Result<(), StoreError>> + Send;
    /// Puts other details into a row that is still at version `seen`; whether it was.
    fn replace(
        db: &impl ConnectionTrait,
        id: Uuid,
        seen: i32,
        details: Vec<u8>,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send;
    /// Deletes a row that is still at version `seen`; whether it was.
    fn delete(
        db: &impl ConnectionTrait,
        id: Uuid,
        seen: i32,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send;
    /// The row with this id.
    fn with_id(
        db: &impl ConnectionTrait,
        id: Uuid,
    ) -> impl Future<Output = Result<Option<Row>, StoreError>> + Send;
    /// The first rows, in the order in which the kind is listed.
    fn first(
        db: &impl ConnectionTrait,
        of: Of,
        most: u64,
    ) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send;
}

macro_rules! tables {
    ($($kind:ty: $entity:ident, $order:expr $(, sealed for $table:literal)?;)*) => {$(
        impl Table for $kind {
            const NAME: &'static str = stringify!($entity);
            $(const SEALED_FOR: &'static str = $table;)?

            async fn insert(db: &impl ConnectionTrait, row: Row) -> Result<(), StoreError> {
                let row = $entity::ActiveModel {
                    id: Set(row.id),
                    premises_id: Set(row.of.premises().map(|id| id.0)),
                    event_id: Set(row.of.event().map(|id| id.0)),
                    organisation_id: Set(row.organisation.0),
                    details: Set(row.details),
                    added_at: Set(row.added_at),
                    version: Set(row.version),
                };
                $entity::Entity::insert(row).exec_without_returning(db).await?;
                Ok(())
            }

            async fn replace(
                db: &impl ConnectionTrait,
                id: Uuid,
                seen: i32,
                details: Vec<u8>,
            ) -> Result<bool, StoreError> {
                let changed = $entity::Entity::update_many()
                    .col_expr($entity::Column::Details, Expr::value(details))
                    .col_expr($entity::Column::Version, Expr::value(seen.saturating_add(1)))
                    .filter($entity::Column::Id.eq(id))
                    .filter($entity::Column::Version.eq(seen))
                    .exec(db)
                    .await?;
                Ok(changed.rows_affected == 1)
            }

            async fn delete(db: &impl ConnectionTrait, id: Uuid, seen: i32) -> Result<bool, StoreError> {
                let deleted = $entity::Entity::delete_many()
                    .filter($entity::Column::Id.eq(id))
                    .filter($entity::Column::Version.eq(seen))
                    .exec(db)
                    .await?;
                Ok(deleted.rows_affected == 1)
            }

            async fn with_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Row>, StoreError> {
                $entity::Entity::find_by_id(id).one(db).await?.map(Row::try_from).transpose()
            }

            async fn first(
                db: &impl ConnectionTrait,
                of: Of,
                most: u64,
            ) -> Result<Vec<Row>, StoreError> {
                let own = match of {
                    Of::One(PremisesOrEvent::Premises(id)) => $entity::Column::PremisesId.eq(id.0),
                    Of::One(PremisesOrEvent::Event(id)) => $entity::Column::EventId.eq(id.0),
                    Of::All(id) => $entity::Column::OrganisationId.eq(id.0),
                };
                let rows = $entity::Entity::find()
                    .filter(own)
                    .order_by($entity::Column::AddedAt, $order)
                    .order_by($entity::Column::Id, $order)
                    .limit(most)
                    .all(db)
                    .await?;
                rows.into_iter().map(Row::try_from).collect()
            }
        }

        impl TryFrom<$entity::Model> for Row {
            type Error = StoreError;

            fn try_from(row: $entity::Model) -> Result<Self, StoreError> {
                Ok(Self {
                    id: row.id,
                    of: one_of(row.premises_id, row.event_id)?,
                    organisation: OrganisationId(row.organisation_id),
                    details: row.details,
                    added_at: row.added_at,
                    version: row.version,
                })
            }
        }
    )*};
}

tables! {
    Drill: drill, Order::Desc;
    Training: training, Order::Desc;
    PlanItem: plan_item, Order::Desc;
    // The table that the first of them lay in is a part of what they are bound to.
    Party: party, Order::Asc, sealed for "premises_entry";
    Licence: licence, Order::Asc, sealed for "premises_entry";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With another name, nothing that is stored would open.
    #[test]
    fn records_stay_sealed_for_what_they_were_sealed_for() {
        assert_eq!(
            [Drill::SEALED_FOR, Training::SEALED_FOR, PlanItem::SEALED_FOR],
            ["drill", "training", "plan_item"]
        );
        assert_eq!([Party::SEALED_FOR, Licence::SEALED_FOR], ["premises_entry"; 2]);
    }
}
