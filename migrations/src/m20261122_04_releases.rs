//! Frozen council figures: the only tables a council's session reads beside its own sign-in.

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
            "release",
            &["id"],
            vec![uuid("id"), text("as_of"), big_integer("made_at"), blob("sha256")],
        )
        .unique(&["as_of"])
        .create(manager)
        .await?;

        NewTable::new(
            "release_figure",
            &["release_id", "council", "figure"],
            vec![
                uuid("release_id"),
                text("council"),
                text("figure"),
                integer_null("base"),
                integer_null("count"),
            ],
        )
        .refers("release_id", "release")
        .create(manager)
        .await
    }
}
