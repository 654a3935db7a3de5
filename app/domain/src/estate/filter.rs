//! What somebody wants to see of an estate.

use serde::{Deserialize, Serialize};

use crate::premises::Premises;

#[cfg(test)]
mod tests;

/// Words to find in a name, or the beginning of a postcode.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Search {
    words: Vec<String>,
    postcode: String,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The last registered first.
    #[default]
    Newest,
    /// By name, small letters and capitals alike.
    Name,
}

impl Search {
    /// The most characters that are looked for; what is longer is cut.
    pub const LONGEST: usize = 120;

    /// What the text asks for.
    pub fn new(text: &str) -> Self {
        let text: String = text.chars().take(Self::LONGEST).collect();
        Self { words: text.split_whitespace().map(str::to_lowercase).collect(), postcode: compact(&text) }
    }

    /// Whether anything is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the premises have every word in their name, or a postcode that begins with the text.
    pub fn finds(&self, premises: &Premises) -> bool {
        let name = premises.name.as_str().to_lowercase();
        self.words.iter().all(|word| name.contains(word))
            || (!self.postcode.is_empty()
                && compact(&premises.address.postcode.to_string()).starts_with(&self.postcode))
    }
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect()
}
