//! What can go wrong below the pages.

use sea_orm::{DbErr, SqlErr, TransactionError};

/// An error of the store. `From<DbErr>` sorts what a database says once, here.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such row, or not for whoever asks.
    #[error("not found")]
    NotFound,
    /// Somebody changed the row since it was read; nothing was written.
    #[error("changed by somebody else")]
    Conflict,
    /// The row's state does not allow it any more (submitted meanwhile, or answered).
    #[error("not in the right state")]
    Closed,
    /// A value that must be unique is in use.
    #[error("already taken")]
    Taken,
    /// The database is locked by others for too long; trying again may work.
    #[error("busy")]
    Busy,
    /// No connection to the database.
    #[error("database unavailable")]
    Unavailable,
    /// A sealed value does not open: wrong key, or moved or changed ciphertext.
    #[error("sealed value does not open")]
    Sealed,
    /// A stored value is not of its type.
    #[error("stored value unreadable: {0}")]
    Unreadable(&'static str),
    /// The machine gave no random bytes.
    #[error("no random bytes")]
    Random,
    /// The key file cannot be used.
    #[error("key file: {0}")]
    KeyFile(String),
    /// A PostgreSQL setting by which acknowledged saves can be lost.
    #[error("PostgreSQL runs with {0}=off: it would acknowledge saves that are not on disk")]
    Unsafe(&'static str),
    /// Anything else a database says.
    #[error(transparent)]
    Db(DbErr),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        if let Some(SqlErr::UniqueConstraintViolation(_)) = error.sql_err() {
            return Self::Taken;
        }
        match &error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable,
            DbErr::RecordNotUpdated => Self::Conflict,
            _ if error.to_string().contains("database is locked") => Self::Busy,
            _ => Self::Db(error),
        }
    }
}

impl From<TransactionError<Self>> for StoreError {
    fn from(error: TransactionError<Self>) -> Self {
        match error {
            TransactionError::Connection(error) => error.into(),
            TransactionError::Transaction(error) => error,
        }
    }
}

impl From<getrandom::Error> for StoreError {
    fn from(_: getrandom::Error) -> Self {
        Self::Random
    }
}
