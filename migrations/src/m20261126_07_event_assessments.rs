//! Events are assessed as premises are, and keep what premises keep.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

use crate::table::{NewTable, index};

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
            for table in [assessment(), submission(), case()] {
                of_one(table).remake(manager, &[]).await?;
            }
            for name in ["drill", "training", "plan_item"] {
                of_one(kept(name)).remake(manager, &[]).await?;
            }
        } else {
            for (name, _) in OF_ONE {
                let sql = format!(
                    "ALTER TABLE \"{name}\" ALTER COLUMN premises_id DROP NOT NULL, \
                     ADD COLUMN event_id uuid REFERENCES event (id), \
                     ADD CONSTRAINT {name}_of_one CHECK ((premises_id IS NULL) <> (event_id IS NULL))"
                );
                manager.get_connection().execute_unprepared(&sql).await?;
            }
        }
        for (name, columns) in OF_ONE {
            manager.create_index(index(name, columns)).await?;
        }
        for table in [authority_check(), calendar()] {
            table.remake(manager, &[("subject_id", "premises_id")]).await?;
        }
        let token =
            Table::alter().table("queue_entry").rename_column("premises_token", "subject_token").take();
        manager.alter_table(token).await
    }
}

/// With rows of premises or of an event.
fn of_one(table: NewTable) -> NewTable {
    let one = Expr::col("premises_id").is_null().ne(Expr::col("event_id").is_null());
    let name = format!("{}_of_one", table.name());
    table
        .column(uuid_null("event_id"))
        .refers("premises_id", "premises")
        .refers("event_id", "event")
        .holds(name, one)
}

fn assessment() -> NewTable {
    NewTable::new(
        "assessment",
        &["id"],
        vec![
            uuid("id"),
            uuid_null("premises_id"),
            uuid_null("open_for"),
            text("question_set"),
            text("edition"),
            text("state"),
            big_integer("opened_at"),
            big_integer("changed_at"),
            integer("version"),
        ],
    )
    .unique(&["open_for"])
    .index(&["premises_id"])
}

fn submission() -> NewTable {
    NewTable::new(
        "submission",
        &["id"],
        vec![
            uuid("id"),
            uuid("assessment_id"),
            uuid_null("premises_id"),
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
    .refers("organisation_id", "organisation")
    .unique(&["assessment_id", "number"])
    .unique(&["reference"])
    .index(&["premises_id", "submitted_at"])
}

fn case() -> NewTable {
    NewTable::new(
        "case",
        &["id"],
        vec![
            uuid("id"),
            uuid("submission_id"),
            uuid_null("premises_id"),
            uuid("organisation_id"),
            text("region"),
            text("state"),
            uuid_null("taken_by"),
            big_integer("changed_at"),
            integer("version"),
        ],
    )
    .refers("submission_id", "submission")
    .unique(&["submission_id"])
    .index(&["premises_id"])
}

fn kept(name: &'static str) -> NewTable {
    NewTable::new(
        name,
        &["id"],
        vec![
            uuid("id"),
            uuid_null("premises_id"),
            uuid("organisation_id"),
            blob("details"),
            big_integer("added_at"),
            integer("version"),
        ],
    )
    .refers("organisation_id", "organisation")
    .index(&["premises_id", "added_at"])
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
