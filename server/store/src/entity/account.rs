//! A person's account.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Blob")]
    pub email_token: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub email: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub name: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub password: Vec<u8>,
    pub suspended: bool,
    pub opened_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_many = "super::role_grant::Entity")]
    RoleGrant,
}

impl ActiveModelBehavior for ActiveModel {}
