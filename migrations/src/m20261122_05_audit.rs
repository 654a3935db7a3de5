//! The audit record, and what must never change once written.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

use crate::table::NewTable;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Rows of these tables are written once and stay as they are.
const WRITTEN_ONCE: [&str; 4] = ["audit_leaf", "submission", "release", "release_figure"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(
            "audit_leaf",
            &["id"],
            vec![
                uuid("id"),
                big_integer("at"),
                text("event"),
                uuid_null("account_id"),
                uuid("subject"),
                blob("leaf_hash"),
            ],
        )
        .index(&["subject", "at"])
        .index(&["at"])
        .create(manager)
        .await?;

        let connection = manager.get_connection();
        let postgres = manager.get_database_backend() == DbBackend::Postgres;
        if postgres {
            connection
                .execute_unprepared(
                    "CREATE FUNCTION written_once() RETURNS trigger LANGUAGE plpgsql AS \
                     $$ BEGIN RAISE EXCEPTION 'written once'; END $$",
                )
                .await?;
        }
        for table in WRITTEN_ONCE {
            for change in ["UPDATE", "DELETE"] {
                let name = format!("{table}_no_{}", change.to_lowercase());
                let body = if postgres {
                    "EXECUTE FUNCTION written_once()"
                } else {
                    "BEGIN SELECT RAISE(ABORT, 'written once'); END"
                };
                let each = if postgres { "FOR EACH ROW " } else { "" };
                connection
                    .execute_unprepared(&format!(
                        "CREATE TRIGGER {name} BEFORE {change} ON \"{table}\" {each}{body}"
                    ))
                    .await?;
            }
        }
        Ok(())
    }
}
