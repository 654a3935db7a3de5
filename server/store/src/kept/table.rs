//! The tables of kept records: all of one form, each with its own entity.

use domain::ids::{OrganisationId, PremisesOrEvent};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    StoreError,
    entity::{drill, plan_item, training},
    premises_or_event::one_of,
};

/// A row of any of them.
#[derive(Debug)]
pub struct Row {
    pub id: Uuid,
    pub of: PremisesOrEvent,
    pub organisation: OrganisationId,
    pub details: Vec<u8>,
    pub added_at: i64,
    pub version: i32,
}

/// One of the tables. A statement each.
pub trait Table {
    /// The table's name.
    const NAME: &'static str;
    /// Adds a row.
    fn add(db: &impl ConnectionTrait, row: Row) -> impl Future<Output = Result<(), StoreError>> + Send;
    /// Puts other details into a row that is still at version `seen`; whether it was.
    fn replace(
        db: &impl ConnectionTrait,
        id: Uuid,
        seen: u32,
        details: Vec<u8>,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send;
    /// Removes a row that is still at version `seen`; whether it was.
    fn remove(
        db: &impl ConnectionTrait,
        id: Uuid,
        seen: u32,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send;
    /// The row with this id.
    fn with_id(
        db: &impl ConnectionTrait,
        id: Uuid,
    ) -> impl Future<Output = Result<Option<Row>, StoreError>> + Send;
    /// The rows of premises or of an event that were added last.
    fn newest(
        db: &impl ConnectionTrait,
        of: PremisesOrEvent,
        most: u64,
    ) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send;
}

macro_rules! tables {
    ($($entity:ident),*) => {$(
        impl Table for $entity::Entity {
            const NAME: &'static str = stringify!($entity);

            async fn add(db: &impl ConnectionTrait, row: Row) -> Result<(), StoreError> {
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
                seen: u32,
                details: Vec<u8>,
            ) -> Result<bool, StoreError> {
                let Ok(seen) = i32::try_from(seen) else { return Ok(false) };
                let changed = $entity::Entity::update_many()
                    .col_expr($entity::Column::Details, Expr::value(details))
                    .col_expr($entity::Column::Version, Expr::value(seen.saturating_add(1)))
                    .filter($entity::Column::Id.eq(id))
                    .filter($entity::Column::Version.eq(seen))
                    .exec(db)
                    .await?;
                Ok(changed.rows_affected == 1)
            }

            async fn remove(db: &impl ConnectionTrait, id: Uuid, seen: u32) -> Result<bool, StoreError> {
                let Ok(seen) = i32::try_from(seen) else { return Ok(false) };
                let removed = $entity::Entity::delete_many()
                    .filter($entity::Column::Id.eq(id))
                    .filter($entity::Column::Version.eq(seen))
                    .exec(db)
                    .await?;
                Ok(removed.rows_affected == 1)
            }

            async fn with_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Row>, StoreError> {
                $entity::Entity::find_by_id(id).one(db).await?.map(Row::try_from).transpose()
            }

            async fn newest(
                db: &impl ConnectionTrait,
                of: PremisesOrEvent,
                most: u64,
            ) -> Result<Vec<Row>, StoreError> {
                let own = match of {
                    PremisesOrEvent::Premises(id) => $entity::Column::PremisesId.eq(id.0),
                    PremisesOrEvent::Event(id) => $entity::Column::EventId.eq(id.0),
                };
                let rows = $entity::Entity::find()
                    .filter(own)
                    .order_by_desc($entity::Column::AddedAt)
                    .order_by_desc($entity::Column::Id)
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

tables!(drill, plan_item, training);
