//! Keyed digests: look-ups without the text, ids that repeat with a repeated request, one-time secrets.

use std::{fmt, str::FromStr};

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::KeyFile;
use crate::StoreError;

/// Makes keyed digests.
pub struct Tokens(Hmac<Sha256>);

impl Tokens {
    pub(crate) fn new(file: &KeyFile) -> Result<Self, StoreError> {
        let mac = Hmac::new_from_slice(file.derive("tokens").as_ref());
        mac.map(Self).map_err(|_| StoreError::KeyFile("no token key".into()))
    }

    /// The digest of a value for one purpose.
    pub fn of(&self, purpose: &str, value: &[u8]) -> Vec<u8> {
        self.mac(purpose, value).to_vec()
    }

    /// An id for what a request creates: the same person sending the same form twice makes one thing.
    pub fn id(&self, purpose: &str, who: Uuid, once: Uuid) -> Uuid {
        self.id_of(purpose, &[who.as_bytes().as_slice(), once.as_bytes()].concat())
    }

    /// An id for what there is once only: whoever makes it makes the same thing.
    pub fn id_of(&self, purpose: &str, what: &[u8]) -> Uuid {
        let digest = self.mac(purpose, what);
        let mut bytes = [0_u8; 16];
        bytes.iter_mut().zip(digest).for_each(|(byte, from)| *byte = from);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// A one-time secret that a repeated request repeats: the same form sent twice shows one link.
    pub fn secret(&self, purpose: &str, who: Uuid, once: Uuid) -> Secret {
        Secret(Zeroizing::new(self.mac(purpose, &[who.as_bytes().as_slice(), once.as_bytes()].concat())))
    }

    fn mac(&self, purpose: &str, value: &[u8]) -> [u8; 32] {
        let mut mac = self.0.clone();
        mac.update(&(purpose.len() as u64).to_be_bytes());
        mac.update(purpose.as_bytes());
        mac.update(value);
        mac.finalize().into_bytes().into()
    }
}

/// A one-time secret of 256 bits for a link. The database keeps its digest only.
pub struct Secret(Zeroizing<[u8; 32]>);

impl Secret {
    /// A new secret.
    ///
    /// # Errors
    /// [`StoreError::Random`].
    pub fn random() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        getrandom::fill(bytes.as_mut())?;
        Ok(Self(bytes))
    }

    /// What the database keeps.
    pub fn digest(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_ref()).to_vec()
    }
}

/// Shown once, in a link.
impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl FromStr for Secret {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        super::file::decode(text, &mut bytes).ok_or(StoreError::NotFound)?;
        Ok(Self(bytes))
    }
}
