//! What something said before it was changed or removed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "earlier_fact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: Uuid,
    /// The premises that it was said of.
    pub premises_id: Option<Uuid>,
    /// The event that it was said of.
    pub event_id: Option<Uuid>,
    pub kind: String,
    /// What said it.
    pub subject_id: Uuid,
    /// Of something on a list: when it was added.
    pub added_at: Option<i64>,
    pub replaced_at: i64,
    #[sea_orm(column_type = "Blob")]
    pub details: Vec<u8>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
