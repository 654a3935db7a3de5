//! Which council, police force and Counter Terrorism Policing region is a place in?
//!
//! Answered offline from `content/area`. Northern Ireland postcodes are not open data, so an
//! address there chooses its district.

#[cfg(feature = "content")]
mod lookup;
mod postcode;
#[cfg(feature = "content")]
mod tables;

#[cfg(feature = "content")]
#[cfg(test)]
mod tests;

#[cfg(feature = "content")]
pub use lookup::{Area, NoArea, by_postcode, of_council};
pub use postcode::{BadPostcode, Postcode};
#[cfg(feature = "content")]
pub use tables::{
    Council, Force, Membership, Nation, Region, council, councils, councils_in, districts, force, region,
    regions,
};

/// What the data's licences ask pages to show.
#[cfg(feature = "content")]
pub const ATTRIBUTION: &str = include_str!("../../content/area/ATTRIBUTION.txt");
