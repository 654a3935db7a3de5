use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::{
    law::{self, UseCode},
    sheet::{self, BadSheet, Fault},
};

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn read_all(text: &str) -> Vec<Result<Site, Vec<Fault>>> {
    sites(text.as_bytes(), &law::known(), today()).unwrap()
}

/// A row: uses, number, building, event, public, checked, code.
fn row(cells: &str) -> Screened {
    let text = format!("{}\nX,{cells}\n", COLUMNS.join(","));
    let site = read_all(&text).remove(0).unwrap_or_else(|faults| panic!("{cells}: {faults:?}"));
    screen(&site, &law::known(), today())
}

fn tier(cells: &str) -> &'static str {
    let screened = row(cells);
    assert!(!screened.reasons.is_empty(), "{cells}");
    assert!(screened.open.is_empty(), "{cells}: {:?}", screened.open);
    screened.tier.as_str()
}

fn open(cells: &str) -> (&'static str, Vec<Point>) {
    let screened = row(cells);
    (screened.tier.as_str(), screened.open.into_iter().map(|open| open.point).collect())
}

#[test]
fn every_worked_case_has_its_tier_and_none_is_open() {
    let text = include_str!("../../tests/scope_cases.csv");
    let expected: BTreeMap<String, String> = sheet::rows(text.as_bytes(), ["id", "expected_tier"])
        .unwrap()
        .into_iter()
        .map(|row| row.unwrap().cells.into())
        .collect();
    let sites = read_all(text);
    assert_eq!(sites.len(), 80);
    for site in sites {
        let site = site.unwrap();
        let screened = screen(&site, &law::known(), today());
        assert_eq!(screened.tier.as_str(), expected[&site.id], "{}: {screened:?}", site.id);
        assert!(!screened.reasons.is_empty() && screened.open.is_empty(), "{}: {screened:?}", site.id);
    }
}

#[test]
fn premises_follow_their_uses_and_number() {
    for (cells, expected) in [
        ("1,199,yes,no,yes,no,", "none"),
        ("1,200,yes,no,yes,no,", "standard"),
        ("1,799,yes,no,yes,yes,", "standard"),
        ("1,800,yes,no,yes,no,", "enhanced"),
        ("1,800,no,no,yes,no,", "none"),
        ("none,9000,yes,no,yes,yes,", "none"),
        // Always standard by the principal use alone, and only from 200.
        ("9,199,yes,no,yes,no,", "none"),
        ("13|3,5000,yes,no,no,no,", "standard"),
        ("14|15,5000,yes,no,no,no,", "standard"),
        ("3|9,5000,yes,no,yes,no,", "enhanced"),
        ("16|15,800,yes,no,no,no,", "enhanced"),
        ("15|16,800,yes,no,no,no,", "standard"),
        // Closed to the public is out only where the paragraph asks for the public.
        ("10,800,yes,no,no,no,", "enhanced"),
        ("9,300,yes,no,no,no,", "standard"),
        ("8,300,yes,no,no,no,", "standard"),
        ("17,300,yes,no,no,no,", "none"),
        ("17,300,yes,no,yes,no,", "standard"),
        ("1|2|3|5|6|17,9000,yes,no,no,no,", "none"),
        ("14|3,900,yes,no,no,no,", "standard"),
        ("16|2,900,yes,no,no,no,", "enhanced"),
        // Taken out, whatever else.
        ("12,9000,yes,no,yes,yes,sch2_p4a_aerodrome_plan", "none"),
        ("11,9000,yes,no,yes,no,sch2_p4b_rail_s119", "none"),
        ("11,9000,yes,no,yes,yes,sch2_p4e_port_plan", "none"),
        ("3,9000,yes,no,yes,no,sch2_p3_open_air_no_checks", "none"),
    ] {
        assert_eq!(tier(cells), expected, "{cells}");
    }
}

#[test]
fn events_need_the_public_checks_800_and_a_host_that_is_not_left_out() {
    for (cells, expected) in [
        ("none,800,no,yes,yes,yes,", "event"),
        ("none,799,no,yes,yes,yes,", "none"),
        ("none,200,no,yes,yes,yes,", "none"),
        ("none,5000,no,yes,no,yes,", "none"),
        ("none,5000,no,yes,yes,no,", "none"),
        ("9,800,yes,yes,yes,yes,", "none"),
        ("13,800,yes,yes,yes,yes,", "none"),
        ("14|3,800,yes,yes,yes,yes,", "none"),
        ("15|16,800,yes,yes,yes,yes,", "none"),
        ("16|15,800,yes,yes,yes,yes,", "event"),
        ("3|9,800,yes,yes,yes,yes,", "event"),
        ("17,800,yes,yes,yes,yes,", "event"),
        ("3,5000,yes,yes,yes,yes,host_enhanced", "none"),
        ("12,5000,yes,yes,yes,yes,sch2_p5_host_excluded", "none"),
        ("12,5000,yes,yes,yes,yes,sch2_p4a_aerodrome_plan", "none"),
        ("none,5000,yes,yes,yes,yes,sch2_p1_parliament", "none"),
        ("9,1500,yes,yes,yes,yes,sch2_p6_worship_childcare_school_fe", "none"),
        // Parks are taken out as premises only.
        ("3,800,yes,yes,yes,yes,sch2_p3_open_air_no_checks", "event"),
        ("3,800,no,yes,yes,no,sch2_p3_open_air_no_checks", "none"),
    ] {
        assert_eq!(tier(cells), expected, "{cells}");
    }
}

#[test]
fn what_a_row_says_two_ways_has_its_better_reading_and_is_open() {
    let checked = Point::Checked { exclusion: "open-air".into() };
    assert_eq!(open("4,600,yes,no,yes,yes,sch2_p3_open_air_no_checks"), ("none", vec![checked]));
    let entry = |id: &str| Point::Entry { exclusion: id.into() };
    assert_eq!(
        open("4,600,yes,no,yes,yes,sch2_p3_match_day_checks"),
        ("none", vec![entry("match-day-checks")])
    );
    assert_eq!(open("17,900,yes,no,yes,no,uk_government"), ("enhanced", vec![entry("uk-government")]));
    assert_eq!(open("none,900,yes,yes,yes,yes,uk_government"), ("event", vec![entry("uk-government")]));
    assert_eq!(open("4,600,yes,no,yes,yes,"), ("standard", vec![Point::Unsaid]));
    assert_eq!(open("2|14,900,yes,no,no,no,"), ("standard", vec![Point::PrincipalLeftOut]));
    assert_eq!(open("2|16,900,yes,no,no,no,"), ("enhanced", vec![Point::PrincipalLeftOut]));
    assert_eq!(
        open("16,900,yes,yes,yes,yes,sch2_p6_worship_childcare_school_fe"),
        ("none", vec![Point::HostUse])
    );
    let host = |screening_code| Point::HostOfPremises { screening_code };
    assert_eq!(open("3,900,yes,no,yes,yes,host_enhanced"), ("enhanced", vec![host("host_enhanced")]));
    assert_eq!(
        open("12,900,yes,no,yes,yes,sch2_p5_host_excluded"),
        ("none", vec![host("sch2_p5_host_excluded")])
    );
}

#[test]
fn a_point_on_which_nothing_turns_is_not_open() {
    for cells in [
        "4,199,yes,no,yes,yes,sch2_p3_open_air_no_checks",
        "4,199,yes,no,yes,yes,",
        "4,5000,yes,no,yes,yes,",
        "17,100,yes,no,yes,no,uk_government",
        "2|14,100,yes,no,no,no,",
        "16,700,yes,yes,yes,yes,sch2_p6_worship_childcare_school_fe",
    ] {
        assert!(row(cells).open.is_empty(), "{cells}");
    }
}

#[test]
fn a_bad_row_names_each_cell_and_the_others_are_answered() {
    let header = COLUMNS.join(",");
    let text = format!(
        "{header}\nA,1,\"1,200\",yes,no,yes,no,\nB,1,300,yes,no,yes,no,\n\
         \"C\nc\",18,-5,y,,yes,no,moon\nD,1,300,yes,no,yes,no\n,none|3,4294967296,yes,no,yes,no,\n"
    );
    let read = read_all(&text);
    assert_eq!(read[1].as_ref().unwrap().id, "B");
    let faults: Vec<_> = read
        .into_iter()
        .filter_map(Result::err)
        .flatten()
        .map(|fault| (fault.line, fault.column, fault.code))
        .collect();
    assert_eq!(
        faults,
        [
            (2, "peak_individuals", "number-invalid"),
            (4, "schedule1_use", "use-unknown"),
            (4, "peak_individuals", "number-invalid"),
            (4, "is_building_or_with_building", "yes-no"),
            (4, "is_event", "missing"),
            (4, "excluded_reason", "code-unknown"),
            (6, "excluded_reason", "cells-missing"),
            (7, "id", "missing"),
            (7, "schedule1_use", "use-unknown"),
            (7, "peak_individuals", "number-too-large"),
        ]
    );
}

#[test]
fn cells_are_read_strictly() {
    let read = |column: usize, cell: &str| {
        let mut cells = ["A", "1", "300", "yes", "no", "yes", "no", ""].map(str::to_owned);
        cells[column] = format!("\"{cell}\"");
        read_all(&format!("{}\n{}\n", COLUMNS.join(","), cells.join(","))).remove(0)
    };
    for uses in ["0", "18", "256", "1|", "|1", "1,2", "one", "-1", "+1", "1.0", "none|1", "", "p1"] {
        assert!(read(1, uses).is_err(), "{uses}");
    }
    assert_eq!(read(1, "None").unwrap().uses, []);
    assert_eq!(read(1, " 9 | 2|1").unwrap().uses.len(), 3);
    for number in ["", "1,200", "-1", "+1", "1 200", "1200.0", "1e3", "many", "٣٠٠", "99999999999"] {
        assert!(read(2, number).is_err(), "{number}");
    }
    assert_eq!(read(2, "0").unwrap().number, 0);
    for column in 3..7 {
        assert!(read(column, "maybe").is_err() && read(column, "").is_err() && read(column, "1").is_err());
        assert!(read(column, " Yes ").is_ok() && read(column, "NO").is_ok());
    }
    assert!(read(7, "SCH2_P1_PARLIAMENT").is_err() && read(7, "parliament").is_err());
    let missing = sites(b"id,is_event\nA,yes\n", &law::known(), today()).unwrap_err();
    assert!(matches!(missing, BadSheet::Missing(columns) if columns.len() == 6));
}

fn codes() -> Vec<&'static str> {
    let exclusions = law::known().exclusions.iter().map(|entry| entry.screening_code);
    exclusions.chain(law::host_codes().iter().map(|host| host.screening_code)).collect()
}

#[test]
fn every_code_of_the_law_is_accepted_and_says_why() {
    for code in codes() {
        for (event, checked) in [("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no")] {
            let screened = row(&format!("3,900,yes,{event},yes,{checked},{code}"));
            assert!(!screened.reasons.is_empty(), "{code}");
        }
    }
}

prop_compose! {
    fn any_site()(
        uses in prop::collection::vec((1u8..=17).prop_map(UseCode), 0..4),
        number in 0u32..2_000,
        answers in any::<[bool; 4]>(),
        code in prop::option::of(prop::sample::select(codes())),
    ) -> Site {
        let [building, event, public_access, access_controlled] = answers;
        let code = code.and_then(|text| row::read_code(text, &law::known(), today()).unwrap());
        Site { id: "X".into(), uses, number, building, event, public_access, access_controlled, code }
    }
}

proptest! {
    #[test]
    fn every_site_has_a_tier_of_its_kind_with_reasons(site in any_site()) {
        let screened = screen(&site, &law::known(), today());
        prop_assert!(!screened.reasons.is_empty());
        let kind = if site.event {
            [SiteTier::None, SiteTier::None, SiteTier::Event]
        } else {
            [SiteTier::None, SiteTier::Standard, SiteTier::Enhanced]
        };
        prop_assert!(kind.contains(&screened.tier));
    }

    #[test]
    fn more_people_never_lower_a_tier(site in any_site(), more in 0u32..2_000) {
        let rank = |number| match screen(&Site { number, ..site.clone() }, &law::known(), today()).tier {
            SiteTier::None => 0,
            SiteTier::Standard => 1,
            SiteTier::Enhanced | SiteTier::Event => 2,
        };
        prop_assert!(rank(site.number) <= rank(site.number + more));
    }
}
