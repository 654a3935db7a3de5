//! Browsers that are signed in, or carry a scope check to registration. The cookie's id is stored as a digest; idle and absolute ends are kept here,
//! by our own clock.

mod holder;

use std::{collections::HashMap, fmt};

use async_trait::async_trait;
use chrono::TimeDelta;
use domain::{
    account::throttle::Counted,
    policy::{Permit, act},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use sha2::{Digest, Sha256};
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store,
};
use uuid::Uuid;

pub use self::holder::Holder;
use crate::{Owner, SignInRefused, Store, StoreError, entity::session, keys::Place};

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

/// What a browser carries from the scope check to registration, sealed. It holds no name and no
/// place, and ends by itself; so does the session of a browser that is not signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    row: Uuid,
    sealed: Vec<u8>,
    ends: i64,
}

impl Carried {
    /// The key in the session's data.
    pub const KEY: &str = "carried";

    /// The key of what was registered with it already.
    pub const DONE: &str = "carried-done";

    fn place(row: &Uuid) -> Place<'_> {
        Place { table: "session", column: "data", row: row.as_bytes() }
    }
}

impl Store {
    /// Seals the answers of a scope check for a while.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn seal_carried(
        &self,
        _permit: &Permit<act::CarryScopeCheck>,
        answers: &str,
        for_how_long: TimeDelta,
    ) -> Result<Carried, StoreError> {
        let row = Uuid::new_v4();
        let key = self.key(&Owner::Portal).await?;
        let sealed = key.seal(Carried::place(&row), answers.as_bytes())?;
        Ok(Carried { row, sealed, ends: (self.clock.now() + for_how_long).timestamp_millis() })
    }

    /// Counts that a scope check is carried on without an account from a network address; whether it
    /// may be. Each makes a row, so there must not be too many.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn count_carried(
        &self,
        _permit: &Permit<act::CarryScopeCheck>,
        from: &str,
    ) -> Result<bool, StoreError> {
        let subject = self.tokens.of("throttle-carried", from.as_bytes());
        match self.count_try(&[(Counted::Carried, subject)]).await {
            Ok(()) => Ok(true),
            Err(SignInRefused::Store(error)) => Err(error),
            Err(SignInRefused::TooMany | SignInRefused::Wrong) => Ok(false),
        }
    }

    /// What was sealed; `None` when its time is over.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn open_carried(&self, carried: &Carried) -> Result<Option<String>, StoreError> {
        if self.clock.now().timestamp_millis() >= carried.ends {
            return Ok(None);
        }
        let key = self.key(&Owner::Portal).await?;
        let plain = key.open(Carried::place(&carried.row), &carried.sealed)?;
        String::from_utf8(plain.to_vec()).map(Some).map_err(|_| StoreError::Unreadable("carried"))
    }
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
        let signed_in: Option<SignedIn> = part(record, SignedIn::KEY)?;
        let carried: Option<Carried> = part(record, Carried::KEY)?;
        let now = self.0.clock.now().timestamp_millis();
        let times = signed_in.as_ref();
        // A browser that is not signed in has a session only for what it carries.
        let ends = carried.map_or(now, |carried| carried.ends);
        let mut data = record.data.clone();
        data.remove(Holder::KEY);
        Ok(session::ActiveModel {
            id_hash: Set(digest(&record.id)),
            account_id: Set(times.map(|s| s.account)),
            started_at: Set(times.map_or(now, |s| s.started)),
            seen_at: Set(times.map_or(now, |s| s.seen)),
            idle_ms: Set(times.map_or(ends.saturating_sub(now), |s| s.idle)),
            ends_at: Set(times.map_or(ends, |s| s.ends)),
            data: Set(serde_json::to_string(&data)
                .map_err(|error| session_store::Error::Encode(error.to_string()))?),
        })
    }
}

/// A part of a session's data.
fn part<T: DeserializeOwned>(record: &Record, key: &str) -> Result<Option<T>, session_store::Error> {
    let value = record.data.get(key).map(|value| serde_json::from_value(value.clone()));
    value.transpose().map_err(|error| session_store::Error::Decode(error.to_string()))
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

    /// One statement, with whoever holds the session; one more for a session that has ended, which is deleted so that
    /// a clock set back cannot revive it.
    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
        let rows = self.rows(id).await.map_err(backend)?;
        let Some(row) = rows.first() else { return Ok(None) };
        let now = self.0.clock.now().timestamp_millis();
        if now >= row.ends_at || now >= row.seen_at.saturating_add(row.idle_ms) {
            self.delete(id).await?;
            return Ok(None);
        }
        let decode = |error: String| session_store::Error::Decode(error);
        let mut data: HashMap<String, Value> =
            serde_json::from_str(&row.data).map_err(|error| decode(error.to_string()))?;
        // tower-sessions asks for an end by its own clock; ours, above, has decided already.
        let expiry_date = time::OffsetDateTime::from_unix_timestamp(row.ends_at / 1000)
            .map_err(|error| decode(error.to_string()))?;
        // Only what was read now counts, whatever is stored.
        data.remove(Holder::KEY);
        if let Some(holder) = self.holder(rows).await.map_err(backend)? {
            let holder = serde_json::to_value(holder).map_err(|error| decode(error.to_string()))?;
            data.insert(Holder::KEY.to_owned(), holder);
        }
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        session::Entity::delete_by_id(digest(id)).exec(&self.0.db).await.map_err(backend)?;
        Ok(())
    }
}
