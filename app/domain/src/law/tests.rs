use chrono::NaiveDate;

use super::*;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn schedule_1_has_its_seventeen_uses() {
    let codes: Vec<u8> = known().uses.iter().map(|item| item.code.0).collect();
    assert_eq!(codes, (1..=17).collect::<Vec<_>>());
}

#[test]
fn six_paragraphs_ask_about_the_visiting_public() {
    let asking: Vec<u8> = known()
        .uses
        .iter()
        .filter(|item| item.visiting_public != VisitingPublic::None)
        .map(|item| item.code.0)
        .collect();
    assert_eq!(asking, [1, 2, 3, 5, 6, 17]);
    assert_eq!(known().find(UseCode(17), on("2026-11-22")).unwrap().visiting_public, VisitingPublic::To);
}

#[test]
fn worship_childcare_schools_and_further_education_are_always_standard_and_host_no_events() {
    for item in known().uses {
        let four = [9, 13, 14, 15].contains(&item.code.0);
        assert_eq!(item.tier == TierRule::AlwaysStandard, four, "{}", item.name);
        assert_eq!(item.event_host_excluded, four, "{}", item.name);
    }
}

#[test]
fn five_paragraphs_name_a_responsible_person_and_two_are_residual() {
    let of = |keep: fn(&Use) -> bool| -> Vec<u8> {
        known().uses.iter().filter(|item| keep(item)).map(|item| item.code.0).collect()
    };
    assert_eq!(of(|item| item.responsible.is_some()), [10, 14, 15, 16, 17]);
    assert_eq!(of(|item| item.residual), [3, 17]);
}

#[test]
fn a_threshold_changes_on_its_day_and_not_before() {
    let thresholds = [
        Threshold { kind: ThresholdKind::Standard, value: 200, from: on("2025-04-03"), cite: "s2(2)(c)" },
        Threshold { kind: ThresholdKind::Standard, value: 100, from: on("2028-04-01"), cite: "s2(2)(c)" },
    ];
    let law = Law { thresholds: &thresholds, ..known() };
    let value = |day| law.threshold(ThresholdKind::Standard, on(day)).unwrap().value;
    assert_eq!(value("2028-03-31"), 200);
    assert_eq!(value("2028-04-01"), 100);
    assert_eq!(value("2020-01-01"), 200, "before the Act: the Act as passed");
}

#[test]
fn an_ended_use_is_not_found_any_more() {
    let mut uses = known().uses.to_vec();
    uses[0].to = Some(on("2027-12-31"));
    let law = Law { uses: &uses, ..known() };
    assert!(law.find(UseCode(1), on("2027-12-31")).is_some());
    assert!(law.find(UseCode(1), on("2028-01-01")).is_none());
    assert_eq!(law.uses_on(on("2028-01-01")).count(), 16);
}

#[test]
fn parks_are_no_exclusion_for_events_and_open_points_say_why() {
    for item in known().exclusions {
        assert_eq!(item.effect == Effect::Arguable, !item.why.is_empty(), "{}", item.id);
    }
    assert!(!known().exclusion("open-air", on("2026-11-22")).unwrap().events);
}

#[test]
fn the_main_duties_have_no_day_yet() {
    let commencement = date("commencement").unwrap();
    assert_eq!(commencement.day, None);
    assert_eq!(commencement.not_before, Some(on("2027-04-01")));
    assert_eq!(date("royal-assent").unwrap().day, Some(on("2025-04-03")));
}

#[test]
fn only_another_way_of_counting_needs_a_description() {
    let needing: Vec<&str> = methods().iter().filter(|method| method.note).map(|method| method.id).collect();
    assert_eq!(needing, ["other"]);
    assert!(method("safe-occupancy").is_some());
    assert!(method("guess").is_none());
}
