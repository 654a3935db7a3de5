mod reasons;
mod record;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::law::{self, Law, Threshold, TierRule, UseCode, VisitingPublic};

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn stated(code: u8) -> StatedUse {
    StatedUse { code: UseCode(code), for_public: Known::Yes }
}

/// Premises with everything said, and nothing in the way of scope.
fn premises(codes: &[u8], number: u32) -> ScopeFacts {
    ScopeFacts {
        building: Known::Yes,
        uses: codes.iter().copied().map(stated).collect(),
        mainly: Known::Yes,
        principal: codes.first().copied().map(UseCode),
        number: Some(number),
        exclusions: Exclusions::Nothing,
        part_of: PartOf::Nothing,
    }
}

fn event(number: u32) -> EventFacts {
    EventFacts {
        host_enhanced: Known::No,
        host_use: HostUse::None,
        exclusions: Exclusions::Nothing,
        public_access: Known::Yes,
        entry_checked: Known::Yes,
        number: Some(number),
    }
}

fn decided(facts: &ScopeFacts) -> Decision {
    decide(facts, &law::known(), today())
}

fn outcome(facts: &ScopeFacts) -> Outcome {
    decided(facts).outcome
}

fn event_outcome(facts: &EventFacts) -> EventOutcome {
    decide_event(facts, &law::known(), today()).outcome
}

#[test]
fn nothing_said_is_unclear_and_says_what_to_find_out() {
    let decision = decided(&ScopeFacts::default());
    assert_eq!(decision.outcome, Outcome::Unclear);
    assert_eq!(decision.find_out, [FindOut::Exclusions, FindOut::Building, FindOut::Uses, FindOut::Number]);
    assert_eq!(decision.provisional, None);
    let event = decide_event(&EventFacts::default(), &law::known(), today());
    assert_eq!(event.outcome, EventOutcome::Unclear);
    assert_eq!(event.find_out.len(), 6);
}

#[test]
fn one_settled_failure_settles_it_whatever_else_is_not_known() {
    let few = ScopeFacts { number: Some(199), ..ScopeFacts::default() };
    assert_eq!(outcome(&few), Outcome::NotInScope);
    let open = ScopeFacts { building: Known::No, ..ScopeFacts::default() };
    assert_eq!(outcome(&open), Outcome::NotInScope);
}

#[test]
fn all_four_always_standard_uses_are_so_not_only_worship() {
    for code in [9, 13, 14, 15] {
        assert_eq!(outcome(&premises(&[code], 5_000)), Outcome::Standard, "paragraph {code}");
    }
    assert_eq!(outcome(&premises(&[16], 5_000)), Outcome::Enhanced, "higher education");
}

#[test]
fn there_is_no_event_tier_below_800() {
    assert_eq!(event_outcome(&event(799)), EventOutcome::NotInScope);
    assert_eq!(event_outcome(&event(200)), EventOutcome::NotInScope);
    assert_eq!(event_outcome(&event(800)), EventOutcome::Event);
}

#[test]
fn closed_to_the_public_is_not_out_of_scope_by_itself() {
    for code in [4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] {
        let mut facts = premises(&[code], 600);
        facts.uses[0].for_public = Known::No;
        assert_eq!(outcome(&facts), Outcome::Standard, "paragraph {code}");
        facts.uses[0].for_public = Known::NotSure;
        assert_eq!(outcome(&facts), Outcome::Standard, "paragraph {code} does not ask");
    }
    for code in [1, 2, 3, 5, 6, 17] {
        let mut facts = premises(&[code], 600);
        facts.uses[0].for_public = Known::No;
        assert_eq!(outcome(&facts), Outcome::NotInScope, "paragraph {code}");
        facts.uses[0].for_public = Known::NotSure;
        assert_eq!(decided(&facts).find_out, [FindOut::ForPublic { paragraph: UseCode(code) }]);
    }
}

#[test]
fn standard_adds_no_document_measure_or_senior_individual() {
    let decision = decided(&premises(&[1], 100));
    let next = decision.next_tier.unwrap();
    assert_eq!((next.tier, next.threshold), (Tier::Standard, 200));
    assert_eq!(next.adds, [Duty::Procedures, Duty::Notify, Duty::Coordinate]);
    let next = decided(&premises(&[1], 300)).next_tier.unwrap();
    assert_eq!((next.tier, next.threshold), (Tier::Enhanced, 800));
    assert_eq!(next.adds, [Duty::Measures, Duty::Document, Duty::Cooperate, Duty::SeniorIndividual]);
    assert_eq!(decided(&premises(&[9], 300)).next_tier, None, "worship never becomes enhanced");
    assert_eq!(decided(&premises(&[1], 900)).next_tier, None);
}

#[test]
fn a_number_within_a_tenth_of_a_threshold_is_pointed_out() {
    let near = |codes: &[u8], number| -> Vec<u32> {
        decided(&premises(codes, number)).near.iter().map(|near| near.threshold).collect()
    };
    assert!(near(&[1], 179).is_empty());
    assert_eq!(near(&[1], 180), [200_u32]);
    assert_eq!(near(&[1], 220), [200_u32]);
    assert!(near(&[1], 221).is_empty());
    assert!(near(&[1], 719).is_empty());
    assert_eq!(near(&[1], 720), [800_u32]);
    assert_eq!(near(&[1], 880), [800_u32]);
    assert!(near(&[1], 881).is_empty());
    assert!(near(&[14], 790).is_empty(), "a school's tier does not turn on 800");
}

#[test]
fn the_principal_use_is_asked_for_only_where_it_decides() {
    let mut facts = premises(&[14, 3], 900);
    facts.principal = None;
    assert_eq!(decided(&facts).find_out, [FindOut::Principal]);
    facts.number = Some(799);
    assert_eq!(outcome(&facts), Outcome::Standard);
    facts = premises(&[9, 14], 900);
    facts.principal = None;
    assert_eq!(outcome(&facts), Outcome::Standard);
    facts = premises(&[1, 3], 900);
    facts.principal = None;
    assert_eq!(outcome(&facts), Outcome::Enhanced);
}

#[test]
fn a_principal_use_that_does_not_count_is_not_principal() {
    let mut facts = premises(&[3, 14], 900);
    facts.uses[0].for_public = Known::No;
    let decision = decided(&facts);
    assert_eq!(decision.outcome, Outcome::Standard);
    assert_eq!(decision.responsible, Some(Responsible::Named { paragraph: UseCode(14) }));
}

#[test]
fn open_points_make_it_unclear_but_say_the_tier_they_would_lead_to() {
    for id in ["match-day-checks", "uk-government"] {
        let facts = ScopeFacts { exclusions: Exclusions::These(vec![id.to_owned()]), ..premises(&[4], 900) };
        let decision = decided(&facts);
        assert_eq!(decision.outcome, Outcome::Unclear, "{id}");
        assert_eq!(decision.provisional, Some(Tier::Enhanced), "{id}");
        assert_eq!(decision.arguable, [Arguable::Exclusion { exclusion: id.to_owned() }]);
    }
    let nested = ScopeFacts { part_of: PartOf::SomeInCommon, ..premises(&[2], 300) };
    assert_eq!(decided(&nested).arguable, [Arguable::SomeInCommon]);
    let small = ScopeFacts { part_of: PartOf::SomeInCommon, ..premises(&[2], 100) };
    assert_eq!(outcome(&small), Outcome::NotInScope, "a part below 200 is not nested premises");
}

#[test]
fn ids_and_uses_that_do_not_exist_are_asked_about_not_passed_over() {
    let strange =
        ScopeFacts { exclusions: Exclusions::These(vec!["moon".to_owned()]), ..premises(&[1], 300) };
    assert_eq!(decided(&strange).find_out, [FindOut::Exclusions]);
    assert_eq!(decided(&premises(&[99], 300)).find_out, [FindOut::Uses]);
}

#[test]
fn the_responsible_person_follows_the_principal_use() {
    assert_eq!(decided(&premises(&[2], 300)).responsible, Some(Responsible::InControl));
    assert_eq!(
        decided(&premises(&[16, 2], 300)).responsible,
        Some(Responsible::Named { paragraph: UseCode(16) })
    );
    let mut facts = premises(&[16, 2], 300);
    facts.principal = None;
    assert_eq!(decided(&facts).responsible, None);
    assert_eq!(decided(&premises(&[16], 100)).responsible, None);
}

#[test]
fn a_park_does_not_exclude_its_events_and_a_university_does_not_either() {
    let park = EventFacts { exclusions: Exclusions::These(vec!["open-air".to_owned()]), ..event(900) };
    assert_eq!(event_outcome(&park), EventOutcome::Event);
    let host = |code| EventFacts { host_use: HostUse::Mainly(UseCode(code)), ..event(900) };
    assert_eq!(event_outcome(&host(16)), EventOutcome::Event);
    for code in [9, 13, 14, 15] {
        assert_eq!(event_outcome(&host(code)), EventOutcome::NotInScope, "paragraph {code}");
    }
}

#[test]
fn lower_thresholds_and_a_new_use_need_only_other_tables() {
    let thresholds: Vec<Threshold> =
        law::known().thresholds.iter().map(|item| Threshold { value: item.value / 2, ..*item }).collect();
    let mut uses = law::known().uses.to_vec();
    let mut added = uses[8].clone();
    added.code = UseCode(19);
    uses.push(added);
    let law = Law { uses: &uses, thresholds: &thresholds, ..law::known() };
    let of = |codes: &[u8], number| decide(&premises(codes, number), &law, today()).outcome;
    assert_eq!(of(&[1], 99), Outcome::NotInScope);
    assert_eq!(of(&[1], 100), Outcome::Standard);
    assert_eq!(of(&[1], 400), Outcome::Enhanced);
    assert_eq!(of(&[19], 4_000), Outcome::Standard);
    assert_eq!(decide_event(&event(400), &law, today()).outcome, EventOutcome::Event);
}

fn any_known() -> impl Strategy<Value = Known> {
    prop_oneof![Just(Known::Yes), Just(Known::No), Just(Known::NotSure)]
}

fn any_exclusions() -> impl Strategy<Value = Exclusions> {
    let ids: Vec<&str> = law::known().exclusions.iter().map(|entry| entry.id).collect();
    prop_oneof![
        4 => Just(Exclusions::Nothing),
        1 => Just(Exclusions::NotSure),
        2 => proptest::sample::subsequence(ids, 0..3)
            .prop_map(|ids| Exclusions::These(ids.into_iter().map(str::to_owned).collect())),
    ]
}

fn any_part() -> impl Strategy<Value = PartOf> {
    prop_oneof![
        4 => Just(PartOf::Nothing),
        1 => Just(PartOf::SameResponsible),
        1 => Just(PartOf::OtherResponsible),
        1 => Just(PartOf::SomeInCommon),
        1 => Just(PartOf::NotSure),
    ]
}

prop_compose! {
    fn any_facts()(
        building in any_known(),
        uses in prop::collection::vec((1u8..=17, any_known()), 0..4),
        mainly in any_known(),
        principal in prop::option::of(1u8..=17),
        number in prop::option::of(0u32..2_000),
        exclusions in any_exclusions(),
        part_of in any_part(),
    ) -> ScopeFacts {
        ScopeFacts {
            building,
            uses: uses.into_iter().map(|(code, for_public)| StatedUse { code: UseCode(code), for_public }).collect(),
            mainly,
            principal: principal.map(UseCode),
            number,
            exclusions,
            part_of,
        }
    }
}

fn rank(outcome: Outcome) -> Option<u8> {
    match outcome {
        Outcome::NotInScope => Some(0),
        Outcome::Standard => Some(1),
        Outcome::Enhanced => Some(2),
        Outcome::Unclear => None,
    }
}

proptest! {
    #[test]
    fn more_people_never_lower_the_tier(facts in any_facts(), few in 0u32..1_500, more in 0u32..1_500) {
        let at = |number| rank(outcome(&ScopeFacts { number: Some(number), ..facts.clone() }));
        if let (Some(low), Some(high)) = (at(few), at(few + more)) {
            prop_assert!(low <= high);
        }
    }

    #[test]
    fn uses_that_are_always_standard_are_never_enhanced(
        codes in prop::collection::vec(prop::sample::select(vec![9u8, 13, 14, 15]), 1..4),
        number in any::<u32>(),
    ) {
        prop_assert_ne!(outcome(&premises(&codes, number)), Outcome::Enhanced);
    }

    #[test]
    fn a_use_that_fails_its_public_test_counts_for_nothing(
        facts in any_facts(), extra in prop::sample::select(vec![1u8, 2, 3, 5, 6, 17])
    ) {
        prop_assume!(facts.uses.iter().any(|item| {
            law::known().find(item.code, today()).unwrap().visiting_public == VisitingPublic::None
        }));
        prop_assume!(facts.principal != Some(UseCode(extra)));
        let mut with = facts.clone();
        with.uses.push(StatedUse { code: UseCode(extra), for_public: Known::No });
        let (with, without) = (decided(&with), decided(&facts));
        prop_assert_eq!(with.outcome, without.outcome);
        prop_assert_eq!(with.responsible, without.responsible);
        prop_assert_eq!(with.find_out, without.find_out);
    }

    #[test]
    fn finding_out_never_overturns_what_was_settled(facts in any_facts(), building in any_known(), mainly in any_known(), number in 0u32..2_000) {
        let before = outcome(&facts);
        let mut after = facts.clone();
        if after.building == Known::NotSure { after.building = building; }
        if after.mainly == Known::NotSure && !after.uses.is_empty() { after.mainly = mainly; }
        after.number = after.number.or(Some(number));
        if before == Outcome::NotInScope {
            prop_assert_eq!(outcome(&after), Outcome::NotInScope);
        }
        if before.tier().is_some() {
            prop_assert_eq!(before, outcome(&after), "nothing was left to find out");
        }
    }

    #[test]
    fn a_decision_hangs_together(facts in any_facts()) {
        let decision = decided(&facts);
        let unclear = decision.outcome == Outcome::Unclear;
        prop_assert_eq!(unclear, !decision.find_out.is_empty() || !decision.arguable.is_empty());
        prop_assert!(unclear || !decision.reasons.is_empty());
        if let Some(tier) = decision.outcome.tier() {
            prop_assert_eq!(decision.provisional, Some(tier));
            prop_assert!(facts.number.unwrap() >= 200);
        }
        for reason in &decision.reasons {
            prop_assert!(reason.cite.starts_with('s') || reason.cite.starts_with("Sch"));
        }
        if decision.outcome == Outcome::Enhanced {
            let by_size = facts.uses.iter().any(|item| {
                law::known().find(item.code, today()).unwrap().tier == TierRule::Size
            });
            prop_assert!(by_size);
        }
        let text = serde_json::to_string(&decision).unwrap();
        prop_assert_eq!(serde_json::from_str::<Decision>(&text).unwrap(), decision);
    }

    #[test]
    fn more_people_never_take_an_event_out(number in 0u32..2_000, more in 0u32..2_000) {
        if event_outcome(&event(number)) == EventOutcome::Event {
            prop_assert_eq!(event_outcome(&event(number + more)), EventOutcome::Event);
        }
    }
}

#[test]
fn a_head_count_says_how_it_was_worked_out() {
    use head_count::{BadHeadCount, HeadCount, MOST};
    let new = |number, method: &str, note: &str, day: &str| {
        HeadCount::new(number, method, note, day.parse().unwrap(), today())
    };
    let count = new(450, "other", "  Counted cars  ", "2026-11-22").unwrap();
    assert_eq!((count.number(), count.method(), count.note()), (450, "other", "Counted cars"));
    assert!(new(MOST, "ticket-cap", "", "2026-01-01").is_ok());
    assert_eq!(new(0, "ticket-cap", "", "2026-01-01"), Err(BadHeadCount::Number));
    assert_eq!(new(MOST + 1, "ticket-cap", "", "2026-01-01"), Err(BadHeadCount::Number));
    assert_eq!(new(450, "guess", "", "2026-01-01"), Err(BadHeadCount::Method));
    assert_eq!(new(450, "other", " ", "2026-01-01"), Err(BadHeadCount::NoteMissing));
    assert_eq!(new(450, "ticket-cap", &"é".repeat(501), "2026-01-01"), Err(BadHeadCount::NoteTooLong));
    assert!(new(450, "ticket-cap", &"é".repeat(500), "2026-01-01").is_ok());
    assert_eq!(new(450, "ticket-cap", "", "2026-11-23"), Err(BadHeadCount::DayToCome));
}
