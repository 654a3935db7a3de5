//! What becomes of a file of premises that was checked?

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::forms::Errors;

/// The form under what a file says.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ImportForm {
    /// `import` where no row is wrong, `good-rows` to leave the wrong ones, or `discard`.
    pub choice: String,
    /// Rows to register although they are likely to be there.
    pub keep: Vec<String>,
    /// The rows that were shown as likely to be there, between spaces.
    pub seen: String,
}

/// What is to become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportChoice {
    /// It is imported.
    Import,
    /// It is thrown away.
    Discard,
}

impl ImportForm {
    /// What is to become of a file, some of whose rows may be wrong.
    ///
    /// # Errors
    /// `missing` at `choice`: nothing was chosen, or to import a file whole that is not whole.
    pub fn check(&self, whole: bool) -> Result<ImportChoice, Errors> {
        match (self.choice.as_str(), whole) {
            ("import", true) | ("good-rows", false) => Ok(ImportChoice::Import),
            ("discard", _) => Ok(ImportChoice::Discard),
            _ => Err(Errors::one("choice", "missing")),
        }
    }

    /// The rows to register although they are likely to be there.
    pub fn kept(&self) -> BTreeSet<u32> {
        self.keep.iter().filter_map(|row| row.parse().ok()).collect()
    }

    /// The rows that were shown as likely to be there.
    pub fn shown(&self) -> BTreeSet<u32> {
        self.seen.split_whitespace().filter_map(|row| row.parse().ok()).collect()
    }
}
