//! What each command does.

use std::{fs, os::unix::fs::DirBuilderExt};

use chrono::TimeDelta;
use domain::{
    content::library,
    policy::{Actor, Facts, decide},
};
use store::{Clock, KeyFile, Store, backup::restore};
use tracing_subscriber::EnvFilter;

use crate::{
    config::{Cli, Command, DataArgs},
    demo, serve, sheets, user,
};

/// Runs a command to its end.
pub fn run(cli: Cli) -> Result<(), String> {
    let filter = EnvFilter::try_from_env("PORTAL_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve(args) => {
                args.check()?;
                let store = open(&cli.data).await?;
                demo::prepare(&store, args.demo).await.map_err(|error| error.to_string())?;
                serve::serve(store, args).await
            }
            Command::Migrate => open(&cli.data).await.map(|_| ()),
            Command::User(args) => {
                println!("{}", user::run(&open(&cli.data).await?, args).await?);
                Ok(())
            }
            Command::Release { as_of, days_ahead } => {
                let store = open(&cli.data).await?;
                store.clock().shift(TimeDelta::days(days_ahead.into()));
                let permit = decide(&Actor::System, (), &Facts::default()).map_err(|e| e.to_string())?;
                let made = store.make_release(&permit, as_of).await.map_err(|error| error.to_string())?;
                println!(
                    "Released as of {as_of}: {} councils, {} figures shown, {} withheld. SHA-256 {}",
                    made.councils, made.shown, made.withheld, made.sha256
                );
                Ok(())
            }
            Command::Scope { file } => sheets::scope(&file),
            Command::Deadlines { file } => sheets::deadlines(&file),
            Command::Content => {
                let library = library().map_err(ToString::to_string)?;
                println!("{}", serde_json::to_string_pretty(&library.summary()).map_err(|e| e.to_string())?);
                Ok(())
            }
            Command::Backup { file } => {
                let (store, keys) = (open(&cli.data).await?, keys(&cli.data)?);
                let permit = decide(&Actor::System, (), &Facts::default()).map_err(|e| e.to_string())?;
                let size = store.backup(&permit, &keys, &file).await.map_err(|error| error.to_string())?;
                println!("{size} bytes in {}", file.display());
                Ok(())
            }
            Command::Restore { file, to } => {
                // Only an existing key file can open it.
                let keys = KeyFile::read(&cli.data.key_file()).map_err(|error| error.to_string())?;
                let path = restore(&keys, &file, &to).await.map_err(|error| error.to_string())?;
                println!("The database is at {}", path.display());
                Ok(())
            }
        }
    })
}

/// Opens the database, and brings its schema up to date.
async fn open(data: &DataArgs) -> Result<Store, String> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&data.data)
        .map_err(|error| format!("{}: {error}", data.data.display()))?;
    let keys = keys(data)?;
    Store::open(&data.url(), &keys, Clock::system()).await.map_err(|error| format!("The database: {error}"))
}

fn keys(data: &DataArgs) -> Result<KeyFile, String> {
    KeyFile::read_or_make(&data.key_file()).map_err(|error| error.to_string())
}
