//! Links between premises of two organisations that must work together.

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
        // Without `to_premises` it is an offer.
        NewTable::new(
            "coordination",
            &["id"],
            vec![
                uuid("id"),
                blob("token_hash"),
                uuid("from_premises"),
                uuid_null("to_premises"),
                text("relation"),
                uuid("made_by"),
                big_integer("made_at"),
                big_integer("expires_at"),
                uuid_null("accepted_by"),
                big_integer_null("accepted_at"),
                big_integer_null("ended_at"),
            ],
        )
        .refers("from_premises", "premises")
        .refers("to_premises", "premises")
        .unique(&["token_hash"])
        .index(&["from_premises"])
        .index(&["to_premises"])
        .create(manager)
        .await
    }
}
