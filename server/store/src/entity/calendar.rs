//! The days that what premises or an event keep leads to.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    /// The premises or the event.
    pub subject_id: Uuid,
    pub organisation_id: Uuid,
    #[sea_orm(column_type = "Blob")]
    pub dates: Vec<u8>,
    pub changed_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
