//! A panic is a page with a reference, and a line in the log without what caused it.

use std::any::Any;

use app::PageError;
use axum::response::{IntoResponse, Response};

/// The answer to a request that panicked.
pub fn answer(panic: Box<dyn Any + Send>) -> Response {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("panic");
    // The first line only, and short: a message may hold what somebody typed.
    let short: String = text.lines().next().unwrap_or("").chars().take(120).collect();
    PageError::Fault(format!("panic: {short}")).into_response()
}
