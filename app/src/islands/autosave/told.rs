//! What the server says to an autosave.

use std::fmt;

/// What the server says to an autosave: a line of text, since a reader of JSON is large for a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Autosaved {
    /// It is stored.
    Saved {
        /// The version of the answer now.
        version: u32,
        /// When, by the clock in London.
        at: String,
    },
    /// It is no answer yet: what is missing, in a sentence.
    Incomplete(String),
    /// Somebody else changed the answer; nothing was written.
    Conflict,
    /// The answer can no longer be changed.
    Closed,
    /// Nobody is signed in.
    SignedOut,
}

impl fmt::Display for Autosaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Saved { version, at } => write!(f, "saved {version} {at}"),
            Self::Incomplete(what) => write!(f, "incomplete {what}"),
            Self::Conflict => f.write_str("conflict"),
            Self::Closed => f.write_str("closed"),
            Self::SignedOut => f.write_str("signed-out"),
        }
    }
}

impl Autosaved {
    /// What a line says; `None` when it is none of the server's.
    pub fn read(line: &str) -> Option<Self> {
        match line {
            "conflict" => return Some(Self::Conflict),
            "closed" => return Some(Self::Closed),
            "signed-out" => return Some(Self::SignedOut),
            _ => {}
        }
        if let Some(what) = line.strip_prefix("incomplete ") {
            return Some(Self::Incomplete(what.to_owned()));
        }
        let (version, at) = line.strip_prefix("saved ")?.split_once(' ')?;
        Some(Self::Saved { version: version.parse().ok()?, at: at.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_as_it_was_written() {
        for said in [
            Autosaved::Saved { version: 12, at: "14:03".into() },
            Autosaved::Incomplete("Choose an answer. “Not sure” is one".into()),
            Autosaved::Conflict,
            Autosaved::Closed,
            Autosaved::SignedOut,
        ] {
            assert_eq!(Autosaved::read(&said.to_string()), Some(said));
        }
        for other in ["", "saved", "saved x 14:03", "saved -1 14:03", "<!DOCTYPE html>", "conflict "] {
            assert_eq!(Autosaved::read(other), None, "{other}");
        }
    }
}
