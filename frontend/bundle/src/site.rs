//! The finished bundle on disk: one folder named by what is in it, and a manifest beside it.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::failure::{Failure, cannot};
use crate::inputs::{hash_part, hex};
use crate::{budget, compress};

/// `manifest.json`: what the server needs to know about the bundle.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// Name of the folder: the first 16 hexadecimal digits of a SHA-256 over every file's name and content.
    pub hash: String,
    /// Whether the bundle has a wasm half.
    pub islands: bool,
    /// Every file of the folder, compressed copies not counted.
    pub files: Vec<Listed>,
    /// What the bundle was made from: see `inputs`.
    pub inputs: String,
}

/// One file of the bundle.
#[derive(Debug, Serialize, Deserialize)]
pub struct Listed {
    pub name: String,
    /// Size as it is.
    pub bytes: usize,
    /// Size with brotli, or as it is where brotli makes it no smaller.
    pub brotli: usize,
}

/// A file before it is written.
pub struct File {
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

/// The manifest of a bundle that is whole and was made from these inputs.
pub fn current(site: &Path, inputs: &str) -> Option<Manifest> {
    let manifest: Manifest = serde_json::from_slice(&fs::read(site.join("manifest.json")).ok()?).ok()?;
    let folder = site.join(&manifest.hash);
    let whole = manifest.files.iter().all(|file| folder.join(&file.name).is_file());
    (whole && manifest.inputs == inputs).then_some(manifest)
}

/// Writes the folder with compressed copies, then the manifest, then removes older folders.
///
/// # Errors
/// When a file is over its budget (nothing is written then) or the disk refuses.
pub fn write(site: &Path, files: &[File], islands: bool, inputs: String) -> Result<Manifest, Failure> {
    let hash = hash_of(files);
    let mut listed = Vec::new();
    let mut copies = Vec::new();
    for file in files {
        let small = [("br", compress::brotli(&file.bytes)?), ("gz", compress::gzip(&file.bytes)?)]
            .map(|(ending, bytes)| (format!("{}.{ending}", file.name), bytes));
        let brotli = small.first().map_or(file.bytes.len(), |(_, bytes)| bytes.len().min(file.bytes.len()));
        listed.push(Listed { name: file.name.to_owned(), bytes: file.bytes.len(), brotli });
        copies.extend(small.into_iter().filter(|(_, bytes)| bytes.len() < file.bytes.len()));
    }
    budget::check(&listed)?;

    let folder = site.join(&hash);
    fs::create_dir_all(&folder).map_err(cannot(format_args!("make {}", folder.display())))?;
    for file in files {
        put(&folder.join(file.name), &file.bytes)?;
    }
    for (name, bytes) in &copies {
        put(&folder.join(name), bytes)?;
    }
    let manifest = Manifest { hash, islands, files: listed, inputs };
    let text = serde_json::to_string_pretty(&manifest).map_err(cannot("word the manifest"))?;
    put(&site.join("manifest.json"), text.as_bytes())?;
    remove_others(site, &manifest.hash)?;
    Ok(manifest)
}

fn hash_of(files: &[File]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash_part(&mut hash, file.name.as_bytes());
        hash_part(&mut hash, &file.bytes);
    }
    hex(&hash.finalize()).chars().take(16).collect()
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(cannot(format_args!("write {}", path.display())))
}

fn remove_others(site: &Path, hash: &str) -> Result<(), Failure> {
    let reading = || format!("read {}", site.display());
    for entry in fs::read_dir(site).map_err(cannot(reading()))? {
        let path = entry.map_err(cannot(reading()))?.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != hash) {
            fs::remove_dir_all(&path).map_err(cannot(format_args!("remove {}", path.display())))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
