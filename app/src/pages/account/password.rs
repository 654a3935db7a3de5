//! Is a password strong enough, and how a page says that it is not.

use domain::account::Password;
use zxcvbn::{Score, zxcvbn};

/// Words that somebody guessing at this portal would try first.
const OUR_OWN_WORDS: [&str; 8] =
    ["portal", "martyn", "martynslaw", "venue", "premises", "protect", "terrorism", "ctsa"];

/// The code of what is wrong with a password, if anything is. `known` is what else the form says.
pub fn weakness(password: &Password, known: &[&str]) -> Option<&'static str> {
    let parts = known.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let guesses: Vec<&str> =
        known.iter().copied().chain(parts.filter(|part| part.len() > 2)).chain(OUR_OWN_WORDS).collect();
    (zxcvbn(password.reveal(), &guesses).score() < Score::Three).then_some("weak")
}

/// The sentence for a code.
pub fn words(code: &str) -> &'static str {
    match code {
        "missing" => "Enter a password",
        "too-short" => "Your password must be 12 characters or more",
        "too-long" => "Your password must be 128 characters or fewer",
        _ => "Choose a password that is harder to guess. Three words that do not belong together work well",
    }
}

#[cfg(test)]
mod tests;
