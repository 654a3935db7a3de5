//! A file in chunks, each encrypted and bound to its place: none can be changed, moved or cut off.
//!
//! First eight bytes that say what it is, then a random nonce, then the chunks (STREAM with
//! XChaCha20-Poly1305).

use std::io::{self, Read, Write};

use aead_stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, aead::Payload};
use zeroize::Zeroizing;

use super::BackupError;

const KIND: &[u8; 8] = b"PORTALB1";
const NONCE: usize = 19;
/// Plain bytes in a chunk; a chunk in the file is longer by its tag.
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

type Key = Zeroizing<[u8; 32]>;

/// Encrypts all of `plain`. Gives how many bytes were written.
pub fn encrypt(key: &Key, plain: impl Read, out: &mut impl Write) -> io::Result<u64> {
    let mut nonce = [0_u8; NONCE];
    getrandom::fill(&mut nonce).map_err(io::Error::other)?;
    out.write_all(KIND)?;
    out.write_all(&nonce)?;
    let mut written = (KIND.len() + NONCE) as u64;
    let mut chunks = Chunks::of(plain, CHUNK)?;
    let mut sealer = EncryptorBE32::from_aead(XChaCha20Poly1305::new((&**key).into()), (&nonce).into());
    let too_large = |_| io::Error::from(io::ErrorKind::FileTooLarge);
    while let Some(chunk) = chunks.next_but_last()? {
        let sealed = sealer.encrypt_next(bound(&chunk)).map_err(too_large)?;
        out.write_all(&sealed)?;
        written += sealed.len() as u64;
    }
    let sealed = sealer.encrypt_last(bound(&chunks.last)).map_err(too_large)?;
    out.write_all(&sealed)?;
    Ok(written + sealed.len() as u64)
}

/// Decrypts all of `sealed`.
pub fn decrypt(key: &Key, mut sealed: impl Read, out: &mut impl Write) -> Result<(), BackupError> {
    let (mut kind, mut nonce) = ([0_u8; KIND.len()], [0_u8; NONCE]);
    sealed.read_exact(&mut kind).map_err(|_| BackupError::NotABackup)?;
    if kind != *KIND {
        return Err(BackupError::NotABackup);
    }
    sealed.read_exact(&mut nonce).map_err(|_| BackupError::Sealed)?;
    let file = |error| BackupError::File("backup".into(), error);
    let mut chunks = Chunks::of(sealed, CHUNK + TAG).map_err(file)?;
    let mut opener = DecryptorBE32::from_aead(XChaCha20Poly1305::new((&**key).into()), (&nonce).into());
    while let Some(chunk) = chunks.next_but_last().map_err(file)? {
        let plain = opener.decrypt_next(bound(&chunk)).map_err(|_| BackupError::Sealed)?;
        out.write_all(&plain).map_err(file)?;
    }
    let plain = opener.decrypt_last(bound(&chunks.last)).map_err(|_| BackupError::Sealed)?;
    out.write_all(&plain).map_err(file)
}

fn bound(chunk: &[u8]) -> Payload<'_, 'static> {
    Payload { msg: chunk, aad: KIND }
}

/// Pieces of a stream, one read ahead to know which is the last.
struct Chunks<R> {
    from: R,
    size: usize,
    last: Vec<u8>,
}

impl<R: Read> Chunks<R> {
    fn of(from: R, size: usize) -> io::Result<Self> {
        let mut chunks = Self { from, size, last: Vec::new() };
        chunks.last = chunks.read()?;
        Ok(chunks)
    }

    /// A chunk after which another comes; the last one stays in `last`.
    fn next_but_last(&mut self) -> io::Result<Option<Vec<u8>>> {
        let after = self.read()?;
        if after.is_empty() {
            return Ok(None);
        }
        Ok(Some(std::mem::replace(&mut self.last, after)))
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut chunk = Vec::with_capacity(self.size);
        self.from.by_ref().take(self.size as u64).read_to_end(&mut chunk)?;
        Ok(chunk)
    }
}

#[cfg(test)]
mod tests;
