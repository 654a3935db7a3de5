//! Does anything in Schedule 2 apply, and are the premises part of larger ones?

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{keep, lengths, version};
use crate::{
    forms::{
        Errors,
        parts::{self, MOST_CHOICES},
    },
    law::Law,
    scope::{Exclusions, PartOf, ScopeFacts},
};

/// The form about Schedule 2 and larger premises.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct ExclusionsForm {
    /// Ids of exclusions; or only `none`, or only `not-sure`.
    #[validate(length(max = MOST_CHOICES, code = "invalid"))]
    pub exclusion: Vec<String>,
    /// Larger premises around these: `nothing`, `same-responsible`, `other-responsible`,
    /// `some-in-common` or `not-sure`.
    #[validate(length(max = 20, code = "invalid"))]
    pub part_of: String,
    /// The version that the person saw.
    pub version: String,
}

/// What an exclusions form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedExclusions {
    /// The entries of Schedule 2 that apply.
    pub exclusions: Exclusions,
    /// Larger premises around these.
    pub part_of: PartOf,
    /// The version that the person saw.
    pub version: Option<u32>,
}

impl StatedExclusions {
    /// Takes these into what an operator says about scope.
    pub fn apply(self, facts: &mut ScopeFacts) {
        facts.exclusions = self.exclusions;
        facts.part_of = self.part_of;
    }
}

impl ExclusionsForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 3] = ["exclusion", "part_of", "version"];

    /// What the form says, with the exclusions that the law knows on a day.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `none-with-others`.
    pub fn check(&self, law: &Law, on: NaiveDate) -> Result<StatedExclusions, Errors> {
        let mut errors = lengths(self, &Self::FIELDS);
        let offered = |id: &str| law.exclusion(id, on).is_some_and(|entry| entry.premises);
        let exclusions = keep(&mut errors, "exclusion", parts::exclusions(&self.exclusion, offered));
        let part_of = keep(&mut errors, "part_of", self.part_of());
        let version = keep(&mut errors, "version", version(&self.version));
        match (exclusions, part_of, version) {
            (Some(exclusions), Some(part_of), Some(version)) => {
                errors.or(|| StatedExclusions { exclusions, part_of, version })
            }
            _ => Err(errors),
        }
    }

    fn part_of(&self) -> Result<PartOf, &'static str> {
        match self.part_of.as_str() {
            "nothing" => Ok(PartOf::Nothing),
            "same-responsible" => Ok(PartOf::SameResponsible),
            "other-responsible" => Ok(PartOf::OtherResponsible),
            "some-in-common" => Ok(PartOf::SomeInCommon),
            "not-sure" => Ok(PartOf::NotSure),
            "" => Err("missing"),
            _ => Err("invalid"),
        }
    }
}
