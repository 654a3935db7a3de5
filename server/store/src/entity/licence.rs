//! A licence, certificate or notice of premises or of an event.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "licence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The premises that keep it; of the two one is there.
    pub premises_id: Option<Uuid>,
    /// The event that keeps it.
    pub event_id: Option<Uuid>,
    pub organisation_id: Uuid,
    #[sea_orm(column_type = "Blob")]
    pub details: Vec<u8>,
    pub added_at: i64,
    pub version: i32,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
