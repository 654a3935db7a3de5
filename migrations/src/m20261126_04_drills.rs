//! Drills that were held at premises, and the days that what premises keep leads to.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{NewTable, kept_by_premises};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        kept_by_premises("drill").create(manager).await?;

        NewTable::new(
            "calendar",
            &["premises_id"],
            vec![uuid("premises_id"), uuid("organisation_id"), blob("dates"), big_integer("changed_at")],
        )
        .refers("premises_id", "premises")
        .refers("organisation_id", "organisation")
        .index(&["organisation_id"])
        .create(manager)
        .await
    }
}
