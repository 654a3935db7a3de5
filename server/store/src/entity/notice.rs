//! A notice that was given to the regulator, of premises or of an event.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub premises_id: Option<Uuid>,
    pub event_id: Option<Uuid>,
    #[sea_orm(column_type = "Blob")]
    pub details: Vec<u8>,
    pub recorded_by: Uuid,
    pub recorded_at: i64,
    pub taken_back_by: Option<Uuid>,
    pub taken_back_at: Option<i64>,
    #[sea_orm(column_type = "Blob", nullable)]
    pub taken_back_why: Option<Vec<u8>>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
