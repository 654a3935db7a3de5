//! An encrypted copy of the database, and the way back.
//!
//! What is sealed in the database is sealed in the copy too; on top of it the whole file is
//! encrypted with a key that comes from the key file. The key file is not in it: keep it elsewhere.

mod stream;

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use domain::policy::{Permit, act};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use uuid::Uuid;

use crate::{KeyFile, Store, StoreError};

/// Why there is no backup, or why it cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database is not ours to copy.
    #[error("PostgreSQL has its own way: use pg_dump, and encrypt what it writes")]
    Postgres,
    /// The file is of another kind.
    #[error("this is no backup of a portal")]
    NotABackup,
    /// Another key file, or a file that was changed or cut.
    #[error("the backup does not open: it was made with another key file, or it is damaged")]
    Sealed,
    /// What was restored is not a sound database.
    #[error("the restored database is damaged: {0}")]
    Damaged(String),
    /// A file could not be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// The database failed.
    #[error("the database: {0}")]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for BackupError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

fn at(path: &Path) -> impl Fn(io::Error) -> BackupError + use<> {
    let path = path.to_owned();
    move |error| BackupError::File(path.clone(), error)
}

impl Store {
    /// Writes an encrypted copy of the database as it is at this moment, while others go on
    /// writing. Gives its size in bytes.
    ///
    /// # Errors
    /// [`BackupError`]; no file that was there is overwritten, and none is left half written.
    pub async fn backup(
        &self,
        _permit: &Permit<act::MakeBackup>,
        keys: &KeyFile,
        to: &Path,
    ) -> Result<u64, BackupError> {
        if self.db.get_database_backend() != DbBackend::Sqlite {
            return Err(BackupError::Postgres);
        }
        // Beside the database: there is room for it, and nobody else may look there.
        let copy = Temporary::beside(&self.file().await?)?;
        let into = copy.0.to_string_lossy().into_owned();
        let vacuum = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [into.into()]);
        self.db.execute_raw(vacuum).await?;
        let (key, to) = (keys.derive("backup"), to.to_owned());
        blocking(move || {
            let plain = File::open(&copy.0).map_err(at(&copy.0))?;
            whole_or_gone(&to, |file| stream::encrypt(&key, plain, file).map_err(at(&to)))
        })
        .await
    }

    /// The file of the database.
    async fn file(&self) -> Result<PathBuf, BackupError> {
        let asked = Statement::from_string(DbBackend::Sqlite, "PRAGMA database_list");
        let row = self.db.query_one_raw(asked).await?;
        let file: Option<String> = row.map(|row| row.try_get("", "file")).transpose()?;
        Ok(file.ok_or(StoreError::Unavailable)?.into())
    }
}

/// Opens a backup into a folder as `portal.db`, and checks that it is sound. Gives its path.
///
/// # Errors
/// [`BackupError`]; no file that was there is overwritten, and none is left half written.
pub async fn restore(keys: &KeyFile, backup: &Path, folder: &Path) -> Result<PathBuf, BackupError> {
    let (key, backup, database) = (keys.derive("backup"), backup.to_owned(), folder.join("portal.db"));
    let folder = folder.to_owned();
    let path = blocking(move || {
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        let sealed = File::open(&backup).map_err(at(&backup))?;
        whole_or_gone(&database, |file| stream::decrypt(&key, sealed, file))?;
        Ok(database)
    })
    .await?;
    if let Err(error) = check(&path).await {
        // Its own damage is the error to tell of.
        let _ = fs::remove_file(&path);
        return Err(error);
    }
    Ok(path)
}

async fn check(path: &Path) -> Result<(), BackupError> {
    let db = Database::connect(ConnectOptions::new(format!("sqlite://{}?mode=ro", path.display()))).await?;
    let found = faults(&db).await;
    db.close().await?;
    match found?.as_slice() {
        [] => Ok(()),
        [first, ..] => Err(BackupError::Damaged(first.clone())),
    }
}

async fn faults(db: &DatabaseConnection) -> Result<Vec<String>, BackupError> {
    let ask = |sql: &str| Statement::from_string(DbBackend::Sqlite, sql);
    let mut found = Vec::new();
    for row in db.query_all_raw(ask("PRAGMA integrity_check")).await? {
        found.push(row.try_get_by_index::<String>(0)?);
    }
    found.retain(|line| line != "ok");
    for row in db.query_all_raw(ask("PRAGMA foreign_key_check")).await? {
        found.push(format!("{} refers to what is not there", row.try_get_by_index::<String>(0)?));
    }
    Ok(found)
}

/// A new file that only its owner reads; on an error it is removed again.
fn whole_or_gone<T>(
    path: &Path,
    write: impl FnOnce(&mut File) -> Result<T, BackupError>,
) -> Result<T, BackupError> {
    let mut file =
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(at(path))?;
    let written = write(&mut file).and_then(|done| file.sync_all().map(|()| done).map_err(at(path)));
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupError> + Send + 'static,
) -> Result<T, BackupError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| StoreError::Busy)?
}

/// A file that goes with this value.
struct Temporary(PathBuf);

impl Temporary {
    fn beside(database: &Path) -> Result<Self, BackupError> {
        let path = database.with_file_name(format!("backup-{}.tmp", Uuid::new_v4().simple()));
        // Empty, so that SQLite takes it, and with the mode that it keeps.
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path).map_err(at(&path))?;
        Ok(Self(path))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // What it holds is sealed; the next backup does not mind it.
        let _ = fs::remove_file(&self.0);
    }
}
