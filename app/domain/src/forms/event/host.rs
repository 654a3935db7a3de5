//! The place that holds the event: what it is under the Act.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{keep_optional, slug, text};
use crate::{
    event::{Derived, Event, Standing, StatedHost},
    forms::{
        Errors,
        parts::{self, MOST_CHOICES},
        premises::{keep, known, lengths},
    },
    law::{Law, UseCode},
    scope::{Exclusions, HostUse, Known, Tier},
};

/// The form about the place.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct HostForm {
    /// Whether it is, or is part of, enhanced duty premises: `yes`, `no` or `not-sure`.
    pub enhanced: String,
    /// What it is mainly used for: the paragraph number in Schedule 1, `none` or `not-sure`.
    pub main_use: String,
    /// Ids of exclusions; or only `none`, or only `not-sure`.
    #[validate(length(max = MOST_CHOICES, code = "invalid"))]
    pub exclusion: Vec<String>,
    /// How it stands by itself: `not-known`, `not-in-scope`, `some-tier`, `standard` or `enhanced`.
    pub standing: String,
    /// The number that the SIA gave it; may be empty.
    #[validate(length(max = 1_000, code = "too-long"))]
    pub sia_number: String,
    /// The version that the person saw.
    pub version: String,
}

impl HostForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 5] = ["enhanced", "main_use", "exclusion", "standing", "sia_number"];

    /// The form for an event; blank where nothing was said yet.
    pub fn of(event: &Event) -> Self {
        let version = event.version.to_string();
        let Some(host) = &event.details.host else { return Self { version, ..Self::default() } };
        Self {
            enhanced: slug(host.enhanced).into(),
            main_use: match host.main_use {
                HostUse::None => "none".into(),
                HostUse::NotSure => "not-sure".into(),
                HostUse::Mainly(code) => code.0.to_string(),
            },
            exclusion: parts::ticked(&host.exclusions),
            standing: match host.standing {
                Standing::NotKnown => "not-known",
                Standing::NotInScope => "not-in-scope",
                Standing::SomeTier => "some-tier",
                Standing::Tier(tier) => tier.as_str(),
            }
            .into(),
            sia_number: text(host.sia_number.as_ref()),
            version,
        }
    }

    /// What the form says. `derived` is what own premises tell, which is not asked.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `none-with-others`, `too-long`,
    /// `not-text`; at `standing` also `contradicts` (enhanced, where the place is said not to be).
    pub fn check(&self, derived: Option<&Derived>, law: &Law, on: NaiveDate) -> Result<StatedHost, Errors> {
        let mut errors = lengths(self, &Self::FIELDS);
        let ask_enhanced = derived.is_none_or(|derived| derived.ask_larger);
        let enhanced = if ask_enhanced { keep(&mut errors, "enhanced", known(&self.enhanced)) } else { None };
        let mut host = StatedHost {
            enhanced: enhanced.unwrap_or_default(),
            main_use: HostUse::NotSure,
            exclusions: Exclusions::NotSure,
            standing: Standing::NotKnown,
            sia_number: None,
        };
        if derived.is_none() {
            host.main_use = keep(&mut errors, "main_use", self.main_use(law, on)).unwrap_or_default();
            let offered = |id: &str| law.exclusion(id, on).is_some_and(|entry| entry.events);
            let exclusions = parts::exclusions(&self.exclusion, offered);
            host.exclusions = keep(&mut errors, "exclusion", exclusions).unwrap_or_default();
            host.standing = keep(&mut errors, "standing", self.standing()).unwrap_or_default();
            if host.standing == Standing::Tier(Tier::Enhanced) && enhanced == Some(Known::No) {
                errors.add("standing", "contradicts");
            }
        }
        host.sia_number = keep_optional(&mut errors, "sia_number", &self.sia_number);
        errors.or(|| host)
    }

    /// The version that the person saw.
    pub fn version(&self) -> Option<u32> {
        parts::version(&self.version).ok()
    }

    fn main_use(&self, law: &Law, on: NaiveDate) -> Result<HostUse, &'static str> {
        match self.main_use.as_str() {
            "" => Err("missing"),
            "none" => Ok(HostUse::None),
            "not-sure" => Ok(HostUse::NotSure),
            text => {
                let code = UseCode(text.parse().map_err(|_| "invalid")?);
                law.find(code, on).map(|_| HostUse::Mainly(code)).ok_or("invalid")
            }
        }
    }

    fn standing(&self) -> Result<Standing, &'static str> {
        match self.standing.as_str() {
            "" => Err("missing"),
            "not-known" => Ok(Standing::NotKnown),
            "not-in-scope" => Ok(Standing::NotInScope),
            "some-tier" => Ok(Standing::SomeTier),
            other => Tier::from_slug(other).map(Standing::Tier).ok_or("invalid"),
        }
    }
}
