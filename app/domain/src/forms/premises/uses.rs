//! What are the premises used for?

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{keep, known, lengths, version};
use crate::{
    forms::{Errors, parts::MOST_CHOICES},
    law::{Law, UseCode, VisitingPublic},
    scope::{Known, ScopeFacts, StatedUse},
};

/// The form about the place and its uses.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct UseForm {
    /// Whether there is a building: `yes`, `no` or `not-sure`.
    #[validate(length(max = 10, code = "invalid"))]
    pub place: String,
    /// Paragraph numbers of Schedule 1; or only `none`, or only `not-sure`.
    #[validate(length(max = MOST_CHOICES, code = "invalid"))]
    pub uses: Vec<String>,
    /// For each use whose paragraph asks whether it is for visiting members of the public, the
    /// paragraph number with the answer: `1-yes`, `1-no` or `1-not-sure`. Empty values and
    /// answers about uses that are not chosen are passed over.
    #[validate(length(max = MOST_CHOICES, code = "invalid"))]
    pub for_public: Vec<String>,
    /// Whether the premises are wholly or mainly used for these: `yes`, `no` or `not-sure`.
    #[validate(length(max = 10, code = "invalid"))]
    pub mainly: String,
    /// The paragraph number of the principal use, or `not-sure`; needed of several uses.
    #[validate(length(max = 10, code = "invalid"))]
    pub principal: String,
    /// The version that the person saw.
    pub version: String,
}

/// What a use form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedUses {
    /// Whether there is a building.
    pub building: Known,
    /// The uses.
    pub uses: Vec<StatedUse>,
    /// Whether the premises are wholly or mainly used for these.
    pub mainly: Known,
    /// The principal use, when known.
    pub principal: Option<UseCode>,
    /// The version that the person saw.
    pub version: Option<u32>,
}

impl StatedUses {
    /// Takes these into what an operator says about scope.
    pub fn apply(self, facts: &mut ScopeFacts) {
        facts.building = self.building;
        facts.uses = self.uses;
        facts.mainly = self.mainly;
        facts.principal = self.principal;
    }
}

impl UseForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 6] = ["place", "uses", "for_public", "mainly", "principal", "version"];

    /// What the form says, with the uses that the law knows on a day.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `none-with-others`. A use whose
    /// question about the public is not answered has its error at `for_public-1` (its paragraph).
    pub fn check(&self, law: &Law, on: NaiveDate) -> Result<StatedUses, Errors> {
        let mut errors = lengths(self, &Self::FIELDS);
        let building = keep(&mut errors, "place", known(&self.place));
        let version = keep(&mut errors, "version", version(&self.version));
        let chosen = self.chosen(law, on);
        let (uses, mainly, principal) = match keep(&mut errors, "uses", chosen) {
            None => return Err(errors),
            Some(Chosen::Nothing) => (Vec::new(), Some(Known::No), Some(None)),
            Some(Chosen::NotSure) => (Vec::new(), Some(Known::NotSure), Some(None)),
            Some(Chosen::These(codes)) => {
                let uses = self.for_public(&codes, law, on, &mut errors);
                let mainly = keep(&mut errors, "mainly", known(&self.mainly));
                let principal = keep(&mut errors, "principal", self.principal(&codes));
                (uses, mainly, principal)
            }
        };
        match (building, mainly, principal, version) {
            (Some(building), Some(mainly), Some(principal), Some(version)) => {
                errors.or(|| StatedUses { building, uses, mainly, principal, version })
            }
            _ => Err(errors),
        }
    }

    fn chosen(&self, law: &Law, on: NaiveDate) -> Result<Chosen, &'static str> {
        match self.uses.as_slice() {
            [] => return Err("missing"),
            [one] if one == "none" => return Ok(Chosen::Nothing),
            [one] if one == "not-sure" => return Ok(Chosen::NotSure),
            _ => {}
        }
        let mut codes = Vec::new();
        for text in &self.uses {
            if text == "none" || text == "not-sure" {
                return Err("none-with-others");
            }
            let code = UseCode(text.parse().map_err(|_| "invalid")?);
            law.find(code, on).ok_or("invalid")?;
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        Ok(Chosen::These(codes))
    }

    fn for_public(&self, codes: &[UseCode], law: &Law, on: NaiveDate, errors: &mut Errors) -> Vec<StatedUse> {
        let mut uses = Vec::new();
        for code in codes {
            let asked = law.find(*code, on).is_some_and(|item| item.visiting_public != VisitingPublic::None);
            let prefix = format!("{}-", code.0);
            let answer = self.for_public.iter().find_map(|text| text.strip_prefix(&prefix));
            let for_public = match (asked, known(answer.unwrap_or_default())) {
                (false, _) => Known::NotSure,
                (true, Ok(for_public)) => for_public,
                (true, Err(error)) => {
                    errors.add(format!("for_public-{}", code.0), error);
                    continue;
                }
            };
            uses.push(StatedUse { code: *code, for_public });
        }
        uses
    }

    fn principal(&self, codes: &[UseCode]) -> Result<Option<UseCode>, &'static str> {
        match (self.principal.as_str(), codes) {
            (_, [only]) => Ok(Some(*only)),
            ("", _) => Err("missing"),
            ("not-sure", _) => Ok(None),
            (text, codes) => {
                let code = UseCode(text.parse().map_err(|_| "invalid")?);
                if codes.contains(&code) { Ok(Some(code)) } else { Err("invalid") }
            }
        }
    }
}

enum Chosen {
    Nothing,
    NotSure,
    These(Vec<UseCode>),
}
