//! What is the event, and where is it held?

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{keep_optional, text};
use crate::{
    codes::{CouncilCode, RegionCode},
    event::{Event, Line, Paragraph, Place},
    forms::{
        Errors, parts,
        premises::{keep, keep_place, lengths},
    },
    ids::PremisesId,
    premises::{Address, AddressLine},
};

/// The form about what an event is, and where.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct AboutForm {
    /// The event's name.
    #[validate(length(max = 1_000, code = "too-long"))]
    pub name: String,
    /// A short description.
    #[validate(length(max = 4_000, code = "too-long"))]
    pub description: String,
    /// `premises` or `elsewhere`.
    #[validate(length(max = 10, code = "invalid"))]
    pub held_at: String,
    /// The id of the host premises; only looked at for `premises`.
    #[validate(length(max = 40, code = "invalid"))]
    pub premises: String,
    /// Building and street, or the name of the land; this and the rest only looked at for `elsewhere`.
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
    /// The council code of the district, for Northern Ireland.
    #[validate(length(max = 9, code = "district-unknown"))]
    pub district: String,
    /// The part of the site, in words; may be empty.
    #[validate(length(max = 1_000, code = "too-long"))]
    pub part_of_site: String,
    /// The version that the person saw; empty for a new event.
    pub version: String,
    /// Tells a form for a new event sent twice from two forms; empty for a change.
    pub once: String,
}

/// Where a form says that an event is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatedPlace {
    /// At premises. Whose they are is for the store to see.
    Premises(PremisesId),
    /// At another place.
    Elsewhere {
        /// Its address.
        address: Address,
        /// The council that the postcode, or the district, is in.
        council: CouncilCode,
        /// The Counter Terrorism Policing region that the council is in.
        region: RegionCode,
    },
}

/// What the form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedAbout {
    /// The name.
    pub name: Line,
    /// The description.
    pub description: Paragraph,
    /// The place.
    pub place: StatedPlace,
    /// The part of the site.
    pub part_of_site: Option<Line>,
}

impl AboutForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 10] = [
        "name",
        "description",
        "held_at",
        "premises",
        "line1",
        "line2",
        "town",
        "postcode",
        "district",
        "part_of_site",
    ];

    /// The form for an event.
    pub fn of(event: &Event) -> Self {
        let details = &event.details;
        let form = Self {
            name: details.name.as_str().into(),
            description: details.description.as_str().into(),
            part_of_site: text(details.part_of_site.as_ref()),
            version: event.version.to_string(),
            ..Self::default()
        };
        match &details.place {
            Place::Premises(id) => Self { held_at: "premises".into(), premises: id.to_string(), ..form },
            Place::Elsewhere(address) => Self {
                held_at: "elsewhere".into(),
                line1: address.line1.as_str().into(),
                line2: address.line2.as_ref().map_or("", AddressLine::as_str).into(),
                town: address.town.as_str().into(),
                postcode: address.postcode.to_string(),
                district: event.council.to_string(),
                ..form
            },
        }
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `too-long`, `not-text`, `invalid`, and those of
    /// a postcode and a district: `postcode-invalid`, `postcode-unknown`, `district-missing`,
    /// `district-unknown`.
    pub fn check(&self) -> Result<StatedAbout, Errors> {
        let mut errors = lengths(self, &Self::FIELDS);
        let name = keep(&mut errors, "name", Line::new(&self.name));
        let description = keep(&mut errors, "description", Paragraph::new(&self.description));
        let place = self.place(&mut errors);
        let part_of_site = keep_optional(&mut errors, "part_of_site", &self.part_of_site);
        match (name, description, place) {
            (Some(name), Some(description), Some(place)) => {
                errors.or(|| StatedAbout { name, description, place, part_of_site })
            }
            _ => Err(errors),
        }
    }

    /// The version that the person saw.
    pub fn version(&self) -> Option<u32> {
        parts::version(&self.version).ok()
    }

    fn place(&self, errors: &mut Errors) -> Option<StatedPlace> {
        match self.held_at.as_str() {
            "premises" => {
                let chosen = if self.premises.is_empty() {
                    Err("missing")
                } else {
                    self.premises.parse().map_err(|_| "invalid")
                };
                keep(errors, "premises", chosen).map(StatedPlace::Premises)
            }
            "elsewhere" => self.elsewhere(errors),
            other => {
                errors.add("held_at", if other.is_empty() { "missing" } else { "invalid" });
                None
            }
        }
    }

    fn elsewhere(&self, errors: &mut Errors) -> Option<StatedPlace> {
        let line1 = keep(errors, "line1", AddressLine::new(&self.line1));
        let line2 = if self.line2.trim().is_empty() {
            None
        } else {
            keep(errors, "line2", AddressLine::new(&self.line2))
        };
        let town = keep(errors, "town", AddressLine::new(&self.town));
        let (postcode, area) = keep_place(errors, &self.postcode, &self.district)?;
        Some(StatedPlace::Elsewhere {
            address: Address { line1: line1?, line2, town: town?, postcode },
            council: area.council.code.clone(),
            region: area.region.code.clone(),
        })
    }
}
