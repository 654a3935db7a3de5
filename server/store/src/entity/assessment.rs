//! An editable set of answers.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The premises that it is of; of the two one is there.
    pub premises_id: Option<Uuid>,
    /// The event that it is of.
    pub event_id: Option<Uuid>,
    pub open_for: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub question_set: String,
    #[sea_orm(column_type = "Text")]
    pub edition: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub opened_at: i64,
    pub changed_at: i64,
    pub version: i32,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::premises::Entity",
        from = "Column::PremisesId",
        to = "super::premises::Column::Id"
    )]
    Premises,
    #[sea_orm(belongs_to = "super::event::Entity", from = "Column::EventId", to = "super::event::Column::Id")]
    Event,
    #[sea_orm(has_many = "super::answer::Entity")]
    Answer,
    #[sea_orm(
        belongs_to = "super::calendar::Entity",
        from = "Column::OpenFor",
        to = "super::calendar::Column::SubjectId"
    )]
    Calendar,
}

impl Related<super::premises::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Premises.def()
    }
}

impl Related<super::event::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Event.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
