//! From a postcode to its area.

use super::{Council, Force, Postcode, Region, tables};
use crate::codes::CouncilCode;

/// Each outcode in four bytes, padded with spaces, then the index of its first start; sorted.
static OUTCODES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/outcodes.bin"));
/// Each start: the incode's number from which on, and the council's place in the order of codes.
static STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/starts.bin"));

const OUTCODE: usize = 8;
const START: usize = 4;

/// Where a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The council.
    pub council: &'static Council,
    /// The territorial police force.
    pub force: &'static Force,
    /// The Counter Terrorism Policing region.
    pub region: &'static Region,
}

/// Why a postcode has no area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoArea {
    /// No such outcode in Great Britain.
    #[error("unknown postcode")]
    Unknown,
    /// In Northern Ireland: a person must choose one of [`tables::districts`].
    #[error("choose a district")]
    ChooseDistrict,
}

/// The area of a postcode. It also answers for well-formed postcodes of a known outcode that are
/// not in use, so let people change the council.
///
/// # Errors
/// [`NoArea`] when the outcode is not known, or is in Northern Ireland.
pub fn by_postcode(postcode: &Postcode) -> Result<Area, NoArea> {
    if postcode.is_northern_irish() {
        return Err(NoArea::ChooseDistrict);
    }
    find(postcode).ok_or(NoArea::Unknown)
}

/// The area of a council; `None` when the code is not known.
pub fn of_council(code: &CouncilCode) -> Option<Area> {
    tables::council(code).and_then(area)
}

fn area(council: &'static Council) -> Option<Area> {
    Some(Area { council, force: tables::force(council.force)?, region: tables::region(&council.region)? })
}

fn find(postcode: &Postcode) -> Option<Area> {
    let wanted = format!("{:<4}", postcode.outcode());
    let (rows, _) = OUTCODES.as_chunks::<OUTCODE>();
    let at =
        rows.binary_search_by(|[a, b, c, d, ..]| [*a, *b, *c, *d].as_slice().cmp(wanted.as_bytes())).ok()?;
    let (starts, _) = STARTS.as_chunks::<START>();
    let from = first_start(rows.get(at)?)?;
    let to = rows.get(at + 1).map_or(Some(starts.len()), first_start)?;
    let starts = starts.get(from..to)?;
    let after = starts.partition_point(|[a, b, ..]| u16::from_le_bytes([*a, *b]) <= postcode.incode_number());
    let [.., c, d] = starts.get(after.checked_sub(1)?)?;
    area(tables::at(u16::from_le_bytes([*c, *d]))?)
}

fn first_start([.., a, b, c, d]: &[u8; OUTCODE]) -> Option<usize> {
    usize::try_from(u32::from_le_bytes([*a, *b, *c, *d])).ok()
}
