//! Databases for tests: a temporary SQLite file, and a PostgreSQL cluster of our own.

mod postgres;

use tempfile::TempDir;

use crate::{Clock, KeyFile, Store, StoreError};

/// An empty database that goes with this value.
pub struct TestDatabase {
    /// Opens it, as a server would.
    pub url: String,
    /// Its folder; on PostgreSQL only the key file lies there.
    pub folder: TempDir,
    keys: KeyFile,
}

impl TestDatabase {
    /// A SQLite file in a folder of its own.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn sqlite() -> std::io::Result<Self> {
        let folder = TempDir::new()?;
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("portal.db").display());
        Self::over(url, folder)
    }

    /// A database of its own in the cluster that this test process started.
    ///
    /// # Errors
    /// When the cluster does not start.
    pub async fn postgres() -> std::io::Result<Self> {
        let url = postgres::new_database().await?;
        Self::over(url, TempDir::new()?)
    }

    fn over(url: String, folder: TempDir) -> std::io::Result<Self> {
        let keys = KeyFile::read_or_make(&folder.path().join("portal.key")).map_err(std::io::Error::other)?;
        Ok(Self { url, folder, keys })
    }

    /// Opens the database with its keys.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn open(&self, clock: Clock) -> Result<Store, StoreError> {
        Store::open(&self.url, &self.keys, clock).await
    }
}

/// What a store asked its database, one entry a statement.
#[derive(Clone, Default)]
pub struct Statements(std::sync::Arc<std::sync::Mutex<Vec<String>>>);

impl Statements {
    /// Takes what was asked since the last time.
    pub fn take(&self) -> Vec<String> {
        self.0.lock().map(|mut list| std::mem::take(&mut *list)).unwrap_or_default()
    }
}

impl Store {
    /// The same store, with its statements written down.
    #[must_use]
    pub fn watched(mut self) -> (Self, Statements) {
        let statements = Statements::default();
        let list = statements.0.clone();
        self.db.set_metric_callback(move |info| {
            if let Ok(mut list) = list.lock() {
                list.push(info.statement.sql.clone());
            }
        });
        (self, statements)
    }
}
