//! Parties and licences lie in a table each, like all that premises and events keep.

use sea_orm_migration::prelude::*;

use crate::table::kept;

/// The tables, each named as its rows were marked until now.
const TABLES: [&str; 2] = ["party", "licence"];

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in TABLES {
            kept(name).create(manager).await?;
            let rows = format!(
                "INSERT INTO {name} (id, premises_id, event_id, organisation_id, details, added_at, version) \
                 SELECT id, premises_id, event_id, organisation_id, details, added_at, version \
                 FROM list_entry WHERE kind = '{name}'"
            );
            manager.get_connection().execute_unprepared(&rows).await?;
        }
        manager.drop_table(Table::drop().table("list_entry").to_owned()).await
    }
}
