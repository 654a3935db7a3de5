//! Checks the content files and writes what the crate includes.

#[path = "build/area.rs"]
mod area;
#[path = "build/fault.rs"]
mod fault;
#[path = "build/law.rs"]
mod law;

fn main() {
    println!("cargo::rerun-if-changed=build");
    law::generate();
    if std::env::var_os("CARGO_FEATURE_CONTENT").is_some() {
        area::generate();
    }
}
