//! Who can come to the event, and what is checked when they do?

use serde::{Deserialize, Serialize};

use super::slug;
use crate::{
    event::{Covers, Entry, EntryCheck, Event},
    forms::{
        Errors,
        premises::{keep, known},
    },
};

/// The form about access and checks.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntryForm {
    /// Whether members of the public can attend: `yes`, `no` or `not-sure`.
    pub public_access: String,
    /// Slugs of checks; or only `none`, or only `not-sure`.
    pub checks: Vec<String>,
    /// How much of the site they cover: `whole`, `parts` or `not-sure`. Only looked at where one of
    /// the checks counts.
    pub covers: String,
    /// The version that the person saw.
    pub version: String,
}

impl EntryForm {
    /// The form for an event; blank where nothing was said yet.
    pub fn of(event: &Event) -> Self {
        let version = event.version.to_string();
        let Some(entry) = &event.details.entry else { return Self { version, ..Self::default() } };
        let checks = match entry.checks.as_deref() {
            None => vec!["not-sure".into()],
            Some([]) => vec!["none".into()],
            Some(checks) => checks.iter().map(|check| check.as_str().into()).collect(),
        };
        let covers = match entry.covers {
            Covers::Whole => "whole",
            Covers::Parts => "parts",
            Covers::NotSure => "not-sure",
        };
        Self { public_access: slug(entry.public_access).into(), checks, covers: covers.into(), version }
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `none-with-others`.
    pub fn check(&self) -> Result<Entry, Errors> {
        let mut errors = Errors::none();
        let public_access = keep(&mut errors, "public_access", known(&self.public_access));
        let checks = keep(&mut errors, "checks", self.checks());
        let counts = checks.iter().flatten().flatten().any(|check| check.counts());
        let covers = if counts { keep(&mut errors, "covers", self.covers()) } else { Some(Covers::Whole) };
        match (public_access, checks, covers) {
            (Some(public_access), Some(checks), Some(covers)) => {
                errors.or(|| Entry { public_access, checks, covers })
            }
            _ => Err(errors),
        }
    }

    fn checks(&self) -> Result<Option<Vec<EntryCheck>>, &'static str> {
        match self.checks.as_slice() {
            [] => return Err("missing"),
            [one] if one == "none" => return Ok(Some(Vec::new())),
            [one] if one == "not-sure" => return Ok(None),
            many if many.iter().any(|one| one == "none" || one == "not-sure") => {
                return Err("none-with-others");
            }
            many if many.iter().any(|one| EntryCheck::from_slug(one).is_none()) => return Err("invalid"),
            _ => {}
        }
        let named = |check: &EntryCheck| self.checks.iter().any(|one| one == check.as_str());
        Ok(Some(EntryCheck::ALL.into_iter().filter(named).collect()))
    }

    fn covers(&self) -> Result<Covers, &'static str> {
        match self.covers.as_str() {
            "" => Err("missing"),
            "whole" => Ok(Covers::Whole),
            "parts" => Ok(Covers::Parts),
            "not-sure" => Ok(Covers::NotSure),
            _ => Err("invalid"),
        }
    }
}
