//! A sealed copy of an assessment; written once.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "submission")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub assessment_id: Uuid,
    /// The premises that it is of; of the two one is there.
    pub premises_id: Option<Uuid>,
    /// The event that it is of.
    pub event_id: Option<Uuid>,
    pub organisation_id: Uuid,
    pub number: i32,
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    #[sea_orm(column_type = "Blob")]
    pub snapshot: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub sha256: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub readiness: Vec<u8>,
    pub submitted_by: Uuid,
    pub submitted_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_one = "super::case::Entity")]
    Case,
}

impl Related<super::case::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Case.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
