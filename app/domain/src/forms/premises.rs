//! Four small forms about premises: name and address, use, exclusions, number of people.

mod exclusions;
#[cfg(feature = "content")]
#[cfg(feature = "content")]
mod filled;
#[cfg(feature = "content")]
mod name_and_address;
mod numbers;
mod uses;

#[cfg(feature = "content")]
#[cfg(test)]
mod tests;

pub use exclusions::{ExclusionsForm, StatedExclusions};
#[cfg(feature = "content")]
pub use name_and_address::{NameAndAddress, NameAndAddressForm};
pub use numbers::{NumbersForm, StatedNumber};
pub use uses::{StatedUses, UseForm};

use validator::Validate;

use super::Errors;
use crate::scope::Known;

/// What `validator` finds, in page order.
fn lengths(form: &impl Validate, fields: &[&'static str]) -> Errors {
    form.validate().err().map_or_else(Errors::none, |found| Errors::from_validator(&found, fields))
}

/// The version that the person saw; `None` for something new.
fn version(text: &str) -> Result<Option<u32>, &'static str> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| "invalid") }
}

/// An answer of `yes`, `no` or `not-sure`.
fn known(text: &str) -> Result<Known, &'static str> {
    match text {
        "yes" => Ok(Known::Yes),
        "no" => Ok(Known::No),
        "not-sure" => Ok(Known::NotSure),
        "" => Err("missing"),
        _ => Err("invalid"),
    }
}

/// Keeps a part that is right, or notes its error.
fn keep<T>(errors: &mut Errors, field: &'static str, part: Result<T, &'static str>) -> Option<T> {
    part.map_err(|code| errors.add(field, code)).ok()
}
