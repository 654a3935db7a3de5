//! The key file: 32 random bytes in hexadecimal, readable by its owner only.

use std::{
    fs,
    io::Write,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::StoreError;

/// The portal's one secret. Whoever loses it loses every sealed value.
pub struct KeyFile(Zeroizing<[u8; 32]>);

impl KeyFile {
    /// Reads the key file.
    ///
    /// # Errors
    /// [`StoreError::KeyFile`] when it is missing, readable by others, or not 64 hexadecimal digits
    /// with some variety in them.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        let refuse = |why: &str| StoreError::KeyFile(format!("{}: {why}", path.display()));
        let mode = fs::metadata(path).map_err(|error| refuse(&error.to_string()))?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(refuse("others may read it; run chmod 600"));
        }
        let text = Zeroizing::new(fs::read_to_string(path).map_err(|error| refuse(&error.to_string()))?);
        let mut key = Zeroizing::new([0_u8; 32]);
        decode(text.trim(), &mut key).ok_or_else(|| refuse("not 64 hexadecimal digits"))?;
        let mut seen = key.to_vec();
        seen.sort_unstable();
        seen.dedup();
        if seen.len() < 8 {
            return Err(refuse("not random"));
        }
        Ok(Self(key))
    }

    /// Reads the key file, or makes one where there is none.
    ///
    /// # Errors
    /// As [`KeyFile::read`], and when it cannot be written.
    pub fn read_or_make(path: &Path) -> Result<Self, StoreError> {
        if !path.exists() {
            let key = Self::random()?;
            let text = Zeroizing::new(key.0.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
            let written = fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(path)
                .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
            written.map_err(|error| StoreError::KeyFile(format!("{}: {error}", path.display())))?;
        }
        Self::read(path)
    }

    /// A new secret, in memory only.
    ///
    /// # Errors
    /// [`StoreError::Random`].
    pub fn random() -> Result<Self, StoreError> {
        let mut key = Zeroizing::new([0_u8; 32]);
        getrandom::fill(key.as_mut())?;
        Ok(Self(key))
    }

    /// A key for one purpose.
    pub(crate) fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        let mut key = Zeroizing::new([0_u8; 32]);
        // Only an output of more than 255 hashes can fail; this is one.
        let expanded = Hkdf::<Sha256>::new(None, self.0.as_ref()).expand(purpose.as_bytes(), key.as_mut());
        debug_assert!(expanded.is_ok());
        key
    }
}

/// 64 hexadecimal digits as bytes.
pub(crate) fn decode(text: &str, key: &mut [u8; 32]) -> Option<()> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (place, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(())
}
