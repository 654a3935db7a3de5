//! Those with a part in premises, licences, and decisions on scope as they were made.

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
            "premises_entry",
            &["id"],
            vec![
                uuid("id"),
                uuid("premises_id"),
                uuid("organisation_id"),
                text("kind"),
                blob("details"),
                big_integer("added_at"),
                integer("version"),
            ],
        )
        .refers("premises_id", "premises")
        .refers("organisation_id", "organisation")
        .index(&["premises_id", "kind"])
        .create(manager)
        .await?;

        NewTable::new(
            "scope_decision",
            &["id"],
            vec![
                uuid("id"),
                uuid("premises_id"),
                uuid("account_id"),
                big_integer("decided_at"),
                blob("record"),
            ],
        )
        .refers("premises_id", "premises")
        .index(&["premises_id", "decided_at"])
        .create(manager)
        .await
    }
}
