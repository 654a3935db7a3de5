//! Premises, assessments and answers.

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
            "premises",
            &["id"],
            vec![
                uuid("id"),
                uuid("organisation_id"),
                text("council"),
                text("region"),
                text_null("tier"),
                text("stage"),
                blob("details"),
                big_integer("registered_at"),
                big_integer("changed_at"),
                integer("version"),
            ],
        )
        .refers("organisation_id", "organisation")
        .index(&["organisation_id", "registered_at"])
        .index(&["council"])
        .create(manager)
        .await?;

        // `open_for` repeats the premises while the assessment is open: its index keeps it to one.
        NewTable::new(
            "assessment",
            &["id"],
            vec![
                uuid("id"),
                uuid("premises_id"),
                uuid_null("open_for"),
                text("question_set"),
                text("edition"),
                text("state"),
                big_integer("opened_at"),
                big_integer("changed_at"),
                integer("version"),
            ],
        )
        .refers("premises_id", "premises")
        .unique(&["open_for"])
        .index(&["premises_id"])
        .create(manager)
        .await?;

        NewTable::new(
            "answer",
            &["assessment_id", "question"],
            vec![
                uuid("assessment_id"),
                text("question"),
                blob("value"),
                integer("version"),
                uuid("account_id"),
                big_integer("saved_at"),
            ],
        )
        .refers("assessment_id", "assessment")
        .create(manager)
        .await?;

        NewTable::new(
            "competent_person",
            &["id"],
            vec![
                uuid("id"),
                uuid("organisation_id"),
                uuid("premises_id"),
                blob("details"),
                big_integer("added_at"),
                integer("version"),
            ],
        )
        .refers("organisation_id", "organisation")
        .refers("premises_id", "premises")
        .index(&["organisation_id"])
        .index(&["premises_id"])
        .create(manager)
        .await
    }
}
