//! Events are assessed as premises are, and keep what premises keep.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

use crate::table::{NewTable, index, kept};

/// Tables whose rows were of premises, and are of premises or of an event from now on; each with the columns by which
/// those of an event are looked up.
const OF_ONE: [(&str, &[&str]); 6] = [
    ("assessment", &["event_id"]),
    ("submission", &["event_id", "submitted_at"]),
    ("case", &["event_id"]),
    ("drill", &["event_id", "added_at"]),
    ("training", &["event_id", "added_at"]),
    ("plan_item", &["event_id", "added_at"]),
];

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Sqlite {
            // Tables refer to some of these: whether all is there that they refer to is asked at the commit.
            manager.get_connection().execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
            for table in
                [assessment(), submission(), case(), kept("drill"), kept("training"), kept("plan_item")]
            {
                table.remake(manager, &[]).await?;
            }
        } else {
            for (name, columns) in OF_ONE {
                let sql = format!(
                    "ALTER TABLE \"{name}\" ALTER COLUMN premises_id DROP NOT NULL, \
                     ADD COLUMN event_id uuid REFERENCES event (id), \
                     ADD CONSTRAINT {name}_of_one CHECK ((premises_id IS NULL) <> (event_id IS NULL))"
                );
                manager.get_connection().execute_unprepared(&sql).await?;
                manager.create_index(index(name, columns)).await?;
            }
        }
        for table in [authority_check(), calendar()] {
            table.remake(manager, &[("subject_id", "premises_id")]).await?;
        }
        let token =
            Table::alter().table("queue_entry").rename_column("premises_token", "subject_token").take();
        manager.alter_table(token).await
    }
}

fn assessment() -> NewTable {
    NewTable::new(
        "assessment",
        &["id"],
        vec![
            uuid("id"),
            uuid_null("open_for"),
            text("question_set"),
            text("edition"),
            text("state"),
            big_integer("opened_at"),
            big_integer("changed_at"),
            integer("version"),
        ],
    )
    .of_one()
    .unique(&["open_for"])
    .index(&["premises_id"])
    .index(&["event_id"])
}

fn submission() -> NewTable {
    NewTable::new(
        "submission",
        &["id"],
        vec![
            uuid("id"),
            uuid("assessment_id"),
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
    .of_one()
    .refers("assessment_id", "assessment")
    .refers("organisation_id", "organisation")
    .unique(&["assessment_id", "number"])
    .unique(&["reference"])
    .index(&["premises_id", "submitted_at"])
    .index(&["event_id", "submitted_at"])
}

fn case() -> NewTable {
    NewTable::new(
        "case",
        &["id"],
        vec![
            uuid("id"),
            uuid("submission_id"),
            uuid("organisation_id"),
            text("region"),
            text("state"),
            uuid_null("taken_by"),
            big_integer("changed_at"),
            integer("version"),
        ],
    )
    .of_one()
    .refers("submission_id", "submission")
    .unique(&["submission_id"])
    .index(&["premises_id"])
    .index(&["event_id"])
}

/// `subject_id` is the id of premises or of an event.
fn authority_check() -> NewTable {
    NewTable::new(
        "authority_check",
        &["subject_id", "region"],
        vec![
            uuid("subject_id"),
            text("region"),
            blob("details"),
            uuid("account_id"),
            big_integer("confirmed_at"),
        ],
    )
}

/// `subject_id` as above.
fn calendar() -> NewTable {
    NewTable::new(
        "calendar",
        &["subject_id"],
        vec![uuid("subject_id"), uuid("organisation_id"), blob("dates"), big_integer("changed_at")],
    )
    .refers("organisation_id", "organisation")
    .index(&["organisation_id"])
}
