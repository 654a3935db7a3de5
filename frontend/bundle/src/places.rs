//! Where are the things this tool reads and writes?

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, cannot};

/// The folders of one checkout.
pub struct Places {
    /// The checkout.
    pub root: PathBuf,
    /// The finished bundle: a folder named by its hash, and `manifest.json`.
    pub site: PathBuf,
    /// npm packages: Sass, GOV.UK Frontend, wasm-opt.
    pub packages: PathBuf,
    /// Target folder of the wasm build, apart from the server's: the compilers may differ in version.
    pub wasm_target: PathBuf,
}

impl Places {
    /// Finds the folders from this crate's own place, which Cargo names; the target folder follows `CARGO_TARGET_DIR`.
    ///
    /// # Errors
    /// When not run through Cargo: two checkouts may share a target folder, so the place compiled in is no guide.
    pub fn find() -> Result<Self, Failure> {
        let own = env::var("CARGO_MANIFEST_DIR")
            .map_err(cannot("find the checkout (use `cargo run -p bundle`)"))?;
        let root =
            Path::new(&own).join("../..").canonicalize().map_err(cannot(format_args!("open {own}")))?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let target = std::path::absolute(&target).map_err(cannot("find the target folder"))?;
        Ok(Self {
            site: root.join("frontend/site"),
            packages: root.join("e2e/node_modules"),
            wasm_target: target.join("wasm"),
            root,
        })
    }
}
