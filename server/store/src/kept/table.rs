//! The tables of kept records: all of one form, each with its own entity.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    StoreError,
    entity::{drill, plan_item, training},
};

/// A row of any of them.
#[derive(Debug)]
pub struct Row {
    pub id: Uuid,
    pub premises: Uuid,
    pub organisation: Uuid,
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
    /// The rows of premises that were added last.
    fn newest(
        db: &impl ConnectionTrait,
        premises: Uuid,
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
                    premises_id: Set(row.premises),
                    organisation_id: Set(row.organisation),
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
                Ok($entity::Entity::find_by_id(id).one(db).await?.map(Row::from))
            }

            async fn newest(
                db: &impl ConnectionTrait,
                premises: Uuid,
                most: u64,
            ) -> Result<Vec<Row>, StoreError> {
                let rows = $entity::Entity::find()
                    .filter($entity::Column::PremisesId.eq(premises))
                    .order_by_desc($entity::Column::AddedAt)
                    .order_by_desc($entity::Column::Id)
                    .limit(most)
                    .all(db)
                    .await?;
                Ok(rows.into_iter().map(Row::from).collect())
            }
        }

        impl From<$entity::Model> for Row {
            fn from(row: $entity::Model) -> Self {
                Self {
                    id: row.id,
                    premises: row.premises_id,
                    organisation: row.organisation_id,
                    details: row.details,
                    added_at: row.added_at,
                    version: row.version,
                }
            }
        }
    )*};
}

tables!(drill, plan_item, training);
