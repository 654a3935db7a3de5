//! A database URL becomes a connection pool, with the settings that keep an acknowledged save.

use std::time::Duration;

use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, sqlx::sqlite};

use crate::StoreError;

/// Opens the database: `sqlite://FILE?mode=rwc` or `postgres://…`.
pub(crate) async fn connect(url: &str) -> Result<DatabaseConnection, StoreError> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(8)
        .acquire_timeout(Duration::from_secs(5))
        // With either, sqlx 0.9.0 sweeps idle connections in a task that can spin for good when connections are given
        // back at that moment (sqlx issue 3645). A PostgreSQL connection that died is noticed when it is taken.
        .idle_timeout(None)
        .max_lifetime(None)
        // A file does not hang up: asking SQLite's thread before each use costs two wake-ups for nothing.
        .test_before_acquire(!url.starts_with("sqlite:"))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|options| {
            options
                .journal_mode(sqlite::SqliteJournalMode::Wal)
                // Every commit reaches the disk before it is acknowledged.
                .synchronous(sqlite::SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
                // All answers of an assessment come over from SQLite's thread at once, not by turns.
                .row_buffer_size(512)
                // 8 MiB a connection, so that a page is seldom read from the file twice.
                .pragma("cache_size", "-8192")
                .pragma("secure_delete", "ON")
        });
    let db = Database::connect(options).await?;
    if db.get_database_backend() == DbBackend::Postgres {
        refuse_unsafe_postgres(&db).await?;
    }
    Ok(db)
}

/// A PostgreSQL that acknowledges before it writes would lose saves.
async fn refuse_unsafe_postgres(db: &DatabaseConnection) -> Result<(), StoreError> {
    use sea_orm::ConnectionTrait;
    for setting in ["fsync", "synchronous_commit"] {
        let row = db
            .query_one_raw(sea_orm::Statement::from_string(DbBackend::Postgres, format!("SHOW {setting}")))
            .await?;
        let value: String = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
        if value == "off" {
            return Err(StoreError::Unsafe(setting));
        }
    }
    Ok(())
}
