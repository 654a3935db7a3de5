//! Events.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::NewTable;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(
            "event",
            &["id"],
            vec![
                uuid("id"),
                uuid("organisation_id"),
                uuid_null("premises_id"),
                text("council"),
                text("region"),
                blob("details"),
                big_integer("registered_at"),
                big_integer("changed_at"),
                integer("version"),
            ],
        )
        .refers("organisation_id", "organisation")
        .refers("premises_id", "premises")
        .index(&["organisation_id", "registered_at"])
        .index(&["premises_id"])
        .create(manager)
        .await
    }
}
