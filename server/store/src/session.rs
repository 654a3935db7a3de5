//! Signed-in browsers. The cookie's id is stored as a digest; idle and absolute ends are kept here,
//! by our own clock.

use std::fmt;

use async_trait::async_trait;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store,
};
use uuid::Uuid;

use crate::{Store, StoreError, entity::session};

/// What a session knows; the key under which tower-sessions keeps it is [`SignedIn::KEY`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// Who is signed in.
    pub account: Uuid,
    /// When they signed in, in UTC milliseconds.
    pub started: i64,
    /// When they were last seen, in UTC milliseconds; renewed at most once a minute.
    pub seen: i64,
    /// How long they may be idle, in milliseconds.
    pub idle: i64,
    /// When the session ends whatever happens, in UTC milliseconds.
    pub ends: i64,
}

impl SignedIn {
    /// The key in the session's data.
    pub const KEY: &str = "signed-in";
}

/// The session store.
#[derive(Clone)]
pub struct Sessions(Store);

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sessions")
    }
}

impl Store {
    /// The session store over this database.
    pub fn sessions(&self) -> Sessions {
        Sessions(self.clone())
    }
}

impl Sessions {
    /// Deletes sessions that ended. One statement.
    ///
    /// # Errors
    /// What the database says.
    pub async fn sweep(&self) -> Result<u64, StoreError> {
        let now = self.0.clock.now().timestamp_millis();
        let ended = session::Entity::delete_many().filter(session::Column::EndsAt.lte(now));
        Ok(ended.exec(&self.0.db).await?.rows_affected)
    }

    /// Ends every session of an account. One statement.
    ///
    /// # Errors
    /// What the database says.
    pub async fn end_all_of(&self, account: Uuid) -> Result<(), StoreError> {
        session::Entity::delete_many()
            .filter(session::Column::AccountId.eq(account))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }

    fn row(&self, record: &Record) -> Result<session::ActiveModel, session_store::Error> {
        let signed_in: Option<SignedIn> = record
            .data
            .get(SignedIn::KEY)
            .map(|value| serde_json::from_value(value.clone()))
            .transpose()
            .map_err(|error| session_store::Error::Decode(error.to_string()))?;
        let now = self.0.clock.now().timestamp_millis();
        let times = signed_in.as_ref();
        Ok(session::ActiveModel {
            id_hash: Set(digest(&record.id)),
            account_id: Set(times.map(|s| s.account)),
            started_at: Set(times.map_or(now, |s| s.started)),
            seen_at: Set(times.map_or(now, |s| s.seen)),
            idle_ms: Set(times.map_or(0, |s| s.idle)),
            ends_at: Set(times.map_or(now, |s| s.ends)),
            data: Set(serde_json::to_string(&record.data)
                .map_err(|error| session_store::Error::Encode(error.to_string()))?),
        })
    }
}

fn digest(id: &Id) -> Vec<u8> {
    Sha256::digest(id.0.to_be_bytes()).to_vec()
}

fn backend(error: impl Into<StoreError>) -> session_store::Error {
    session_store::Error::Backend(error.into().to_string())
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        loop {
            let insert = session::Entity::insert(self.row(record)?);
            match insert.exec_without_returning(&self.0.db).await.map_err(StoreError::from) {
                Ok(_) => return Ok(()),
                Err(StoreError::Taken) => record.id = Id::default(),
                Err(error) => return Err(backend(error)),
            }
        }
    }

    async fn save(&self, record: &Record) -> session_store::Result<()> {
        // A session ended meanwhile has no row, and stays ended.
        session::Entity::update_many()
            .set(self.row(record)?)
            .filter(session::Column::IdHash.eq(digest(&record.id)))
            .exec(&self.0.db)
            .await
            .map_err(backend)?;
        Ok(())
    }

    /// One statement; one more for a session that has ended, which is deleted so that a clock set
    /// back cannot revive it.
    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
        let row = session::Entity::find_by_id(digest(id)).one(&self.0.db).await.map_err(backend)?;
        let Some(row) = row else { return Ok(None) };
        let now = self.0.clock.now().timestamp_millis();
        if now >= row.ends_at || now >= row.seen_at.saturating_add(row.idle_ms) {
            self.delete(id).await?;
            return Ok(None);
        }
        let data = serde_json::from_str(&row.data)
            .map_err(|error| session_store::Error::Decode(error.to_string()))?;
        // tower-sessions asks for an end by its own clock; ours, above, has decided already.
        let expiry_date = time::OffsetDateTime::from_unix_timestamp(row.ends_at / 1000)
            .map_err(|error| session_store::Error::Decode(error.to_string()))?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        session::Entity::delete_by_id(digest(id)).exec(&self.0.db).await.map_err(backend)?;
        Ok(())
    }
}
