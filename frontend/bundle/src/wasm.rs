//! From the compiler's wasm to the two files that the browser loads.

use std::fs;
use std::path::Path;
use std::process::Command;

use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::failure::{Failure, cannot};
use crate::inputs::{hash_part, hex};
use crate::places::Places;

/// Not `--all-features`: that emits compact imports, which Chromium refuses.
const OPTIMISE: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The JavaScript glue and the wasm itself.
pub struct Islands {
    pub glue: Vec<u8>,
    pub wasm: Vec<u8>,
}

/// Binds and shrinks the raw wasm. The result is kept beside the wasm build and used again while the raw wasm
/// stays the same: an edit on the server's side costs nothing here.
///
/// # Errors
/// When wasm-bindgen refuses the file, or wasm-opt is missing or fails.
pub fn finish(places: &Places, raw: &Path) -> Result<Islands, Failure> {
    let bytes = fs::read(raw).map_err(cannot(format_args!("read {}", raw.display())))?;
    let optimiser = places.packages.join("binaryen/bin/wasm-opt");
    let optimiser_version = fs::read(places.packages.join("binaryen/package.json"))
        .map_err(cannot("find wasm-opt in e2e/node_modules (run `make setup`)"))?;
    let mut hash = Sha256::new();
    hash_part(&mut hash, &bytes);
    hash_part(&mut hash, &optimiser_version);
    hash_part(&mut hash, OPTIMISE.join(" ").as_bytes());
    let kept = places.wasm_target.join("finished");
    let key = kept.join("key");
    let digest = hex(&hash.finalize());
    if fs::read_to_string(&key).is_ok_and(|last| last == digest) {
        return read(&kept);
    }

    fs::create_dir_all(&kept).map_err(cannot(format_args!("make {}", kept.display())))?;
    // The key goes first and comes back last: files cut short by an interruption are never taken for good.
    if key.exists() {
        fs::remove_file(&key).map_err(cannot(format_args!("remove {}", key.display())))?;
    }
    bind(raw, &kept)?;
    optimise(&optimiser, &kept.join("portal_bg.wasm"))?;
    fs::write(&key, digest).map_err(cannot(format_args!("write {}", key.display())))?;
    read(&kept)
}

fn bind(raw: &Path, into: &Path) -> Result<(), Failure> {
    Bindgen::new()
        .input_path(raw)
        .web(true)
        .map_err(cannot("set wasm-bindgen up"))?
        .typescript(false)
        .omit_default_module_path(true)
        .out_name("portal")
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(into)
        .map_err(|error| Failure(format!("wasm-bindgen refuses {}: {error:#}", raw.display())))
}

fn optimise(optimiser: &Path, wasm: &Path) -> Result<(), Failure> {
    let status = Command::new(optimiser)
        .args(OPTIMISE)
        .arg(wasm)
        .arg("-o")
        .arg(wasm)
        .status()
        .map_err(cannot(format_args!("start {} (run `make setup`)", optimiser.display())))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure(format!("wasm-opt failed on {}: see its message above", wasm.display())))
    }
}

fn read(folder: &Path) -> Result<Islands, Failure> {
    let file = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(cannot(format_args!("read {}", path.display())))
    };
    Ok(Islands { glue: file("portal.js")?, wasm: file("portal_bg.wasm")? })
}
