//! What went wrong, and what the person at the keyboard should do about it.

use std::fmt::Display;

/// A sentence for the terminal. The tool prints it and ends with status 1.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(pub String);

/// Turns any error into a [`Failure`] that begins with what was being done: `cannot write x: disk full`.
pub fn cannot<E: Display>(what: impl Display) -> impl FnOnce(E) -> Failure {
    move |error| Failure(format!("cannot {what}: {error}"))
}
