//! What is the place like?

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{keep, known, lengths, version};
use crate::{
    account::one_line,
    area::Postcode,
    forms::{Errors, online, parts},
    premises::{
        Address, AddressLine, PremisesName,
        site::{Buildings, Everybody, Larger, Seats, Site},
    },
    scope::{Known, head_count::NOTE_MOST},
};

/// The form about the place. Any part may be left open.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct SiteForm {
    /// `one`, `group`, or empty when not said yet.
    #[validate(length(max = 10, code = "invalid"))]
    pub buildings: String,
    /// The address of each building of a group, one a line. Only looked at for a group.
    #[validate(length(max = 20_000, code = "too-long"))]
    pub building_addresses: String,
    /// The name of the larger premises; empty when there are none.
    #[validate(length(max = 500, code = "too-long"))]
    pub larger_name: String,
    /// Their building and street; the address is left out when all four are empty.
    #[validate(length(max = 500, code = "too-long"))]
    pub larger_line1: String,
    /// More of it.
    #[validate(length(max = 500, code = "too-long"))]
    pub larger_line2: String,
    /// Their town or city.
    #[validate(length(max = 500, code = "too-long"))]
    pub larger_town: String,
    /// Their postcode.
    #[validate(length(max = 20, code = "postcode-invalid"))]
    pub larger_postcode: String,
    /// Whether they are in scope: `yes`, `no`, `not-sure`, or empty.
    #[validate(length(max = 10, code = "invalid"))]
    pub larger_qualify: String,
    /// Seats in adjoining areas: `none`, `some`, or empty when not said yet.
    #[validate(length(max = 10, code = "invalid"))]
    pub seats: String,
    /// Where they are. Only looked at for `some`.
    #[validate(length(max = 2_000, code = "too-long"))]
    pub seats_where: String,
    /// The most people of all: `same`, `other`, or empty when not said yet.
    #[validate(length(max = 10, code = "invalid"))]
    pub everybody: String,
    /// How many. Only looked at for `other`.
    #[validate(length(max = 20, code = "number-invalid"))]
    pub everybody_number: String,
    /// How that was worked out. Only looked at for `other`.
    #[validate(length(max = 2_000, code = "too-long"))]
    pub everybody_how: String,
    /// Websites and accounts: `none`, `some`, or empty when not said yet.
    #[validate(length(max = 10, code = "invalid"))]
    pub online: String,
    /// Each of them, one a line. Only looked at for `some`.
    #[validate(length(max = 20_000, code = "too-long"))]
    pub online_list: String,
    /// The version that the person saw.
    pub version: String,
}

impl SiteForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 16] = [
        "buildings",
        "building_addresses",
        "larger_name",
        "larger_line1",
        "larger_line2",
        "larger_town",
        "larger_postcode",
        "larger_qualify",
        "seats",
        "seats_where",
        "everybody",
        "everybody_number",
        "everybody_how",
        "online",
        "online_list",
        "version",
    ];

    /// The form that says what is known of the place.
    pub fn of(site: &Site, seen: u32) -> Self {
        let mut form = Self { version: seen.to_string(), ..Self::default() };
        match &site.buildings {
            None => {}
            Some(Buildings::One) => form.buildings = "one".into(),
            Some(Buildings::Group(addresses)) => {
                form.buildings = "group".into();
                form.building_addresses = addresses.join("\n");
            }
        }
        if let Some(larger) = &site.larger {
            form.larger_name = larger.name.as_str().into();
            form.larger_qualify = slug(larger.qualify).into();
            if let Some(address) = &larger.address {
                form.larger_line1 = address.line1.as_str().into();
                form.larger_line2 = address.line2.as_ref().map_or("", AddressLine::as_str).into();
                form.larger_town = address.town.as_str().into();
                form.larger_postcode = address.postcode.to_string();
            }
        }
        match &site.adjoining_seats {
            None => {}
            Some(Seats::None) => form.seats = "none".into(),
            Some(Seats::Some(place)) => (form.seats, form.seats_where) = ("some".into(), place.clone()),
        }
        match &site.everybody {
            None => {}
            Some(Everybody::SameNumber) => form.everybody = "same".into(),
            Some(Everybody::Other { number, how }) => {
                form.everybody = "other".into();
                form.everybody_number = number.to_string();
                form.everybody_how.clone_from(how);
            }
        }
        [form.online, form.online_list] = online::said(site.online.as_deref());
        form
    }

    /// What the form says, and the version that was seen.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing` (what the choice above asks for), `invalid`,
    /// `too-long`, `too-many` (more than [`MOST_LINES`](crate::premises::site::MOST_LINES) lines), `not-text`, `one-only` (a group of
    /// one building), `number-invalid`, `number-range`, `postcode-invalid`.
    pub fn check(&self) -> Result<(Site, u32), Errors> {
        let mut errors = lengths(self, &Self::FIELDS);
        let buildings = self.buildings(&mut errors);
        let larger = self.larger(&mut errors);
        let adjoining_seats = self.seats(&mut errors);
        let everybody = self.everybody(&mut errors);
        let online = online::read(&mut errors, &self.online, &self.online_list);
        let seen =
            keep(&mut errors, "version", version(&self.version).and_then(|seen| seen.ok_or("missing")));
        errors
            .or(|| (Site { buildings, larger, adjoining_seats, everybody, online }, seen.unwrap_or_default()))
    }

    fn buildings(&self, errors: &mut Errors) -> Option<Buildings> {
        match self.buildings.as_str() {
            "" => None,
            "one" => Some(Buildings::One),
            "group" => {
                let lines = keep(errors, "building_addresses", parts::list(&self.building_addresses))?;
                if lines.len() == 1 {
                    errors.add("building_addresses", "one-only");
                }
                Some(Buildings::Group(lines))
            }
            _ => keep(errors, "buildings", Err("invalid")),
        }
    }

    fn larger(&self, errors: &mut Errors) -> Option<Larger> {
        let address = [&self.larger_line1, &self.larger_line2, &self.larger_town, &self.larger_postcode];
        let said = address.iter().any(|part| !part.trim().is_empty());
        if self.larger_name.trim().is_empty() && !said {
            return None;
        }
        let name = keep(errors, "larger_name", PremisesName::new(&self.larger_name));
        let address = if said { self.larger_address(errors) } else { None };
        let qualify = match self.larger_qualify.as_str() {
            "" => Some(Known::NotSure),
            text => keep(errors, "larger_qualify", known(text)),
        };
        Some(Larger { name: name?, address, qualify: qualify? })
    }

    fn larger_address(&self, errors: &mut Errors) -> Option<Address> {
        let line1 = keep(errors, "larger_line1", AddressLine::new(&self.larger_line1));
        let line2 = if self.larger_line2.trim().is_empty() {
            None
        } else {
            keep(errors, "larger_line2", AddressLine::new(&self.larger_line2))
        };
        let town = keep(errors, "larger_town", AddressLine::new(&self.larger_town));
        let postcode = self.larger_postcode.parse::<Postcode>().map_err(|_| "postcode-invalid");
        let postcode = keep(errors, "larger_postcode", postcode);
        Some(Address { line1: line1?, line2, town: town?, postcode: postcode? })
    }

    fn seats(&self, errors: &mut Errors) -> Option<Seats> {
        match self.seats.as_str() {
            "" => None,
            "none" => Some(Seats::None),
            "some" => keep(errors, "seats_where", one_line(&self.seats_where, parts::LIST_LINE_MOST))
                .map(Seats::Some),
            _ => keep(errors, "seats", Err("invalid")),
        }
    }

    fn everybody(&self, errors: &mut Errors) -> Option<Everybody> {
        match self.everybody.as_str() {
            "" => None,
            "same" => Some(Everybody::SameNumber),
            "other" => {
                let number = match self.everybody_number.trim() {
                    "" => Err("missing"),
                    text => text.parse::<u32>().map_err(|_| "number-invalid"),
                };
                let number = number.and_then(|number| {
                    if Everybody::in_range(number) { Ok(number) } else { Err("number-range") }
                });
                let number = keep(errors, "everybody_number", number);
                let how = keep(errors, "everybody_how", parts::lines(&self.everybody_how, NOTE_MOST));
                Some(Everybody::Other { number: number?, how: how? })
            }
            _ => keep(errors, "everybody", Err("invalid")),
        }
    }
}

fn slug(known: Known) -> &'static str {
    match known {
        Known::Yes => "yes",
        Known::No => "no",
        Known::NotSure => "not-sure",
    }
}
