//! Councils, police forces and regions, read once from what the build wrote.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::codes::{CouncilCode, RegionCode};

include!(concat!(env!("OUT_DIR"), "/area.rs"));

/// A council area of the lowest tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    /// Its ONS (GSS) code.
    pub code: CouncilCode,
    /// An earlier code for the same area, still accepted.
    pub former: Option<CouncilCode>,
    /// The area's name, such as `Birmingham`.
    pub name: &'static str,
    /// Its Welsh name, for Wales.
    pub welsh: Option<&'static str>,
    /// The council's own name, such as `Birmingham City Council`.
    pub council: &'static str,
    /// What kind of council it is, such as `Metropolitan district`.
    pub kind: &'static str,
    /// The county it is in, where it is one of several districts.
    pub county: Option<&'static str>,
    /// The nation it is in.
    pub nation: Nation,
    /// The ONS region (or nation). Not the Counter Terrorism Policing region.
    pub ons_region: &'static str,
    /// The territorial police force's name.
    pub force: &'static str,
    /// The Counter Terrorism Policing region.
    pub region: RegionCode,
    /// First day in force, when known.
    pub valid_from: Option<NaiveDate>,
    /// Last day in force, when set.
    pub valid_to: Option<NaiveDate>,
    /// The name of the council that takes over.
    pub successor: Option<&'static str>,
}

impl Council {
    /// Whether the council is in force on a day.
    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.valid_from.is_none_or(|first| first <= on) && self.valid_to.is_none_or(|last| on <= last)
    }
}

/// A nation of the United Kingdom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

/// A territorial police force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Force {
    /// Its name.
    pub name: &'static str,
    /// Its ONS code; Scotland and Northern Ireland have none.
    pub code: Option<&'static str>,
    /// The Counter Terrorism Policing region.
    pub region: RegionCode,
}

/// A Counter Terrorism Policing region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its slug.
    pub code: RegionCode,
    /// Its name, such as `West Midlands`.
    pub name: &'static str,
    /// The unit that serves it.
    pub unit: &'static str,
    /// How sure we are of the forces in it.
    pub membership: Membership,
    /// Where the membership comes from.
    pub source: &'static str,
}

/// How sure we are of which forces belong to a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// A public page names them.
    Confirmed,
    /// A public page names some of them.
    Partly,
    /// From general knowledge.
    Unconfirmed,
}

fn some(text: &'static str) -> Option<&'static str> {
    Some(text).filter(|text| !text.is_empty())
}

/// A row's value, or `None` for a row that the build should have refused; a test counts the rows.
fn read_council(row: &[&'static str; 14]) -> Option<Council> {
    let [
        code,
        former,
        name,
        welsh,
        council,
        kind,
        county,
        nation,
        ons_region,
        force,
        from,
        to,
        successor,
        region,
    ] = *row;
    Some(Council {
        code: code.parse().ok()?,
        former: former.parse().ok(),
        name,
        welsh: some(welsh),
        council,
        kind,
        county: some(county),
        nation: match nation {
            "England" => Nation::England,
            "Wales" => Nation::Wales,
            "Scotland" => Nation::Scotland,
            "Northern Ireland" => Nation::NorthernIreland,
            _ => return None,
        },
        ons_region,
        force,
        region: region.parse().ok()?,
        valid_from: from.parse().ok(),
        valid_to: to.parse().ok(),
        successor: some(successor),
    })
}

static COUNCILS: LazyLock<Vec<Council>> =
    LazyLock::new(|| COUNCILS_ROWS.iter().filter_map(read_council).collect());

static FORCES: LazyLock<Vec<Force>> = LazyLock::new(|| {
    FORCES_ROWS
        .iter()
        .filter_map(|[name, code, region]| {
            Some(Force { name, code: some(code), region: region.parse().ok()? })
        })
        .collect()
});

static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| {
    REGIONS_ROWS
        .iter()
        .filter_map(|[code, name, unit, membership, source]| {
            let membership = match *membership {
                "confirmed" => Membership::Confirmed,
                "partly" => Membership::Partly,
                _ => Membership::Unconfirmed,
            };
            Some(Region { code: code.parse().ok()?, name, unit, membership, source })
        })
        .collect()
});

/// Every council, in the order of their codes.
pub fn councils() -> &'static [Council] {
    &COUNCILS
}

/// The council with this code, or with this former code.
pub fn council(code: &CouncilCode) -> Option<&'static Council> {
    let at = COUNCILS.binary_search_by(|council| council.code.cmp(code)).ok();
    at.and_then(|at| COUNCILS.get(at))
        .or_else(|| COUNCILS.iter().find(|council| council.former.as_ref() == Some(code)))
}

/// The councils of a Counter Terrorism Policing region, in the order of their codes.
pub fn councils_in(region: &RegionCode) -> impl Iterator<Item = &'static Council> {
    COUNCILS.iter().filter(move |council| council.region == *region)
}

/// The eleven districts of Northern Ireland, in the order of their names.
pub fn districts() -> Vec<&'static Council> {
    let mut found: Vec<_> =
        COUNCILS.iter().filter(|council| council.nation == Nation::NorthernIreland).collect();
    found.sort_by_key(|council| council.name);
    found
}

/// The police force with this name.
pub fn force(name: &str) -> Option<&'static Force> {
    FORCES.iter().find(|force| force.name == name)
}

/// Every Counter Terrorism Policing region, in the order of their slugs.
pub fn regions() -> &'static [Region] {
    &REGIONS
}

/// The Counter Terrorism Policing region with this slug.
pub fn region(code: &RegionCode) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.code == *code)
}

/// The council at a place in the order of codes, as the postcode table names them.
pub(super) fn at(index: u16) -> Option<&'static Council> {
    COUNCILS.get(usize::from(index))
}
