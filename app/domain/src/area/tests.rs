use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::codes::{CouncilCode, RegionCode};

fn postcode(text: &str) -> Postcode {
    text.parse().unwrap()
}

fn code(text: &str) -> CouncilCode {
    text.parse().unwrap()
}

#[test]
fn sample_postcodes_fall_to_their_council() {
    // A line holds a council's code and postcodes in it.
    let (mut councils, mut postcodes) = (BTreeSet::new(), BTreeSet::new());
    for line in include_str!("../../tests/postcodes.txt").lines() {
        let (council, texts) = line.split_once(' ').unwrap();
        for text in texts.split(' ') {
            let area = by_postcode(&postcode(text)).unwrap();
            assert_eq!(area.council.code.as_str(), council, "{text}");
            assert_eq!(area.council.force, area.force.name);
            assert_eq!(area.force.region, area.region.code);
            postcodes.insert(text);
        }
        councils.insert(council);
    }
    assert_eq!(councils.len(), 350, "every council of Great Britain");
    assert_eq!(postcodes.len(), 10_000);
}

#[test]
fn every_row_of_the_tables_is_read() {
    assert_eq!(councils().len(), 361);
    assert_eq!(regions().len(), 11);
    let forces: BTreeSet<_> = councils().iter().map(|council| force(council.force).unwrap().name).collect();
    assert_eq!(forces.len(), 45);
    let regions_used: BTreeSet<_> = councils().iter().map(|council| &council.region).collect();
    assert_eq!(regions_used.len(), 11);
    for council in councils() {
        assert_eq!(of_council(&council.code).unwrap().council, council);
    }
}

#[test]
fn one_outcode_can_hold_two_councils() {
    assert_eq!(by_postcode(&postcode("AB16 5AA")).unwrap().council.name, "Aberdeenshire");
    assert_eq!(by_postcode(&postcode("AB16 5AB")).unwrap().council.name, "Aberdeen City");
}

#[test]
fn the_west_midlands_region_has_four_forces_and_thirty_councils() {
    let region: RegionCode = "west-midlands".parse().unwrap();
    let found: Vec<_> = councils_in(&region).collect();
    let forces: BTreeSet<_> = found.iter().map(|council| council.force).collect();
    assert_eq!((found.len(), forces.len()), (30, 4));
    assert_eq!(super::region(&region).unwrap().name, "West Midlands");
}

#[test]
fn the_regions_of_statistics_and_of_counter_terrorism_policing_differ() {
    let council = council(&code("E06000013")).unwrap();
    assert_eq!(council.name, "North Lincolnshire");
    assert_eq!(council.ons_region, "Yorkshire and The Humber");
    assert_eq!(council.region.as_str(), "north-east");
}

#[test]
fn northern_ireland_chooses_one_of_eleven_districts() {
    assert_eq!(by_postcode(&postcode("BT1 5GS")), Err(NoArea::ChooseDistrict));
    assert_eq!(districts().len(), 11);
    assert_eq!(districts()[0].name, "Antrim and Newtownabbey");
    assert!(!postcode("B1 1AA").is_northern_irish());
}

#[test]
fn unknown_outcodes_have_no_area() {
    for text in ["AA1 1AA", "ZZ99 9ZZ", "B0 1AA", "JE2 3AB", "IM1 1AA", "GY1 1AA"] {
        assert_eq!(by_postcode(&postcode(text)), Err(NoArea::Unknown), "{text}");
    }
}

#[test]
fn an_earlier_code_is_still_accepted() {
    assert_eq!(council(&code("E08000016")).unwrap().code, code("E08000038"));
    assert_eq!(council(&code("E08000019")).unwrap().name, "Sheffield");
    assert_eq!(council(&code("E99999999")), None);
}

#[test]
fn surrey_districts_end_with_march_2027() {
    let ending: Vec<_> = councils().iter().filter(|council| council.valid_to.is_some()).collect();
    assert_eq!(ending.len(), 11);
    for council in ending {
        assert_eq!(council.county, Some("Surrey"));
        assert!(council.in_force("2027-03-31".parse().unwrap()));
        assert!(!council.in_force("2027-04-01".parse().unwrap()));
        assert!(matches!(council.successor, Some("East Surrey" | "West Surrey")));
    }
}

#[test]
fn a_new_council_is_in_force_from_its_first_day() {
    let mut new = councils()[0].clone();
    new.valid_from = Some("2027-04-01".parse().unwrap());
    assert!(!new.in_force("2027-03-31".parse().unwrap()));
    assert!(new.in_force("2027-04-01".parse().unwrap()));
}

#[test]
fn welsh_councils_have_welsh_names() {
    for council in councils() {
        assert_eq!(council.nation == Nation::Wales, council.welsh.is_some(), "{}", council.name);
    }
}

#[test]
fn postcodes_are_read_strictly_and_written_one_way() {
    assert_eq!(postcode(" b1  1aa ").to_string(), "B1 1AA");
    assert_eq!(postcode("ec1a1bb").to_string(), "EC1A 1BB");
    assert_eq!(serde_json::to_string(&postcode("w1a1aa")).unwrap(), "\"W1A 1AA\"");
    for wrong in [
        "",
        "B1",
        "1AA",
        "B1 1A",
        "B1 AAA",
        "B1 1CA",
        "B1 1AI",
        "B1 1AK",
        "BBB1 1AA",
        "11 1AA",
        "B111 1AA",
        "B1-1AA",
        "B1 1AA!",
        "B1 1ÀA",
        "é",
        "BB1BB 1AA",
        "B1 1AA                ",
    ] {
        assert_eq!(wrong.parse::<Postcode>(), Err(BadPostcode), "{wrong}");
    }
}

#[test]
fn pages_can_show_the_attribution() {
    assert!(ATTRIBUTION.contains("Royal Mail data") && ATTRIBUTION.contains("Open Government Licence"));
}

proptest! {
    #[test]
    fn no_text_stops_the_parser(text in ".{0,12}") {
        if let Ok(read) = text.parse::<Postcode>() {
            prop_assert_eq!(read.to_string().parse::<Postcode>(), Ok(read.clone()));
            let _ = by_postcode(&read);
        }
    }

    #[test]
    fn incodes_keep_their_order(
        a in "[0-9][ABDEFGHJLNPQRSTUWXYZ]{2}", b in "[0-9][ABDEFGHJLNPQRSTUWXYZ]{2}"
    ) {
        let number = |incode: &str| postcode(&format!("B1{incode}")).incode_number();
        prop_assert_eq!(a.cmp(&b), number(&a).cmp(&number(&b)));
        prop_assert!(number(&a) < 4000);
    }
}
