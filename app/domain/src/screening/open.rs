//! What a row leaves open, or says two ways.

use chrono::NaiveDate;

use super::{Code, Site};
use crate::law::{Effect, HostSays, Law, Use, VisitingPublic};

/// A point on which a row can be read two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Point {
    /// An entry of Schedule 2 that the Act leaves open applies, or not; the entry's `why` says why.
    Entry {
        /// Which entry.
        exclusion: String,
    },
    /// The row names an entry for places where nobody checks entry, and says that entry is checked.
    Checked {
        /// Which entry.
        exclusion: String,
    },
    /// A ground that checks entry, and may do so on match or race days only.
    Unsaid,
    /// The principal use is left out, so the premises may not be mainly used for the others.
    PrincipalLeftOut,
    /// The row says that the host is mainly used for worship, childcare, a school or further education,
    /// and names another use.
    HostUse,
    /// The row is premises, and its code says something of the host of an event.
    HostOfPremises {
        /// The code.
        screening_code: &'static str,
    },
}

/// An open point, and where the Act says what it turns on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The point.
    pub point: Point,
    /// The section, such as `Sch2 p3(4)`.
    pub cite: String,
}

/// The points of a row, whether or not its tier turns on them.
pub(super) fn points(site: &Site, law: &Law<'_>, on: NaiveDate) -> Vec<Open> {
    let mut points = Vec::new();
    let mut put = |point: Point, cite: &str| points.push(Open { point, cite: cite.to_owned() });
    match &site.code {
        Some(Code::Exclusion(id)) => {
            if let Some(entry) = law.exclusion(id, on) {
                let exclusion = id.clone();
                if entry.effect == Effect::Arguable {
                    put(Point::Entry { exclusion }, entry.cite);
                } else if entry.unchecked && site.access_controlled {
                    put(Point::Checked { exclusion }, &format!("{}(4)", entry.cite));
                }
            }
        }
        Some(Code::Host(host)) if !site.event => {
            put(Point::HostOfPremises { screening_code: host.screening_code }, host.cite);
        }
        Some(Code::Host(host)) if host.says == HostSays::Use && !host_use_excluded(site, law, on) => {
            put(Point::HostUse, host.cite);
        }
        Some(Code::Host(_)) | None => {}
    }
    if !site.event {
        let principal = counting(site, law, on);
        if principal.is_some_and(|item| Some(item.code) != site.uses.first().copied()) {
            put(Point::PrincipalLeftOut, "s2(2)(b)");
        }
        let like = |entry: &crate::law::Exclusion| {
            site.code.is_none()
                && site.access_controlled
                && entry.unsaid.is_some_and(|unsaid| {
                    site.uses.first() == Some(&unsaid.paragraph) && site.number < unsaid.fewer_than
                })
        };
        if let Some(entry) = law.exclusions_on(on).find(|entry| like(entry)) {
            put(Point::Unsaid, entry.cite);
        }
    }
    points
}

/// The first use that counts: the principal one of those that are not left out.
pub(super) fn counting<'a>(site: &Site, law: &'a Law<'_>, on: NaiveDate) -> Option<&'a Use> {
    let counts = |item: &&Use| site.public_access || item.visiting_public == VisitingPublic::None;
    site.uses.iter().filter_map(|code| law.find(*code, on)).find(counts)
}

/// Whether the host's principal use is one whose events are left out.
pub(super) fn host_use_excluded(site: &Site, law: &Law<'_>, on: NaiveDate) -> bool {
    let principal = site.uses.first().and_then(|code| law.find(*code, on));
    principal.is_some_and(|item| item.event_host_excluded)
}
