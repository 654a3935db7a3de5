//! The portal's command line.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use clap::Parser;
use server::{commands, config::Cli};

fn main() -> ExitCode {
    match commands::run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
