//! Why a site has its tier, in the words of a file.

use chrono::NaiveDate;
use domain::{
    law::{self, HostSays},
    screening::{Open, Point, Screened, SiteTier},
};

use crate::pages::scope::words;

/// The columns of an answer.
pub const HEADER: [&str; 4] = ["id", "tier", "sections", "reasons"];

/// The name of what a site comes to.
pub fn tier(tier: SiteTier) -> &'static str {
    match tier {
        SiteTier::None => "Not in scope",
        SiteTier::Standard => "Standard tier",
        SiteTier::Enhanced => "Enhanced tier",
        SiteTier::Event => "Qualifying event",
    }
}

/// What to enter in a column.
pub fn column(column: &str) -> &'static str {
    match column {
        "id" => "Whatever you call the site",
        "schedule1_use" => {
            "The numbers of its uses in Schedule 1, the principal one first, with | between: 9|2. Or none. \
             For an event, the uses of the place that hosts it"
        }
        "peak_individuals" => {
            "The most people expected at the same time, from time to time, staff included. Digits alone, without a comma: 1200. \
             Parts with the same responsible person count together"
        }
        "is_building_or_with_building" => "yes for a building, or a building with other land; otherwise no",
        "is_event" => "yes if the row is an event; no if it is a place",
        "public_access" => "yes if the public come, those who pay, members and their guests included",
        "access_controlled" => "yes if payment, tickets, passes or membership are checked",
        "excluded_reason" => "A code from below, or nothing",
        _ => "",
    }
}

/// What a code says of the host of an event.
pub fn host(says: HostSays) -> &'static str {
    match says {
        HostSays::Enhanced => "For an event: it is at, or within, enhanced duty premises",
        HostSays::Excluded => "For an event: Schedule 2 takes out the place that hosts it",
        HostSays::Use => {
            "For an event: the place is mainly used for worship, childcare, a school or further education"
        }
    }
}

/// An answer's cells.
pub fn cells(id: String, screened: &Screened, on: NaiveDate) -> [String; 4] {
    let tier = screened.tier.as_str().to_owned();
    [id, tier, sections(screened).join("; "), reasons(screened, on).join("; ")]
}

/// The reasons in order, open points first, each without its full stop.
pub fn reasons(screened: &Screened, on: NaiveDate) -> Vec<String> {
    let open = screened.open.iter().map(|open| format!("arguable: {}", point(open, on)));
    let settled = screened.reasons.iter().map(|reason| words::finding(&reason.finding, on));
    open.chain(settled).map(|text| text.trim_end_matches('.').to_owned()).collect()
}

/// The sections in the order of the reasons, each once.
pub fn sections(screened: &Screened) -> Vec<String> {
    let cites = screened.open.iter().map(|open| &open.cite);
    let cites = cites.chain(screened.reasons.iter().map(|reason| &reason.cite));
    let mut sections: Vec<String> = Vec::new();
    for cite in cites.flat_map(|cite| cite.split("; ")) {
        if !sections.iter().any(|section| section == cite) {
            sections.push(cite.to_owned());
        }
    }
    sections
}

/// What is open, and why.
fn point(open: &Open, on: NaiveDate) -> String {
    match &open.point {
        Point::Entry { exclusion } => words::arguable_entry(exclusion, on),
        Point::Checked { .. } => {
            "The row says that nobody checks entry to this open-air place, and that entry is checked. It is \
             taken out only if those checks are for particular events or facilities and leave it open at \
             other times."
                .into()
        }
        Point::Unsaid => "The row does not say whether this ground is designated. If it is not, and checks \
                          tickets on match or race days only, Schedule 2 may take it out."
            .into(),
        Point::PrincipalLeftOut => "The principal use is left out, so the premises may not be mainly used \
                                    for the others."
            .into(),
        Point::HostUse => {
            let paragraphs: Vec<String> = law::known()
                .uses_on(on)
                .filter(|item| item.event_host_excluded)
                .map(|item| item.code.0.to_string())
                .collect();
            format!(
                "The code takes out events at premises mainly used under paragraphs {} of Schedule 1, and the \
                 row names another use first.",
                paragraphs.join(", ")
            )
        }
        Point::HostOfPremises { screening_code } => format!(
            "{screening_code} says something of the host of an event, and this row is premises. Ask about \
             each in a row of its own."
        ),
    }
}

#[cfg(test)]
mod tests;
