//! The Act, written out once more: sections 2 and 3 with Schedules 1 and 2, paragraph by paragraph. It
//! takes complete answers only, and uses no table of the crate.

use domain::scope::{EventFacts, Exclusions, HostUse, Known, PartOf, ScopeFacts};

/// What the Act says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    None,
    Standard,
    Enhanced,
    ArguablyStandard,
    ArguablyEnhanced,
    Event,
    ArguablyEvent,
    /// Something is still to be found out: never the answer to complete facts.
    Unsettled,
}

impl Answer {
    /// How much is asked of somebody.
    pub fn duty(self) -> u8 {
        match self {
            Self::None | Self::Unsettled => 0,
            Self::Standard | Self::ArguablyStandard => 1,
            Self::Enhanced | Self::ArguablyEnhanced | Self::Event | Self::ArguablyEvent => 2,
        }
    }
}

fn yes(answer: Known) -> bool {
    match answer {
        Known::Yes => true,
        Known::No => false,
        Known::NotSure => panic!("the reference takes complete answers only"),
    }
}

fn number(given: Option<u32>) -> u32 {
    given.unwrap_or_else(|| panic!("the reference takes complete answers only"))
}

/// Which entries of Schedule 2 are said.
fn said(exclusions: &Exclusions) -> Vec<&str> {
    match exclusions {
        Exclusions::Nothing => Vec::new(),
        Exclusions::These(ids) => ids.iter().map(String::as_str).collect(),
        Exclusions::NotSure => panic!("the reference takes complete answers only"),
    }
}

/// Paragraphs 1, 2 and 4 of Schedule 2.
fn within_paragraph_1_2_or_4(entry: &str) -> bool {
    match entry {
        // 1: either House of Parliament. 2: the devolved legislatures and administrations.
        "parliament" | "devolved" => true,
        // 4(a) to (e): what is covered by a transport security plan, instruction or direction.
        "aerodrome-plan" | "rail-instruction" | "channel-tunnel" | "port-facility-plan" | "port-plan" => true,
        _ => false,
    }
}

/// Whether a paragraph of Schedule 1 only covers what is for visiting members of the public.
fn asks_for_the_visiting_public(paragraph: u8) -> bool {
    match paragraph {
        1 => true,   // shops and services
        2 => true,   // food and drink
        3 => true,   // entertainment, leisure, recreation
        4 => false,  // sports grounds
        5 => true,   // libraries, museums, galleries
        6 => true,   // halls for hire
        7 => false,  // visitor attractions
        8 => false,  // hotels
        9 => false,  // worship
        10 => false, // health care
        11 => false, // stations
        12 => false, // aerodromes
        13 => false, // childcare
        14 => false, // schools
        15 => false, // further education
        16 => false, // higher education
        17 => true,  // public authorities
        _ => panic!("Schedule 1 has 17 uses"),
    }
}

/// Paragraphs 9(2), 13, 14(3)(b) and 15(2)(b) of Schedule 1: standard duty premises in any case.
fn standard_in_any_case(paragraph: u8) -> bool {
    let worship = paragraph == 9;
    let childcare = paragraph == 13;
    let school = paragraph == 14;
    let further_education = paragraph == 15;
    worship || childcare || school || further_education
}

/// Section 2.
pub fn premises(facts: &ScopeFacts) -> Answer {
    // A use that its paragraph does not cover is no use in Schedule 1.
    let mut uses: Vec<u8> = Vec::new();
    for stated in &facts.uses {
        let covered = !asks_for_the_visiting_public(stated.code.0) || yes(stated.for_public);
        if covered {
            uses.push(stated.code.0);
        }
    }
    // 2(2)(a): a building, or a building with other land.
    if !yes(facts.building) {
        return Answer::None;
    }
    // 2(2)(b): wholly or mainly used for one or more of them.
    if uses.is_empty() || !yes(facts.mainly) {
        return Answer::None;
    }
    // 2(2)(c): 200 or more individuals.
    let individuals = number(facts.number);
    if individuals < 200 {
        return Answer::None;
    }
    // 2(2)(d): not in Part 1 of Schedule 2; paragraph 3 is the parks.
    let said = said(&facts.exclusions);
    for entry in &said {
        if within_paragraph_1_2_or_4(entry) || *entry == "open-air" {
            return Answer::None;
        }
    }
    // 2(3): enhanced from 800. 2(4): Schedule 1 may say otherwise, of the relevant use: the principal one
    // (section 4(2)).
    let relevant = match facts.principal {
        Some(principal) if uses.contains(&principal.0) => principal.0,
        _ => {
            let first = uses[0];
            assert!(uses.iter().all(|one| *one == first), "the reference takes complete answers only");
            first
        }
    };
    let enhanced = individuals >= 800 && !standard_in_any_case(relevant);
    // What the Act leaves open: match days, the Crown, and section 2(5) for some of several persons.
    let open = said.iter().any(|entry| ["match-day-checks", "uk-government"].contains(entry))
        || facts.part_of == PartOf::SomeInCommon;
    match (enhanced, open) {
        (false, false) => Answer::Standard,
        (true, false) => Answer::Enhanced,
        (false, true) => Answer::ArguablyStandard,
        (true, true) => Answer::ArguablyEnhanced,
    }
}

/// Section 3.
pub fn event(facts: &EventFacts) -> Answer {
    // 3(1)(a) is land or a building, so anywhere. (b): not at, or part of, enhanced duty premises.
    if yes(facts.host_enhanced) {
        return Answer::None;
    }
    // (c): members of the public have access.
    if !yes(facts.public_access) {
        return Answer::None;
    }
    // (d): 800 or more individuals at the same time at some point.
    if number(facts.number) < 800 {
        return Answer::None;
    }
    // (e): payment, tickets, passes or membership are checked.
    if !yes(facts.entry_checked) {
        return Answer::None;
    }
    // (f): not in Part 2 of Schedule 2. Paragraph 5 is premises within 1, 2 or 4, and not the parks of 3;
    // paragraph 6 is premises mainly used under 9, 13, 14 or 15.
    let said = said(&facts.exclusions);
    for entry in &said {
        if within_paragraph_1_2_or_4(entry) {
            return Answer::None;
        }
    }
    match facts.host_use {
        HostUse::Mainly(paragraph) if [9, 13, 14, 15].contains(&paragraph.0) => return Answer::None,
        HostUse::Mainly(_) | HostUse::None => {}
        HostUse::NotSure => panic!("the reference takes complete answers only"),
    }
    if said.contains(&"uk-government") { Answer::ArguablyEvent } else { Answer::Event }
}
