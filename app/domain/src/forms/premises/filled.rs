//! The forms as they stand for premises: what was said before, to be changed.

use chrono::{Datelike, Months};

use super::{ExclusionsForm, NameAndAddressForm, NumbersForm, UseForm};
use crate::{
    area,
    forms::parts::ticked,
    premises::Premises,
    scope::{
        Exclusions, Known, PartOf,
        head_count::{HeadCount, REVIEW_MONTHS},
    },
};

const NOT_SURE: &str = "not-sure";

impl NameAndAddressForm {
    /// The form for premises.
    pub fn of(premises: &Premises) -> Self {
        let address = &premises.address;
        Self {
            name: premises.name.as_str().into(),
            line1: address.line1.as_str().into(),
            line2: address.line2.as_ref().map_or("", |line| line.as_str()).into(),
            town: address.town.as_str().into(),
            postcode: address.postcode.to_string(),
            // Only where the postcode does not tell the same: it may be changed.
            district: match area::by_postcode(&address.postcode) {
                Ok(area) if area.council.code == premises.council => String::new(),
                _ => premises.council.to_string(),
            },
            uprn: premises.uprn.map_or_else(String::new, |uprn| uprn.to_string()),
            version: premises.version.to_string(),
            once: String::new(),
            anyway: String::new(),
        }
    }
}

impl UseForm {
    /// The form for premises; blank where nothing was said yet.
    pub fn of(premises: &Premises) -> Self {
        let facts = &premises.facts;
        let version = premises.version.to_string();
        let said =
            facts.building != Known::NotSure || facts.mainly != Known::NotSure || !facts.uses.is_empty();
        if !said {
            return Self { version, ..Self::default() };
        }
        let uses = match (facts.uses.as_slice(), facts.mainly) {
            ([], Known::No) => vec!["none".into()],
            ([], _) => vec![NOT_SURE.into()],
            (uses, _) => uses.iter().map(|stated| stated.code.0.to_string()).collect(),
        };
        let for_public =
            facts.uses.iter().map(|stated| format!("{}-{}", stated.code.0, slug(stated.for_public)));
        Self {
            place: slug(facts.building).into(),
            uses,
            for_public: for_public.collect(),
            mainly: slug(facts.mainly).into(),
            principal: facts.principal.map_or(NOT_SURE.into(), |code| code.0.to_string()),
            version,
        }
    }
}

impl ExclusionsForm {
    /// The form for premises; blank where nothing was said yet.
    pub fn of(premises: &Premises) -> Self {
        let version = premises.version.to_string();
        let facts = &premises.facts;
        if facts.exclusions == Exclusions::NotSure && facts.part_of == PartOf::NotSure {
            return Self { version, ..Self::default() };
        }
        let exclusion = ticked(&facts.exclusions);
        let part_of = match facts.part_of {
            PartOf::Nothing => "nothing",
            PartOf::SameResponsible => "same-responsible",
            PartOf::OtherResponsible => "other-responsible",
            PartOf::SomeInCommon => "some-in-common",
            PartOf::NotSure => NOT_SURE,
        };
        Self { exclusion, part_of: part_of.into(), version }
    }
}

impl NumbersForm {
    /// The form for premises; blank where no number is known.
    pub fn of(premises: &Premises) -> Self {
        Self::of_count(premises.head_count.as_ref(), premises.version)
    }

    /// The form for the number of something of this version; blank where none is known.
    pub fn of_count(count: Option<&HeadCount>, version: u32) -> Self {
        let version = version.to_string();
        let Some(count) = count else { return Self { version, ..Self::default() } };
        let day = count.counted_on();
        let months = REVIEW_MONTHS
            .into_iter()
            .find(|months| day.checked_add_months(Months::new(*months)) == Some(count.review_on()));
        Self {
            number: count.number().to_string(),
            method: count.method().into(),
            method_note: count.note().into(),
            counted_on_day: day.day().to_string(),
            counted_on_month: day.month().to_string(),
            counted_on_year: day.year().to_string(),
            review: months.map_or_else(String::new, |months| months.to_string()),
            version,
        }
    }
}

fn slug(known: Known) -> &'static str {
    match known {
        Known::Yes => "yes",
        Known::No => "no",
        Known::NotSure => NOT_SURE,
    }
}
