//! Which compiler can build the wasm half here, and the build itself.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, cannot};
use crate::places::Places;

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-22";

/// A way to compile for the browser.
pub enum Toolchain {
    /// The compiler on the PATH has the target's standard library (rustup).
    Installed { version: String },
    /// Debian's compiler, which builds the standard library from its own source first.
    Debian { version: String },
    /// No way: the bundle goes without islands.
    None,
}

impl Toolchain {
    /// Looks at what is installed; asks no network.
    pub fn find() -> Self {
        let installed = answer("rustc", &["--print", "sysroot"])
            .is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir());
        if installed && let Some(version) = answer("rustc", &["--version"]) {
            return Self::Installed { version };
        }
        let debian = [DEBIAN_CARGO, DEBIAN_STD, DEBIAN_LINKER].iter().all(|file| Path::new(file).exists());
        if debian && let Some(version) = answer(DEBIAN_RUSTC, &["--version"]) {
            return Self::Debian { version };
        }
        Self::None
    }

    /// What to put into the stamp: another compiler makes another wasm.
    pub fn name(&self) -> &str {
        match self {
            Self::Installed { version } | Self::Debian { version } => version,
            Self::None => "none",
        }
    }

    /// Compiles the `frontend` crate; the path of the raw wasm, or nothing without a toolchain.
    ///
    /// # Errors
    /// When Cargo fails: its own message stands above ours.
    pub fn build(&self, places: &Places) -> Result<Option<PathBuf>, Failure> {
        let mut cargo = match self {
            Self::Installed { .. } => Command::new("cargo"),
            Self::Debian { .. } => {
                let mut cargo = Command::new(DEBIAN_CARGO);
                cargo
                    .env("RUSTC", DEBIAN_RUSTC)
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER)
                    // Building the standard library is an unstable option.
                    .env("RUSTC_BOOTSTRAP", "1");
                cargo
            }
            Self::None => return Ok(None),
        };
        // Cargo started us and left its own toolchain's libraries on the path.
        cargo
            .env_remove("LD_LIBRARY_PATH")
            .env("CARGO_TARGET_DIR", &places.wasm_target)
            .current_dir(&places.root);
        cargo.args([
            "build",
            "--locked",
            "--package",
            "frontend",
            "--profile",
            "wasm-release",
            "--target",
            TARGET,
        ]);
        if matches!(self, Self::Debian { .. }) {
            cargo.arg("-Zbuild-std=std,panic_abort");
        }
        let status = cargo.status().map_err(cannot("start cargo for the wasm half"))?;
        if !status.success() {
            return Err(Failure(format!(
                "the wasm half did not compile ({}): see Cargo's message above",
                self.name()
            )));
        }
        Ok(Some(places.wasm_target.join(TARGET).join("wasm-release/frontend.wasm")))
    }
}

fn answer(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).env_remove("LD_LIBRARY_PATH").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
