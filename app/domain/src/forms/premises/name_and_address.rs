//! What are the premises called, and where are they?

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{keep, lengths, version};
use crate::{
    area::{self, Area, Nation, NoArea, Postcode},
    codes::{CouncilCode, RegionCode},
    forms::Errors,
    ids::PremisesId,
    premises::{Address, AddressLine, PremisesName, Uprn},
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
    /// The code of the council, where the postcode does not tell it (Northern Ireland, or a postcode that is
    /// new), or tells a wrong one; otherwise empty.
    #[validate(length(max = 9, code = "district-unknown"))]
    pub district: String,
    /// Unique Property Reference Number; may be empty.
    #[validate(length(max = 40, code = "uprn-invalid"))]
    pub uprn: String,
    /// The version that the person saw; empty for new premises.
    pub version: String,
    /// Tells a form for new premises sent twice from two forms.
    pub once: String,
    /// Ids of premises that were shown as likely to be the same, between spaces: registered anyway.
    #[validate(length(max = 4_000, code = "invalid"))]
    pub anyway: String,
}

/// What a name and address form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameAndAddress {
    /// The name.
    pub name: PremisesName,
    /// The address.
    pub address: Address,
    /// The Unique Property Reference Number, when it is known.
    pub uprn: Option<Uprn>,
    /// The council that the postcode, or the district, is in.
    pub council: CouncilCode,
    /// The Counter Terrorism Policing region that the council is in.
    pub region: RegionCode,
    /// The version that the person saw; `None` for new premises.
    pub version: Option<u32>,
}

impl NameAndAddressForm {
    /// Whether premises were shown as likely to be the same.
    pub fn was_shown(&self, id: PremisesId) -> bool {
        self.anyway.split_whitespace().any(|shown| shown.parse() == Ok(id))
    }

    /// The fields in page order.
    pub const FIELDS: [&str; 8] =
        ["name", "line1", "line2", "town", "postcode", "district", "uprn", "version"];

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `too-long`, `not-text`, `postcode-invalid`
    /// (no postcode), `postcode-outside` (not of the United Kingdom), `postcode-unknown` (none that is
    /// known, and no council chosen), `district-missing` and `district-unknown` (no council, or none of the
    /// postcode's part of the country), `uprn-invalid`, `invalid` (the version).
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
        let uprn = if self.uprn.trim().is_empty() {
            None
        } else {
            keep(&mut errors, "uprn", self.uprn.parse().map_err(|_| "uprn-invalid"))
        };
        let version = keep(&mut errors, "version", version(&self.version));
        match (name, line1, town, place, version) {
            (Some(name), Some(line1), Some(town), Some((postcode, area)), Some(version)) => {
                errors.or(|| NameAndAddress {
                    name,
                    address: Address { line1, line2, town, postcode },
                    uprn,
                    council: area.council.code.clone(),
                    region: area.region.code.clone(),
                    version,
                })
            }
            _ => Err(errors),
        }
    }
}

/// The postcode with its area, or the errors at `postcode` and `district`.
pub(in crate::forms) fn keep_place(
    errors: &mut Errors,
    postcode: &str,
    chosen: &str,
) -> Option<(Postcode, Area)> {
    let read = if postcode.trim().is_empty() {
        Err("missing")
    } else {
        postcode.parse::<Postcode>().map_err(|_| "postcode-invalid")
    };
    let postcode = keep(errors, "postcode", read)?;
    let found = match (area::by_postcode(&postcode), chosen.is_empty()) {
        (_, _) if postcode.is_outside_uk() => keep(errors, "postcode", Err("postcode-outside")),
        (Ok(area), true) => Some(area),
        (Err(NoArea::Unknown), true) => keep(errors, "postcode", Err("postcode-unknown")),
        (Err(NoArea::ChooseDistrict), true) => keep(errors, "district", Err("district-missing")),
        (_, false) => keep(errors, "district", council(chosen, postcode.is_northern_irish())),
    };
    found.map(|area| (postcode, area))
}

/// The area of a council that a person chose. The Irish Sea is not crossed by mistake.
fn council(chosen: &str, northern_irish: bool) -> Result<Area, &'static str> {
    let area = chosen.parse().ok().and_then(|code| area::of_council(&code));
    let there = |area: &Area| (area.council.nation == Nation::NorthernIreland) == northern_irish;
    area.filter(there).ok_or("district-unknown")
}
