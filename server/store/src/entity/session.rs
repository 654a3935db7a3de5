//! A signed-in browser.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false, column_type = "Blob")]
    pub id_hash: Vec<u8>,
    pub account_id: Option<Uuid>,
    pub started_at: i64,
    pub seen_at: i64,
    pub idle_ms: i64,
    pub ends_at: i64,
    #[sea_orm(column_type = "Text")]
    pub data: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::AccountId",
        to = "super::account::Column::Id"
    )]
    Account,
}

impl ActiveModelBehavior for ActiveModel {}
