//! The content that was checked and embedded when the server was built.

use std::sync::LazyLock;

use super::model::Library;

static LIBRARY: LazyLock<Result<Library, Unreadable>> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("OUT_DIR"), "/library.json"));
    serde_json::from_str(text).map_err(|error| Unreadable(error.to_string()))
});

/// The embedded content cannot be read: the build is broken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the embedded content cannot be read: {0}")]
pub struct Unreadable(String);

/// The embedded content, read once.
///
/// The server calls this before it binds and keeps the reference, so that no request meets the
/// error.
///
/// # Errors
/// When what was embedded is not what this build reads.
pub fn library() -> Result<&'static Library, &'static Unreadable> {
    LIBRARY.as_ref()
}
