//! What are the premises called, and where are they?

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{keep, lengths, version};
use crate::{
    area::{self, Area, NoArea, Postcode},
    codes::{CouncilCode, RegionCode},
    forms::Errors,
    premises::{Address, AddressLine, PremisesName},
};

/// The name and address form.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct NameAndAddressForm {
    /// The premises' name.
    #[validate(length(max = 500, code = "too-long"))]
    pub name: String,
    /// Building and street.
    #[validate(length(max = 500, code = "too-long"))]
    pub line1: String,
    /// More of the address; may be empty.
    #[validate(length(max = 500, code = "too-long"))]
    pub line2: String,
    /// Town or city.
    #[validate(length(max = 500, code = "too-long"))]
    pub town: String,
    /// Postcode.
    #[validate(length(max = 20, code = "postcode-invalid"))]
    pub postcode: String,
    /// The council code of the district. Only looked at for Northern Ireland, whose postcodes do
    /// not tell it.
    #[validate(length(max = 9, code = "district-unknown"))]
    pub district: String,
    /// The version that the person saw; empty for new premises.
    pub version: String,
    /// Tells a form for new premises sent twice from two forms.
    pub once: String,
}

/// What a name and address form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameAndAddress {
    /// The name.
    pub name: PremisesName,
    /// The address.
    pub address: Address,
    /// The council that the postcode, or the district, is in.
    pub council: CouncilCode,
    /// The Counter Terrorism Policing region that the council is in.
    pub region: RegionCode,
    /// The version that the person saw; `None` for new premises.
    pub version: Option<u32>,
}

impl NameAndAddressForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 7] = ["name", "line1", "line2", "town", "postcode", "district", "version"];

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `too-long`, `not-text`, `postcode-invalid`
    /// (no postcode), `postcode-unknown` (none of Great Britain), `district-missing` and
    /// `district-unknown` (Northern Ireland), `invalid` (the version).
    pub fn check(&self) -> Result<NameAndAddress, Errors> {
        let mut errors = lengths(self, &Self::FIELDS);
        let name = keep(&mut errors, "name", PremisesName::new(&self.name));
        let line1 = keep(&mut errors, "line1", AddressLine::new(&self.line1));
        let line2 = if self.line2.trim().is_empty() {
            None
        } else {
            keep(&mut errors, "line2", AddressLine::new(&self.line2))
        };
        let town = keep(&mut errors, "town", AddressLine::new(&self.town));
        let place = keep_place(&mut errors, &self.postcode, &self.district);
        let version = keep(&mut errors, "version", version(&self.version));
        match (name, line1, town, place, version) {
            (Some(name), Some(line1), Some(town), Some((postcode, area)), Some(version)) => {
                errors.or(|| NameAndAddress {
                    name,
                    address: Address { line1, line2, town, postcode },
                    council: area.council.code.clone(),
                    region: area.region.code.clone(),
                    version,
                })
            }
            _ => Err(errors),
        }
    }
}

fn keep_place(errors: &mut Errors, postcode: &str, chosen: &str) -> Option<(Postcode, Area)> {
    let read = if postcode.trim().is_empty() {
        Err("missing")
    } else {
        postcode.parse::<Postcode>().map_err(|_| "postcode-invalid")
    };
    let postcode = keep(errors, "postcode", read)?;
    let found = match area::by_postcode(&postcode) {
        Ok(area) => Some(area),
        Err(NoArea::Unknown) => keep(errors, "postcode", Err("postcode-unknown")),
        Err(NoArea::ChooseDistrict) => keep(errors, "district", district(chosen)),
    };
    found.map(|area| (postcode, area))
}

fn district(chosen: &str) -> Result<Area, &'static str> {
    if chosen.is_empty() {
        return Err("district-missing");
    }
    area::districts()
        .into_iter()
        .find(|district| district.code.as_str() == chosen)
        .and_then(|district| area::of_council(&district.code))
        .ok_or("district-unknown")
}
