use chrono::NaiveDate;
use proptest::prelude::*;

use super::release::{RULES, Rules, figures, figures_by};
use super::*;
use crate::{codes::CouncilCode, scope::Tier};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn as_of() -> NaiveDate {
    day("2026-11-22")
}

fn council(index: u32) -> CouncilCode {
    format!("E0800002{index}").parse().unwrap()
}

/// Premises registered this many days before the release.
fn premises(submitted: bool, age: u64) -> PremisesFacts {
    PremisesFacts {
        council: council(5),
        tier: Some(Tier::Standard),
        registered_on: as_of() - chrono::Days::new(age),
        submitted,
        procedures: Procedures::default(),
        staff_aware: false,
        notification_ready: false,
    }
}

fn area(base: u32, count: u32) -> Vec<PremisesFacts> {
    (0..base).map(|index| premises(index < count, 200)).collect()
}

fn submitted(rules: Rules, rows: &[PremisesFacts]) -> Cell {
    figures_by(rules, rows, &CATALOGUE, as_of()).cell(&council(5), "submitted")
}

/// What a shown figure must satisfy, counted afresh from the premises: the ids of broken rules.
fn broken(cell: Cell, rows: &[PremisesFacts], figure: &Figure) -> Vec<&'static str> {
    let Cell::Shown { base, count } = cell else { return Vec::new() };
    let old = |one: &&PremisesFacts| as_of().signed_duration_since(one.registered_on).num_days() >= 90;
    let inside = |one: &&PremisesFacts| figure.base == Base::Registered || one.submitted;
    let within: Vec<_> = rows.iter().filter(inside).collect();
    let ripe: Vec<_> = within.iter().copied().filter(|one| old(one)).collect();
    let counted = ripe.iter().filter(|one| figure.measure.counts(one)).count();
    let mut found = Vec::new();
    if within.len() >= 30 && ripe.len() < 30 {
        found.push("days");
    } else if ripe.len() < 30 {
        found.push("base");
    }
    if counted < 10 {
        found.push("count");
    }
    if ripe.len() - counted < 10 {
        found.push("rest");
    }
    if base % 5 != 0 || count % 5 != 0 {
        found.push("round");
    }
    let near = |shown: u32, truth: usize| u64::from(shown).abs_diff(truth as u64) <= 2;
    if !(near(base, ripe.len()) && near(count, counted)) {
        found.push("truth");
    }
    found
}

#[test]
fn each_threshold_holds_by_itself_to_the_last_premises() {
    assert_eq!(submitted(RULES, &area(30, 15)), Cell::Shown { base: 30, count: 15 });
    assert_eq!(submitted(RULES, &area(29, 15)), Cell::Withheld, "base");
    assert_eq!(submitted(RULES, &area(40, 10)), Cell::Shown { base: 40, count: 10 });
    assert_eq!(submitted(RULES, &area(40, 9)), Cell::Withheld, "count");
    assert_eq!(submitted(RULES, &area(40, 30)), Cell::Shown { base: 40, count: 30 });
    assert_eq!(submitted(RULES, &area(40, 31)), Cell::Withheld, "rest");
    assert_eq!(submitted(RULES, &area(43, 22)), Cell::Shown { base: 45, count: 20 });
    assert_eq!(submitted(RULES, &area(42, 23)), Cell::Shown { base: 40, count: 25 });
}

#[test]
fn premises_count_from_their_ninetieth_day() {
    let mut rows = area(29, 15);
    rows.push(premises(false, 89));
    assert_eq!(submitted(RULES, &rows), Cell::Withheld);
    rows.pop();
    rows.push(premises(false, 90));
    assert_eq!(submitted(RULES, &rows), Cell::Shown { base: 30, count: 15 });
    let future = premises(true, 0);
    rows.push(PremisesFacts { registered_on: day("2027-01-01"), ..future });
    assert_eq!(submitted(RULES, &rows), Cell::Shown { base: 30, count: 15 });
}

#[test]
fn with_a_rule_switched_off_the_check_finds_it() {
    let figure = &CATALOGUE[0];
    let young: Vec<_> = (0..40).map(|index| premises(index < 20, if index < 29 { 200 } else { 5 })).collect();
    for (rules, rows, rule) in [
        (Rules { base: 0, ..RULES }, area(29, 15), "base"),
        (Rules { count: 0, ..RULES }, area(40, 9), "count"),
        (Rules { rest: 0, ..RULES }, area(40, 31), "rest"),
        (Rules { round: 1, ..RULES }, area(43, 22), "round"),
        (Rules { days: 0, ..RULES }, young, "days"),
    ] {
        assert!(broken(submitted(rules, &rows), &rows, figure).contains(&rule), "{rule} off");
        assert_eq!(broken(submitted(RULES, &rows), &rows, figure), [""; 0], "{rule} on");
    }
}

#[test]
fn procedures_are_out_of_those_that_submitted() {
    let mut rows = area(80, 40);
    for one in rows.iter_mut().take(20) {
        one.procedures.lockdown = true;
    }
    let release = figures(&rows, &CATALOGUE, as_of());
    assert_eq!(release.cell(&council(5), "lockdown"), Cell::Shown { base: 40, count: 20 });
    assert_eq!(release.cell(&council(5), "evacuation"), Cell::Withheld, "none has it");
    assert_eq!(release.cell(&council(5), "standard"), Cell::Withheld, "all have it");
}

#[test]
fn a_council_with_nothing_to_show_is_not_named() {
    let release = figures(&area(12, 6), &CATALOGUE, as_of());
    assert!(release.councils.is_empty());
    assert_eq!(release.cell(&council(5), "submitted"), Cell::Withheld);
    assert_eq!(release.cell(&council(6), "no-such-figure"), Cell::Withheld);
}

#[test]
fn the_catalogue_names_each_figure_once() {
    let mut ids: Vec<_> = CATALOGUE.iter().map(|figure| figure.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), CATALOGUE.len());
}

prop_compose! {
    fn any_premises(likely: f64)(
        area in 0u32..2,
        tier in prop::option::of(prop_oneof![Just(Tier::Standard), Just(Tier::Enhanced)]),
        age in prop_oneof![6 => 90u64..400, 1 => 0u64..90],
        submitted in prop::bool::weighted(0.8),
        flags in prop::array::uniform6(prop::bool::weighted(likely)),
    ) -> PremisesFacts {
        let [evacuation, invacuation, lockdown, communication, staff_aware, notification_ready] = flags;
        PremisesFacts {
            council: council(area),
            tier,
            registered_on: as_of() - chrono::Days::new(age),
            submitted,
            procedures: Procedures { evacuation, invacuation, lockdown, communication },
            staff_aware,
            notification_ready,
        }
    }
}

fn any_areas() -> impl Strategy<Value = Vec<PremisesFacts>> {
    (0.05..0.95).prop_flat_map(|likely| prop::collection::vec(any_premises(likely), 0..160))
}

proptest! {
    #[test]
    fn every_shown_figure_keeps_every_rule(rows in any_areas()) {
        let release = figures(&rows, &CATALOGUE, as_of());
        for index in 0..2 {
            let own: Vec<_> = rows.iter().filter(|one| one.council == council(index)).cloned().collect();
            for figure in &CATALOGUE {
                let cell = release.cell(&council(index), figure.id);
                prop_assert_eq!(broken(cell, &own, figure), Vec::<&str>::new(), "{}: {:?}", figure.id, cell);
                if let Cell::Shown { base, count } = cell {
                    prop_assert!(base >= 30 && count >= 10 && base - count >= 10);
                }
            }
        }
    }

    #[test]
    fn the_order_of_premises_does_not_matter(rows in any_areas().prop_shuffle(), seed in any::<prop::sample::Index>()) {
        let mut turned = rows.clone();
        if !turned.is_empty() {
            let middle = seed.index(turned.len());
            turned.rotate_left(middle);
            turned.swap(0, middle);
        }
        let text = |rows: &[PremisesFacts]| serde_json::to_string(&figures(rows, &CATALOGUE, as_of())).unwrap();
        prop_assert_eq!(text(&rows), text(&turned));
    }

    #[test]
    fn premises_younger_than_90_days_change_nothing(rows in any_areas(), young in prop::collection::vec(any_premises(0.5), 0..20)) {
        let before = figures(&rows, &CATALOGUE, as_of());
        let mut more = rows;
        more.extend(young.into_iter().map(|one| PremisesFacts { registered_on: as_of() - chrono::Days::new(89), ..one }));
        prop_assert_eq!(figures(&more, &CATALOGUE, as_of()), before);
    }

    #[test]
    fn one_council_does_not_move_another(rows in any_areas()) {
        let own: Vec<_> = rows.iter().filter(|one| one.council == council(0)).cloned().collect();
        let (all, alone) = (figures(&rows, &CATALOGUE, as_of()), figures(&own, &CATALOGUE, as_of()));
        prop_assert_eq!(all.councils.get(&council(0)), alone.councils.get(&council(0)));
    }
}
