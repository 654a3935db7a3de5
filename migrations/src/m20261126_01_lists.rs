//! Events have the lists that premises have: parties and licences.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::NewTable;

/// The entries that premises had go on.
const ENTRIES_GO_ON: &str = "INSERT INTO list_entry \
    (id, premises_id, organisation_id, kind, details, added_at, version) \
    SELECT id, premises_id, organisation_id, kind, details, added_at, version FROM premises_entry";

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(
            "list_entry",
            &["id"],
            vec![
                uuid("id"),
                uuid("organisation_id"),
                text("kind"),
                blob("details"),
                big_integer("added_at"),
                integer("version"),
            ],
        )
        .of_one()
        .refers("organisation_id", "organisation")
        .index(&["premises_id", "kind"])
        .index(&["event_id", "kind"])
        .create(manager)
        .await?;
        manager.get_connection().execute_unprepared(ENTRIES_GO_ON).await?;
        manager.drop_table(Table::drop().table("premises_entry").to_owned()).await
    }
}
