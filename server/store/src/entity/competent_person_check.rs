//! How a CTSA marked a Competent Person record.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "competent_person_check")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub competent_person_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub region: String,
    #[sea_orm(column_type = "Blob")]
    pub details: Vec<u8>,
    pub account_id: Uuid,
    pub made_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
