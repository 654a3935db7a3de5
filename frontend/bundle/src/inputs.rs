//! Has anything changed since the last bundle?

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::failure::{Failure, cannot};
use crate::places::Places;

/// Everything that can change the bundle, folders whole. The npm packages count by their lock file as installed.
const INPUTS: [&str; 9] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "app",
    "e2e/node_modules/.package-lock.json",
    "frontend/Cargo.toml",
    "frontend/bundle/Cargo.toml",
    "frontend/bundle/src",
    "frontend/src",
];

/// SHA-256 over the names and contents of every input and the name of the wasm toolchain.
///
/// # Errors
/// When an input is missing or cannot be read.
pub fn stamp(places: &Places, toolchain: &str) -> Result<String, Failure> {
    stamp_of(&places.root, &INPUTS, toolchain)
}

fn stamp_of(root: &Path, inputs: &[&str], toolchain: &str) -> Result<String, Failure> {
    let mut files = Vec::new();
    for input in inputs {
        collect(&root.join(input), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    hash.update(toolchain);
    for file in &files {
        let name = file.strip_prefix(root).unwrap_or(file);
        let bytes = fs::read(file).map_err(cannot(format_args!("read {}", file.display())))?;
        hash_part(&mut hash, name.as_os_str().as_encoded_bytes());
        hash_part(&mut hash, &bytes);
    }
    Ok(hex(&hash.finalize()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let reading = || format!("read {}: run `make setup` if it should be there", path.display());
    if !fs::metadata(path).map_err(cannot(reading()))?.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(cannot(reading()))? {
        collect(&entry.map_err(cannot(reading()))?.path(), files)?;
    }
    Ok(())
}

/// Adds one part with its length, so that no two lists of parts hash alike.
pub fn hash_part(hash: &mut Sha256, part: &[u8]) {
    hash.update(part.len().to_be_bytes());
    hash.update(part);
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
