//! The portal's command line.
#![forbid(unsafe_code)]

mod assets;
mod commands;
mod config;
mod middleware;
mod router;
mod serve;

use std::process::ExitCode;

use clap::Parser;

use config::Cli;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match commands::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
