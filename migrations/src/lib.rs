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
mod m20261125_01_control;
mod m20261125_02_members;
mod m20261125_03_events;
mod m20261125_04_imports;
mod m20261125_05_coordination;
mod m20261126_01_lists;
mod m20261126_02_notices;
mod m20261126_03_earlier_answers;
mod m20261126_04_drills;
mod m20261126_05_training;
mod m20261126_06_plan;
mod m20261126_07_event_assessments;
mod m20261126_08_parties_and_licences;
mod table;

pub use m20261125_02_members::FIRST_ADMINISTERS;

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
            Box::new(m20261125_01_control::Migration),
            Box::new(m20261125_02_members::Migration),
            Box::new(m20261125_03_events::Migration),
            Box::new(m20261125_04_imports::Migration),
            Box::new(m20261125_05_coordination::Migration),
            Box::new(m20261126_01_lists::Migration),
            Box::new(m20261126_02_notices::Migration),
            Box::new(m20261126_03_earlier_answers::Migration),
            Box::new(m20261126_04_drills::Migration),
            Box::new(m20261126_05_training::Migration),
            Box::new(m20261126_06_plan::Migration),
            Box::new(m20261126_07_event_assessments::Migration),
            Box::new(m20261126_08_parties_and_licences::Migration),
        ]
    }
}
