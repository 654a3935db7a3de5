//! The browser half: wakes the islands that the server rendered, and nothing else.
#![forbid(unsafe_code)]

// Named so that the linker keeps the islands: nothing here calls them.
use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Prepares the islands of the page; `start.js` then wakes each one by its name.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
