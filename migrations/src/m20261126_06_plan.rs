//! What premises have in their plan.

use sea_orm_migration::prelude::*;

use crate::table::kept_by_premises;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        kept_by_premises("plan_item").create(manager).await
    }
}
