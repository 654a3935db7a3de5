//! How the operator's authority to speak for premises or an event was confirmed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authority_check")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    /// The premises or the event.
    pub subject_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub region: String,
    #[sea_orm(column_type = "Blob")]
    pub details: Vec<u8>,
    pub account_id: Uuid,
    pub confirmed_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
