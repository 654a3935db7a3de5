//! A database from before is brought up to date, and what lies in it goes on.

use migrations::Migrator;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use sea_orm_migration::MigratorTrait;
use store::testing::TestDatabase;

/// How many migrations there were before events had lists.
const BEFORE_LISTS: u32 = 10;

/// Rows of that time: premises that host an event, with a list. `#N` is an id, `~` bytes.
const FIRST_ROWS: [&str; 5] = [
    "organisation VALUES (#1, ~, 1, 1)",
    "premises VALUES (#2, #1, 'E08000025', 'west-midlands', 'standard', 'submitted', ~, 1, 1, 1)",
    "event VALUES (#3, #1, #2, 'E08000025', 'west-midlands', ~, 1, 1, 1)",
    "premises_entry (id, premises_id, organisation_id, kind, details, added_at, version) \
     VALUES (#8, #2, #1, 'party', ~, 1, 1)",
    "premises_entry (id, premises_id, organisation_id, kind, details, added_at, version) \
     VALUES (#9, #2, #1, 'licence', ~, 1, 1)",
];

/// How many migrations there were before events had assessments.
const BEFORE_EVENT_ASSESSMENTS: u32 = 16;

/// Rows of that time: the assessment of the premises, which was sent and answered, what they keep, and the event's list.
const ROWS: [&str; 13] = [
    "list_entry (id, event_id, organisation_id, kind, details, added_at, version) \
     VALUES (#10, #3, #1, 'licence', ~, 2, 1)",
    "assessment VALUES (#4, #2, #2, 'standard', '2026-11', 'submitted', 1, 1, 1)",
    "answer VALUES (#4, 'people.lead', ~, 1, #9, 1, NULL)",
    "submission VALUES (#5, #4, #2, #1, 1, 'AB12', ~, ~, ~, #9, 1)",
    "\"case\" VALUES (#6, #5, #2, #1, 'west-midlands', 'in-review', NULL, 1, 1)",
    "comment VALUES (#7, #6, 'people.lead', ~, #9, 1)",
    "reopened_question VALUES (#6, 'people.lead', #4, ~)",
    "authority_check VALUES (#2, 'west-midlands', ~, #9, 1)",
    "queue_entry VALUES (~, 'west-midlands', 'E08000025', 'standard', 'in-review', ~, 1, ~)",
    "drill VALUES (#8, #2, #1, ~, 1, 1)",
    "training VALUES (#8, #2, #1, ~, 1, 1)",
    "plan_item VALUES (#8, #2, #1, ~, 1, 1)",
    "calendar VALUES (#2, #1, ~, 1)",
];

/// Of these the rows are looked for afterwards.
const GOES_ON: [&str; 17] = [
    "party WHERE id = #8 AND premises_id = #2 AND event_id IS NULL AND details = ~",
    "licence WHERE id = #9 AND premises_id = #2 AND event_id IS NULL AND details = ~",
    "licence WHERE id = #10 AND premises_id IS NULL AND event_id = #3 AND added_at = 2",
    "assessment WHERE premises_id = #2 AND event_id IS NULL AND open_for = #2 AND edition = '2026-11'",
    "answer WHERE assessment_id = #4",
    "submission WHERE premises_id = #2 AND event_id IS NULL AND reference = 'AB12'",
    "\"case\" WHERE premises_id = #2 AND event_id IS NULL AND submission_id = #5",
    "comment WHERE case_id = #6",
    "reopened_question WHERE assessment_id = #4",
    "authority_check WHERE subject_id = #2 AND details = ~",
    "queue_entry WHERE subject_token = ~",
    "drill WHERE premises_id = #2 AND event_id IS NULL AND details = ~",
    "training WHERE premises_id = #2 AND event_id IS NULL",
    "plan_item WHERE premises_id = #2 AND event_id IS NULL",
    "calendar WHERE subject_id = #2 AND dates = ~",
    "premises WHERE id = #2",
    "event WHERE id = #3",
];

/// What the new schema refuses.
const REFUSED: [&str; 5] = [
    // Of nothing, of both, of an event that is not there, and a second one open for the same; and a party of both.
    "INSERT INTO assessment (id, question_set, edition, state, opened_at, changed_at, version) \
     VALUES (#10, 'event', '2026-12', 'open', 1, 1, 1)",
    "INSERT INTO assessment (id, premises_id, event_id, question_set, edition, state, opened_at, changed_at, version) \
     VALUES (#10, #2, #3, 'event', '2026-12', 'open', 1, 1, 1)",
    "INSERT INTO assessment (id, event_id, question_set, edition, state, opened_at, changed_at, version) \
     VALUES (#10, #11, 'event', '2026-12', 'open', 1, 1, 1)",
    "INSERT INTO assessment (id, event_id, open_for, question_set, edition, state, opened_at, changed_at, version) \
     VALUES (#10, #3, #2, 'event', '2026-12', 'open', 1, 1, 1)",
    "UPDATE party SET event_id = #3",
];

/// An assessment of an event, which it takes.
const TAKEN: &str = "INSERT INTO assessment \
    (id, event_id, open_for, question_set, edition, state, opened_at, changed_at, version) \
    VALUES (#10, #3, #3, 'event', '2026-12', 'open', 1, 1, 1)";

fn sql(db: &DatabaseConnection, text: &str) -> Statement {
    let sqlite = db.get_database_backend() == DbBackend::Sqlite;
    let mut sql = text.replace('~', if sqlite { "x'c0ffee'" } else { "'\\xc0ffee'::bytea" });
    for number in (1..=11).rev() {
        let id = uuid::Uuid::from_u128(number);
        let written = if sqlite { format!("x'{}'", id.simple()) } else { format!("'{id}'::uuid") };
        sql = sql.replace(&format!("#{number}"), &written);
    }
    Statement::from_string(db.get_database_backend(), sql)
}

async fn count(db: &DatabaseConnection, of: &str) -> i64 {
    let row = db.query_one_raw(sql(db, &format!("SELECT COUNT(*) FROM {of}"))).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

async fn rows_go_on(database: TestDatabase) {
    let db = Database::connect(&database.url).await.unwrap();
    let add = async |rows: &[&str]| {
        for row in rows {
            db.execute_raw(sql(&db, &format!("INSERT INTO {row}"))).await.unwrap();
        }
    };
    Migrator::up(&db, Some(BEFORE_LISTS)).await.unwrap();
    add(&FIRST_ROWS).await;
    Migrator::up(&db, Some(BEFORE_EVENT_ASSESSMENTS - BEFORE_LISTS)).await.unwrap();
    add(&ROWS).await;
    Migrator::up(&db, None).await.unwrap();
    for of in GOES_ON {
        assert_eq!(count(&db, of).await, 1, "{of}");
    }
    if db.get_database_backend() == DbBackend::Sqlite {
        assert_eq!(count(&db, "pragma_foreign_key_check").await, 0);
    }
    for refused in REFUSED {
        assert!(db.execute_raw(sql(&db, refused)).await.is_err(), "{refused}");
    }
    db.execute_raw(sql(&db, TAKEN)).await.unwrap();
    assert!(
        db.execute_raw(sql(&db, "DELETE FROM assessment WHERE id = #4")).await.is_err(),
        "it is referred to"
    );
}

#[tokio::test]
async fn rows_go_on_in_sqlite() {
    rows_go_on(TestDatabase::sqlite().unwrap()).await;
}

#[tokio::test]
async fn rows_go_on_in_postgres() {
    rows_go_on(TestDatabase::postgres().await.unwrap()).await;
}
