//! What is wrong with a content file, and on which line.

use std::{fmt, ops::Range};

use serde::de::DeserializeOwned;
use toml::Spanned;

/// A content file.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path below the crate, such as `content/standard/2026-11/set.toml`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Something wrong with a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub path: String,
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

impl File {
    /// The file's own name.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Reads the file as TOML.
    ///
    /// # Errors
    /// Where it is not TOML, has an unknown field or lacks one.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        toml::from_str(&self.text).map_err(|error| {
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            self.fault(error.span().unwrap_or(0..0), message)
        })
    }

    /// A fault at a place in this file.
    pub fn fault(&self, span: Range<usize>, message: impl Into<String>) -> Fault {
        let before = self.text.bytes().take(span.start);
        let line = 1 + before.filter(|byte| *byte == b'\n').count();
        Fault { path: self.path.clone(), line, message: message.into() }
    }
}

/// The faults found so far in one file.
pub struct Finder<'a> {
    pub file: &'a File,
    pub faults: &'a mut Vec<Fault>,
}

impl Finder<'_> {
    /// Notes a fault at a value.
    pub fn at<T>(&mut self, value: &Spanned<T>, message: impl Into<String>) {
        self.faults.push(self.file.fault(value.span(), message));
    }
}
