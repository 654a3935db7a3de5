//! The pages: handlers authorise, load or save, and answer; views only show.
//!
//! Under `hydrate` this crate is the browser half, and holds the islands alone. This file is the
//! only place that switches between the two.
#![forbid(unsafe_code)]

pub mod islands;

#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
mod document;
#[cfg(feature = "ssr")]
mod download;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod guard;
#[cfg(feature = "ssr")]
mod ics;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
pub mod paths;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod words;

#[cfg(feature = "ssr")]
pub use error::PageError;
#[cfg(feature = "ssr")]
pub use page::Page;
#[cfg(feature = "ssr")]
pub use request::{Assets, ClientAddress, Portal, Viewer};
