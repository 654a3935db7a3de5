//! How the build refuses a broken content file: with its path, its line and a sentence.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// Stops the build with `path:line: message`.
pub fn refuse(path: &str, line: usize, message: &str) -> ! {
    eprintln!("app/domain/{path}:{line}: {message}");
    process::exit(1)
}

/// The text of a file in the crate, which is read again when it changes.
pub fn read(path: &str) -> String {
    println!("cargo::rerun-if-changed={path}");
    fs::read_to_string(path).unwrap_or_else(|error| refuse(path, 0, &error.to_string()))
}

/// Writes a generated file for the crate to include.
pub fn write(name: &str, bytes: impl AsRef<[u8]>) {
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join(Path::new(name));
    if let Err(error) = fs::write(&target, bytes) {
        refuse(&target.display().to_string(), 0, &error.to_string());
    }
}
