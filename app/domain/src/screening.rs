//! Screening: many sites at once from a file, one row each, to a tier with reasons. Nothing is kept.
//!
//! A row holds less than the forms ask, so it is taken as said. What it leaves open, or says two ways,
//! is answered by the better reading with the point beside it.

mod open;
mod row;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use open::{Open, Point};
pub use row::{COLUMNS, Code, Site, sites};

use crate::{
    law::{Effect, HostSays, Law, Reading},
    scope::{
        self, EventFacts, EventOutcome, Exclusions, Finding, HostUse, Known, PartOf, Reason, ScopeFacts,
        StatedUse, Tier,
    },
};

/// What a site comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteTier {
    /// Not in scope.
    None,
    /// Standard duty premises.
    Standard,
    /// Enhanced duty premises.
    Enhanced,
    /// A qualifying event.
    Event,
}

impl SiteTier {
    /// Its word in a file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Standard => "standard",
            Self::Enhanced => "enhanced",
            Self::Event => "event",
        }
    }
}

/// What was decided about a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screened {
    /// The tier by the better reading of every open point.
    pub tier: SiteTier,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Points on which another reading leads elsewhere.
    pub open: Vec<Open>,
}

/// Decides about a site by the law of a day.
pub fn screen(site: &Site, law: &Law<'_>, on: NaiveDate) -> Screened {
    let best = read(site, law, on, None);
    let points = open::points(site, law, on);
    let open = points.into_iter().filter(|open| read(site, law, on, Some(&open.point)).0 != best.0).collect();
    Screened { tier: best.0, reasons: best.1, open }
}

/// The tier and its reasons, with one point read the other way.
fn read(site: &Site, law: &Law<'_>, on: NaiveDate, other: Option<&Point>) -> (SiteTier, Vec<Reason>) {
    let said = Said::of(site, law, on, other);
    let (tier, reasons) =
        if site.event { event(site, &said, law, on) } else { premises(site, &said, law, on) };
    if said.failed.is_empty() {
        return (tier, reasons);
    }
    let failed = if tier == SiteTier::None { reasons } else { Vec::new() };
    (SiteTier::None, failed.into_iter().chain(said.failed).collect())
}

/// What the row's code says, by one reading.
#[derive(Default)]
struct Said {
    exclusion: Option<String>,
    host_enhanced: bool,
    failed: Vec<Reason>,
}

impl Said {
    fn of(site: &Site, law: &Law<'_>, on: NaiveDate, other: Option<&Point>) -> Self {
        let mut said = Self::default();
        let turned = |point: &Point| other == Some(point);
        match &site.code {
            None => {}
            Some(Code::Exclusion(id)) => {
                let Some(entry) = law.exclusion(id, on) else { return said };
                let bears = if site.event { entry.events } else { entry.premises };
                let excluded = match entry.effect {
                    Effect::Excluded => !turned(&Point::Checked { exclusion: id.clone() }),
                    Effect::Arguable => {
                        let excluded = entry.reading == Reading::Excluded;
                        excluded != turned(&Point::Entry { exclusion: id.clone() })
                    }
                };
                if bears && excluded {
                    match entry.effect {
                        Effect::Excluded => said.exclusion = Some(id.clone()),
                        // To the rules it is open, so they would not fail it.
                        Effect::Arguable => {
                            said.fail(Finding::Excluded { exclusion: id.clone() }, entry.cite)
                        }
                    }
                }
            }
            Some(Code::Host(host)) if site.event => match host.says {
                HostSays::Enhanced => said.host_enhanced = true,
                HostSays::Excluded => said.fail(Finding::HostExcluded, host.cite),
                HostSays::Use if open::host_use_excluded(site, law, on) || turned(&Point::HostUse) => {}
                HostSays::Use => said.fail(Finding::HostForExcludedUse, host.cite),
            },
            Some(Code::Host(host)) => {
                // Only what takes the host out can be meant of premises as well.
                let excluded = host.says == HostSays::Excluded;
                if excluded != turned(&Point::HostOfPremises { screening_code: host.screening_code }) {
                    said.fail(Finding::HostExcluded, host.cite);
                }
            }
        }
        for point in [Point::PrincipalLeftOut, Point::Unsaid] {
            if turned(&point) {
                said.fail(Finding::NotMainlyUsed, "s2(2)(b)");
            }
        }
        said
    }

    fn fail(&mut self, finding: Finding, cite: &str) {
        self.failed.push(Reason { finding, cite: cite.to_owned() });
    }

    fn exclusions(&self) -> Exclusions {
        self.exclusion.clone().map_or(Exclusions::Nothing, |id| Exclusions::These(vec![id]))
    }
}

fn known(yes: bool) -> Known {
    if yes { Known::Yes } else { Known::No }
}

fn premises(site: &Site, said: &Said, law: &Law<'_>, on: NaiveDate) -> (SiteTier, Vec<Reason>) {
    let for_public = known(site.public_access);
    let facts = ScopeFacts {
        building: known(site.building),
        uses: site.uses.iter().map(|code| StatedUse { code: *code, for_public }).collect(),
        mainly: known(!site.uses.is_empty()),
        principal: open::counting(site, law, on).map(|item| item.code),
        number: Some(site.number),
        exclusions: said.exclusions(),
        part_of: PartOf::Nothing,
    };
    let decision = scope::decide(&facts, law, on);
    let tier = match decision.outcome.tier() {
        Some(Tier::Standard) => SiteTier::Standard,
        Some(Tier::Enhanced) => SiteTier::Enhanced,
        None => SiteTier::None,
    };
    (tier, decision.reasons)
}

fn event(site: &Site, said: &Said, law: &Law<'_>, on: NaiveDate) -> (SiteTier, Vec<Reason>) {
    let facts = EventFacts {
        host_enhanced: known(said.host_enhanced),
        host_use: site.uses.first().map_or(HostUse::None, |code| HostUse::Mainly(*code)),
        exclusions: said.exclusions(),
        public_access: known(site.public_access),
        entry_checked: known(site.access_controlled),
        number: Some(site.number),
    };
    let decision = scope::decide_event(&facts, law, on);
    let event = decision.outcome == EventOutcome::Event;
    (if event { SiteTier::Event } else { SiteTier::None }, decision.reasons)
}
