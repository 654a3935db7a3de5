//! The database schema, one migration a file, forward only.
//!
//! Sealed columns hold ciphertext, token columns a keyed digest; times are UTC milliseconds.
//! What each column is for stands in `docs/data-map.toml`.
#![forbid(unsafe_code)]

use sea_orm_migration::prelude::*;

mod m20261122_01_accounts;
mod m20261122_02_premises;
mod m20261122_03_cases;
mod m20261122_04_releases;
mod m20261122_05_audit;
mod table;

/// Runs the migrations in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_01_accounts::Migration),
            Box::new(m20261122_02_premises::Migration),
            Box::new(m20261122_03_cases::Migration),
            Box::new(m20261122_04_releases::Migration),
            Box::new(m20261122_05_audit::Migration),
        ]
    }
}
