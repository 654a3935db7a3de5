//! Checks the content files and writes what the crate includes.

use std::{env, error::Error, path::PathBuf, process::ExitCode};

#[path = "build/area.rs"]
mod area;
#[path = "build/content.rs"]
mod content;
#[path = "build/fault.rs"]
mod fault;
#[path = "build/law.rs"]
mod law;
#[path = "build/methods.rs"]
mod methods;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    law::generate();
    methods::generate();
    if env::var_os("CARGO_FEATURE_CONTENT").is_some() {
        area::generate();
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    Ok(if content::embed(&out)? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
