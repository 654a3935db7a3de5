//! Notices given to the regulator, and what facts said before they were changed.

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
        // Of premises or of an event, never of both.
        NewTable::new(
            "notice",
            &["id"],
            vec![
                uuid("id"),
                uuid("organisation_id"),
                uuid_null("premises_id"),
                uuid_null("event_id"),
                blob("details"),
                uuid("recorded_by"),
                big_integer("recorded_at"),
                uuid_null("taken_back_by"),
                big_integer_null("taken_back_at"),
                blob_null("taken_back_why"),
            ],
        )
        .refers("organisation_id", "organisation")
        .refers("premises_id", "premises")
        .refers("event_id", "event")
        .index(&["organisation_id"])
        .index(&["premises_id"])
        .index(&["event_id"])
        .create(manager)
        .await?;

        // Kept once an organisation has recorded a notice. Without `premises_id` and `event_id` it is
        // of the organisation itself.
        NewTable::new(
            "earlier_fact",
            &["id"],
            vec![
                uuid("id"),
                uuid("organisation_id"),
                uuid_null("premises_id"),
                uuid_null("event_id"),
                text("kind"),
                uuid("subject_id"),
                big_integer_null("added_at"),
                big_integer("replaced_at"),
                blob("details"),
            ],
        )
        .refers("organisation_id", "organisation")
        .refers("premises_id", "premises")
        .refers("event_id", "event")
        .index(&["organisation_id", "replaced_at"])
        .create(manager)
        .await
    }
}
