//! Submissions, and their life on the CTSA's desk.

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
            "submission",
            &["id"],
            vec![
                uuid("id"),
                uuid("assessment_id"),
                uuid("premises_id"),
                uuid("organisation_id"),
                integer("number"),
                text("reference"),
                blob("snapshot"),
                blob("sha256"),
                blob("readiness"),
                uuid("submitted_by"),
                big_integer("submitted_at"),
            ],
        )
        .refers("assessment_id", "assessment")
        .refers("premises_id", "premises")
        .refers("organisation_id", "organisation")
        .unique(&["assessment_id", "number"])
        .unique(&["reference"])
        .index(&["premises_id", "submitted_at"])
        .create(manager)
        .await?;

        NewTable::new(
            "case",
            &["id"],
            vec![
                uuid("id"),
                uuid("submission_id"),
                uuid("premises_id"),
                uuid("organisation_id"),
                text("region"),
                text("state"),
                uuid_null("taken_by"),
                big_integer("changed_at"),
                integer("version"),
            ],
        )
        .refers("submission_id", "submission")
        .refers("premises_id", "premises")
        .unique(&["submission_id"])
        .index(&["premises_id"])
        .create(manager)
        .await?;

        // What the queue sorts and filters by, kept apart from the premises: the key is a keyed
        // digest of their id, `use_token` one of their use, `summary` is sealed for the region.
        NewTable::new(
            "queue_entry",
            &["premises_token"],
            vec![
                blob("premises_token"),
                text("region"),
                text("council"),
                text("tier"),
                text("state"),
                blob("use_token"),
                big_integer("submitted_at"),
                blob("summary"),
            ],
        )
        .index(&["region", "state", "submitted_at"])
        .index(&["region", "submitted_at"])
        .create(manager)
        .await?;

        NewTable::new(
            "authority_check",
            &["premises_id", "region"],
            vec![
                uuid("premises_id"),
                text("region"),
                blob("details"),
                uuid("account_id"),
                big_integer("confirmed_at"),
            ],
        )
        .refers("premises_id", "premises")
        .create(manager)
        .await?;

        NewTable::new(
            "comment",
            &["id"],
            vec![
                uuid("id"),
                uuid("case_id"),
                text("question"),
                blob("body"),
                uuid("account_id"),
                big_integer("made_at"),
            ],
        )
        .refers("case_id", "case")
        .index(&["case_id"])
        .create(manager)
        .await?;

        // How the adviser answered a case: returned, or advice recorded.
        NewTable::new(
            "case_answer",
            &["case_id"],
            vec![uuid("case_id"), blob("body"), uuid("account_id"), big_integer("made_at")],
        )
        .refers("case_id", "case")
        .create(manager)
        .await?;

        NewTable::new(
            "reopened_question",
            &["case_id", "question"],
            vec![uuid("case_id"), text("question"), uuid("assessment_id"), blob("reason")],
        )
        .refers("case_id", "case")
        .refers("assessment_id", "assessment")
        .index(&["assessment_id"])
        .create(manager)
        .await?;

        NewTable::new(
            "competent_person_check",
            &["id"],
            vec![
                uuid("id"),
                uuid("competent_person_id"),
                text("region"),
                blob("details"),
                uuid("account_id"),
                big_integer("made_at"),
            ],
        )
        .refers("competent_person_id", "competent_person")
        .index(&["competent_person_id"])
        .create(manager)
        .await
    }
}
