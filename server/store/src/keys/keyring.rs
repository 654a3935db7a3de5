//! The data keys of all owners, unwrapped when first needed.

use std::{collections::HashMap, fmt, sync::Arc};

use aes_kw::{KeyInit, KwpAes256};
use domain::{codes::RegionCode, ids::OrganisationId};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder};
use tokio::sync::RwLock;
use zeroize::Zeroizing;

use super::{DataKey, KeyFile};
use crate::{StoreError, entity::data_key};

/// Whose key a value is sealed with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The portal: accounts and invitations.
    Portal,
    /// An organisation: everything about its premises.
    Organisation(OrganisationId),
    /// A region: what its advisers write.
    Region(RegionCode),
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Portal => f.write_str("portal"),
            Self::Organisation(id) => write!(f, "organisation:{id}"),
            Self::Region(code) => write!(f, "region:{code}"),
        }
    }
}

/// The key that wraps the data keys, and those that were needed so far.
pub struct Keyring {
    wrap: KwpAes256,
    known: RwLock<HashMap<Owner, Arc<DataKey>>>,
}

impl Keyring {
    /// With the wrapping key of a key file, and no data key yet.
    pub fn new(file: &KeyFile) -> Self {
        let key = file.derive("key-encryption");
        Self { wrap: KwpAes256::new((&*key).into()), known: RwLock::default() }
    }

    /// An owner's key, made where there is none yet. Never call it inside a transaction: a key must
    /// be stored for good before anything is sealed with it. At most three statements, none when warm.
    pub async fn of(
        &self,
        db: &DatabaseConnection,
        owner: &Owner,
        now: i64,
    ) -> Result<Arc<DataKey>, StoreError> {
        if let Some(key) = self.known.read().await.get(owner) {
            return Ok(key.clone());
        }
        let key = match self.load(db, owner).await? {
            Some(key) => key,
            None => self.make(db, owner, now).await?,
        };
        let key = Arc::new(key);
        self.known.write().await.insert(owner.clone(), key.clone());
        Ok(key)
    }

    async fn load(&self, db: &DatabaseConnection, owner: &Owner) -> Result<Option<DataKey>, StoreError> {
        let row = data_key::Entity::find()
            .filter(data_key::Column::Owner.eq(owner.to_string()))
            .order_by_desc(data_key::Column::Version)
            .one(db)
            .await?;
        row.map(|row| self.unwrapped(row)).transpose()
    }

    async fn make(&self, db: &DatabaseConnection, owner: &Owner, now: i64) -> Result<DataKey, StoreError> {
        let mut key = Zeroizing::new([0_u8; 32]);
        getrandom::fill(key.as_mut())?;
        let mut wrapped = [0_u8; 40];
        self.wrap.wrap_key(key.as_ref(), &mut wrapped).map_err(|_| StoreError::Sealed)?;
        let row = data_key::ActiveModel {
            owner: Set(owner.to_string()),
            version: Set(1),
            wrapped: Set(wrapped.to_vec()),
            made_at: Set(now),
        };
        match data_key::Entity::insert(row).exec_without_returning(db).await.map_err(StoreError::from) {
            // Another process made it in the same moment: theirs counts.
            Ok(_) | Err(StoreError::Taken) => self.load(db, owner).await?.ok_or(StoreError::Sealed),
            Err(error) => Err(error),
        }
    }

    fn unwrapped(&self, row: data_key::Model) -> Result<DataKey, StoreError> {
        let mut key = Zeroizing::new([0_u8; 32]);
        let mut buffer = Zeroizing::new([0_u8; 40]);
        let plain = self.wrap.unwrap_key(&row.wrapped, buffer.as_mut()).map_err(|_| StoreError::Sealed)?;
        if plain.len() != key.len() {
            return Err(StoreError::Sealed);
        }
        key.copy_from_slice(plain);
        let version = u32::try_from(row.version).map_err(|_| StoreError::Unreadable("key version"))?;
        Ok(DataKey::new(row.owner, version, &key))
    }
}
