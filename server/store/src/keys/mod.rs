//! Keys, and what is done with them.
//!
//! The key file holds one secret. From it come the key-encryption key, which wraps a data key for
//! each owner, and keys for tokens. A thief of the database alone can open nothing.

mod data_key;
mod file;
mod keyring;
mod token;

#[cfg(test)]
mod tests;

pub use data_key::{DataKey, Place};
pub use file::KeyFile;
pub(crate) use file::decode;
pub(crate) use keyring::Keyring;
pub use keyring::Owner;
pub use token::{Secret, Tokens};
