//! Files of premises between checking and importing.

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
        // `details` holds the file while it waits, and afterwards only which of its rows were left out.
        NewTable::new(
            "premises_import",
            &["id"],
            vec![
                uuid("id"),
                uuid("organisation_id"),
                uuid("account_id"),
                text("state"),
                blob("details"),
                big_integer("checked_at"),
                big_integer("ends_at"),
            ],
        )
        .refers("organisation_id", "organisation")
        .index(&["organisation_id"])
        .index(&["ends_at"])
        .create(manager)
        .await
    }
}
