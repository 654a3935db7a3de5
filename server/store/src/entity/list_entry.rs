//! Something on a list that premises or an event have: a party or a licence.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "list_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The premises whose list it is on; of the two one is there.
    pub premises_id: Option<Uuid>,
    /// The event whose list it is on.
    pub event_id: Option<Uuid>,
    pub organisation_id: Uuid,
    pub kind: String,
    #[sea_orm(column_type = "Blob")]
    pub details: Vec<u8>,
    pub added_at: i64,
    pub version: i32,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
