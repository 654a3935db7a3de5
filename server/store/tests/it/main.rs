//! The store on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod accounts;
mod assessments;
mod backups;
mod both;
mod calendar;
mod coordination;
mod data_map;
mod desk;
mod estates;
mod event_assessments;
mod events;
mod invitations;
mod joining;
mod kept;
mod lists;
mod members;
mod migration;
mod notices;
mod passwords;
mod races;
mod releases;
mod reviews;
mod rounds;
mod sessions;
mod submissions;
mod suspension;
mod team;
mod thief;
mod twice;
mod venue;
