//! Sealing and opening values: XChaCha20-Poly1305 bound to the place where the value lies.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use crate::StoreError;

const NONCE: usize = 24;

/// Where a sealed value lies. A value moved elsewhere does not open.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The row's key.
    pub row: &'a [u8],
}

/// The key of one owner in one version.
pub struct DataKey {
    owner: String,
    version: u32,
    cipher: XChaCha20Poly1305,
}

impl DataKey {
    pub(super) fn new(owner: String, version: u32, key: &Zeroizing<[u8; 32]>) -> Self {
        Self { owner, version, cipher: XChaCha20Poly1305::new(&(**key).into()) }
    }

    /// Seals bytes: key version, random nonce, ciphertext.
    ///
    /// # Errors
    /// [`StoreError::Random`], or [`StoreError::Sealed`] for a value of many gigabytes.
    pub fn seal(&self, place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut nonce = [0_u8; NONCE];
        getrandom::fill(&mut nonce)?;
        let bound = self.bound_to(place);
        let sealed = self
            .cipher
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: &bound })
            .map_err(|_| StoreError::Sealed)?;
        Ok([&self.version.to_be_bytes()[..], &nonce, &sealed].concat())
    }

    /// Opens bytes that were sealed with this key at this place.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], without saying what is wrong.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let (version, rest) = sealed.split_first_chunk::<4>().ok_or(StoreError::Sealed)?;
        let (nonce, text) = rest.split_first_chunk::<NONCE>().ok_or(StoreError::Sealed)?;
        if u32::from_be_bytes(*version) != self.version {
            return Err(StoreError::Sealed);
        }
        let bound = self.bound_to(place);
        self.cipher
            .decrypt(&XNonce::from(*nonce), Payload { msg: text, aad: &bound })
            .map(Zeroizing::new)
            .map_err(|_| StoreError::Sealed)
    }

    /// Seals a value as JSON.
    ///
    /// # Errors
    /// As [`DataKey::seal`].
    pub fn seal_json<T: Serialize>(&self, place: Place<'_>, value: &T) -> Result<Vec<u8>, StoreError> {
        let plain = Zeroizing::new(serde_json::to_vec(value).map_err(|_| StoreError::Unreadable("value"))?);
        self.seal(place, &plain)
    }

    /// Opens a value that was sealed as JSON.
    ///
    /// # Errors
    /// As [`DataKey::open`], and [`StoreError::Unreadable`] when it is not of the type.
    pub fn open_json<T: DeserializeOwned>(&self, place: Place<'_>, sealed: &[u8]) -> Result<T, StoreError> {
        serde_json::from_slice(&self.open(place, sealed)?).map_err(|_| StoreError::Unreadable(place.column))
    }

    /// Length before each part: no two places give the same bytes.
    fn bound_to(&self, place: Place<'_>) -> Vec<u8> {
        let version = self.version.to_be_bytes();
        let mut bound = Vec::with_capacity(96);
        for part in
            [place.table.as_bytes(), place.column.as_bytes(), place.row, self.owner.as_bytes(), &version]
        {
            bound.extend_from_slice(&(part.len() as u64).to_be_bytes());
            bound.extend_from_slice(part);
        }
        bound
    }
}
