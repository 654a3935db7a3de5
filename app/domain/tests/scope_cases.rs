//! Worked cases of scope: each row of `scope_cases.csv` is decided as it says.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a case that cannot be read must stop the test"
)]

use chrono::NaiveDate;
use domain::law::{self, UseCode};
use domain::scope::{
    self, EventFacts, EventOutcome, Exclusions, Finding, HostUse, Known, Outcome, PartOf, Reason, ScopeFacts,
    StatedUse,
};

/// The cells of a CSV line; quotes may hold commas.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

struct Case {
    id: String,
    uses: Vec<UseCode>,
    number: u32,
    building: bool,
    event: bool,
    public: Known,
    checked: Known,
    excluded: String,
    tier: String,
    section: String,
}

fn yes(text: &str) -> Known {
    match text {
        "yes" => Known::Yes,
        "no" => Known::No,
        other => panic!("neither yes nor no: {other}"),
    }
}

fn cases() -> Vec<Case> {
    let lines = include_str!("scope_cases.csv").lines().skip(1);
    lines
        .map(|line| {
            let cells = cells(line);
            assert_eq!(cells.len(), 14, "{line}");
            let uses = cells[3].split('|').filter(|part| *part != "none");
            Case {
                id: cells[0].clone(),
                uses: uses.map(|part| UseCode(part.parse().unwrap())).collect(),
                number: cells[4].parse().unwrap(),
                building: yes(&cells[5]) == Known::Yes,
                event: yes(&cells[6]) == Known::Yes,
                public: yes(&cells[7]),
                checked: yes(&cells[8]),
                excluded: cells[9].clone(),
                tier: cells[10].clone(),
                section: cells[11].clone(),
            }
        })
        .collect()
}

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn exclusions(code: &str) -> Exclusions {
    let id = match code {
        "" | "host_enhanced" | "sch2_p6_worship_childcare_school_fe" => return Exclusions::Nothing,
        "sch2_p1_parliament" => "parliament",
        "sch2_p2_devolved" => "devolved",
        "sch2_p3_open_air_no_checks" => "open-air",
        "sch2_p4a_aerodrome_plan" | "sch2_p5_host_excluded" => "aerodrome-plan",
        "sch2_p4c_channel_tunnel" => "channel-tunnel",
        "sch2_p4d_port_facility_plan" => "port-facility-plan",
        other => panic!("no such code: {other}"),
    };
    Exclusions::These(vec![id.to_owned()])
}

fn facts(case: &Case) -> ScopeFacts {
    let stated = |code: &UseCode| StatedUse { code: *code, for_public: case.public };
    ScopeFacts {
        building: if case.building { Known::Yes } else { Known::No },
        uses: case.uses.iter().map(stated).collect(),
        mainly: if case.uses.is_empty() { Known::No } else { Known::Yes },
        principal: case.uses.first().copied(),
        number: Some(case.number),
        exclusions: exclusions(&case.excluded),
        part_of: PartOf::Nothing,
    }
}

fn event_facts(case: &Case) -> EventFacts {
    let enhanced = case.excluded == "host_enhanced";
    EventFacts {
        host_enhanced: if enhanced { Known::Yes } else { Known::No },
        host_use: case.uses.first().map_or(HostUse::None, |code| HostUse::Mainly(*code)),
        exclusions: exclusions(&case.excluded),
        public_access: case.public,
        entry_checked: case.checked,
        number: Some(case.number),
    }
}

#[test]
fn every_premises_case_comes_out_as_it_says() {
    let mut decided = 0;
    for case in cases().iter().filter(|case| !case.event) {
        let decision = scope::decide(&facts(case), &law::known(), today());
        let expected = match case.tier.as_str() {
            "none" => Outcome::NotInScope,
            "standard" => Outcome::Standard,
            "enhanced" => Outcome::Enhanced,
            other => panic!("no such tier: {other}"),
        };
        assert_eq!(decision.outcome, expected, "{}: {decision:?}", case.id);
        assert!(!decision.reasons.is_empty(), "{}", case.id);
        assert!(decision.arguable.is_empty() && decision.find_out.is_empty(), "{}", case.id);
        decided += 1;
    }
    assert_eq!(decided, 58);
}

#[test]
fn every_event_case_comes_out_as_it_says() {
    let mut decided = 0;
    for case in cases().iter().filter(|case| case.event) {
        let decision = scope::decide_event(&event_facts(case), &law::known(), today());
        let expected = match case.tier.as_str() {
            "none" => EventOutcome::NotInScope,
            "event" => EventOutcome::Event,
            other => panic!("no such result: {other}"),
        };
        assert_eq!(decision.outcome, expected, "{}: {decision:?}", case.id);
        decided += 1;
    }
    assert_eq!(decided, 22);
}

#[test]
fn what_is_out_of_scope_cites_the_section_that_the_case_names() {
    // These two write the section in another way: a range, and the paragraph that is not met.
    let worded_otherwise = ["SC064", "SC102"];
    let mut seen = 0;
    for case in cases().iter().filter(|case| case.tier == "none") {
        let reasons: Vec<Reason> = if case.event {
            scope::decide_event(&event_facts(case), &law::known(), today()).reasons
        } else {
            scope::decide(&facts(case), &law::known(), today()).reasons
        };
        let named =
            reasons.iter().flat_map(|reason| reason.cite.split("; ")).any(|cite| case.section.contains(cite));
        assert_eq!(named, !worded_otherwise.contains(&case.id.as_str()), "{}: {reasons:?}", case.id);
        seen += 1;
    }
    assert_eq!(seen, 28);
}

#[test]
fn always_standard_cases_cite_section_2_4() {
    for case in cases().iter().filter(|case| case.section.contains("s2(4)")) {
        let decision = scope::decide(&facts(case), &law::known(), today());
        assert!(
            decision.reasons.iter().any(|reason| matches!(reason.finding, Finding::AlwaysStandard { .. })
                && reason.cite.starts_with("s2(4); Sch1 p")),
            "{}",
            case.id
        );
    }
}
