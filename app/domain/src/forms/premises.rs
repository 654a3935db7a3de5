//! Small forms about premises: name and address, use, exclusions, number of people, the place,
//! control; and one about many at once.

mod exclusions;
#[cfg(feature = "content")]
mod filled;
mod import;
#[cfg(feature = "content")]
mod name_and_address;
mod numbers;
#[cfg(feature = "content")]
mod shared;
mod site;
mod uses;
mod work_out;

#[cfg(feature = "content")]
#[cfg(test)]
mod tests;

pub use exclusions::{ExclusionsForm, StatedExclusions};
pub use import::{ImportChoice, ImportForm};
#[cfg(feature = "content")]
pub(super) use name_and_address::keep_place;
#[cfg(feature = "content")]
pub use name_and_address::{NameAndAddress, NameAndAddressForm};
pub use numbers::{NumbersForm, StatedNumber};
#[cfg(feature = "content")]
pub use shared::SharedForm;
pub use site::SiteForm;
pub use uses::{StatedUses, UseForm};
pub use work_out::WorkOutForm;

use validator::Validate;

use super::Errors;
use crate::scope::Known;

/// What `validator` finds; what is added comes into page order too.
pub(super) fn lengths(form: &impl Validate, fields: &'static [&'static str]) -> Errors {
    let found = form.validate().err();
    found.map_or_else(|| Errors::in_order_of(fields), |found| Errors::from_validator(&found, fields))
}

/// The version that the person saw; `None` for something new.
fn version(text: &str) -> Result<Option<u32>, &'static str> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| "invalid") }
}

/// An answer of `yes`, `no` or `not-sure`.
pub(super) fn known(text: &str) -> Result<Known, &'static str> {
    match text {
        "yes" => Ok(Known::Yes),
        "no" => Ok(Known::No),
        "not-sure" => Ok(Known::NotSure),
        "" => Err("missing"),
        _ => Err("invalid"),
    }
}

/// Keeps a part that is right, or notes its error.
pub(super) fn keep<T>(errors: &mut Errors, field: &'static str, part: Result<T, &'static str>) -> Option<T> {
    part.map_err(|code| errors.add(field, code)).ok()
}
