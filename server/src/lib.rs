//! The portal's HTTP server and command line, as a library for its own tests.
#![forbid(unsafe_code)]

mod assets;
pub mod commands;
pub mod config;
pub mod demo;
mod middleware;
pub mod router;
mod serve;
mod sheets;
mod user;
