//! Password hashes: Argon2id with a pepper, two at a time at most.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use domain::account::Password;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::{StoreError, keys::KeyFile};

/// Memory in KiB, passes, lanes (security criteria AU-3).
const COST: (u32, u32, u32) = (64 * 1024, 3, 1);
/// Hashes at once: each takes 64 MiB and a core.
const AT_ONCE: usize = 2;
/// Waiting for their turn, beyond those; more are turned away.
const QUEUE: usize = 16;

/// Hashes and checks passwords.
pub(crate) struct Passwords {
    pepper: Zeroizing<[u8; 32]>,
    places: Semaphore,
    turns: Semaphore,
}

impl Passwords {
    pub fn new(file: &KeyFile) -> Self {
        Self {
            pepper: file.derive("password-pepper"),
            places: Semaphore::new(AT_ONCE + QUEUE),
            turns: Semaphore::new(AT_ONCE),
        }
    }

    /// A new hash as a PHC string.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when too many wait.
    pub async fn hash(&self, password: &Password) -> Result<String, StoreError> {
        let (pepper, password) = (self.pepper.clone(), Zeroizing::new(password.reveal().to_owned()));
        self.in_turn(move || {
            let hash = hasher(&pepper)?.hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string()).map_err(|_| StoreError::Random)
        })
        .await
    }

    /// Whether the password made the hash. Without a hash it takes as long, and says no.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when too many wait.
    pub async fn verify(&self, password: &str, hash: Option<String>) -> Result<bool, StoreError> {
        let (pepper, password) = (self.pepper.clone(), Zeroizing::new(password.to_owned()));
        self.in_turn(move || {
            let hasher = hasher(&pepper)?;
            let Some(hash) = hash else {
                let _same_cost = hasher.hash_password_with_salt(password.as_bytes(), b"nobody's salt 16");
                return Ok(false);
            };
            let parsed = PasswordHash::new(&hash).map_err(|_| StoreError::Unreadable("password"))?;
            Ok(hasher.verify_password(password.as_bytes(), &parsed).is_ok())
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let _place = self.places.try_acquire().map_err(|_| StoreError::Busy)?;
        let _turn = self.turns.acquire().await.map_err(|_| StoreError::Busy)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| StoreError::Busy)?
    }
}

fn hasher(pepper: &[u8; 32]) -> Result<Argon2<'_>, StoreError> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).map_err(|_| StoreError::Unreadable("cost"))?;
    Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, params)
        .map_err(|_| StoreError::Unreadable("pepper"))
}
