//! Makes `frontend/site`: the stylesheet, the scripts and the wasm half, hashed and compressed.
//!
//! `cargo run -p bundle` does nothing when no input has changed.
#![forbid(unsafe_code)]

mod budget;
mod compress;
mod failure;
mod inputs;
mod places;
mod site;
mod style;
mod toolchain;
mod wasm;

use std::fs;
use std::process::ExitCode;

use failure::{Failure, cannot};
use places::Places;
use site::{File, Manifest};
use toolchain::Toolchain;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bundle: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    let places = Places::find()?;
    let toolchain = Toolchain::find();
    let inputs = inputs::stamp(&places, toolchain.name())?;
    let manifest = match site::current(&places.site, &inputs) {
        Some(manifest) => manifest,
        None => make(&places, &toolchain, inputs)?,
    };
    report(&manifest);
    Ok(())
}

fn make(places: &Places, toolchain: &Toolchain, inputs: String) -> Result<Manifest, Failure> {
    let mut start = script(places, "start.js")?;
    let mut files = vec![
        File { name: "govuk-frontend.min.js", bytes: style::govuk_script(places)? },
        File { name: "portal.css", bytes: style::stylesheet(places)? },
    ];
    let raw = toolchain.build(places)?;
    if let Some(raw) = &raw {
        let islands = wasm::finish(places, raw)?;
        files.push(File { name: "portal.js", bytes: islands.glue });
        files.push(File { name: "portal_bg.wasm", bytes: islands.wasm });
        start.extend(script(places, "islands.js")?);
    }
    files.push(File { name: "start.js", bytes: start });
    site::write(&places.site, &files, raw.is_some(), inputs)
}

fn script(places: &Places, name: &str) -> Result<Vec<u8>, Failure> {
    let path = places.root.join("frontend/src").join(name);
    fs::read(&path).map_err(cannot(format_args!("read {}", path.display())))
}

fn report(manifest: &Manifest) {
    println!("frontend/site/{}", manifest.hash);
    for file in &manifest.files {
        println!("  {:<22} {:>7} bytes, {:>6} with brotli", file.name, file.bytes, file.brotli);
    }
    if !manifest.islands {
        println!(
            "  No wasm toolchain here: every page works, without its islands. `make setup` installs one."
        );
    }
}
