use proptest::prelude::*;

use super::*;
use crate::{
    content::Audience,
    law::{self, Effect},
    scope::{Duty, EventOutcome, FindOut, Finding, what_if::Change},
};

fn outcome(event: &HostedEvent) -> EventOutcome {
    event.decide(&law::known(), today()).outcome()
}

fn with_entry(number: u32, checks: Option<Vec<EntryCheck>>) -> HostedEvent {
    let mut event = festival(number);
    event.event.details.entry = Some(Entry { public_access: Known::Yes, checks, covers: Covers::Whole });
    event
}

fn part(name: &str, checked: Known, number: Option<u32>) -> Part {
    Part { name: line(name), checked, number }
}

fn in_parts(parts: Vec<Part>) -> HostedEvent {
    let mut event = festival(5_000);
    event.event.details.entry = Some(open_gate(Covers::Parts));
    event.event.details.parts = parts;
    event
}

#[test]
fn there_is_no_event_tier_at_200() {
    for (number, expected) in
        [(200, EventOutcome::NotInScope), (799, EventOutcome::NotInScope), (800, EventOutcome::Event)]
    {
        assert_eq!(outcome(&festival(number)), expected, "{number}");
    }
}

#[test]
fn free_tickets_count_and_staff_passes_searches_and_counters_do_not() {
    use EntryCheck::{BagSearch, Counting, Membership, Passes, Payment, StaffPasses, Tickets};
    for check in [Payment, Tickets, Passes, Membership] {
        assert_eq!(outcome(&with_entry(900, Some(vec![check]))), EventOutcome::Event, "{check:?}");
        assert_eq!(outcome(&with_entry(900, Some(vec![check, BagSearch]))), EventOutcome::Event);
    }
    for checks in
        [vec![], vec![StaffPasses], vec![BagSearch], vec![Counting], vec![StaffPasses, BagSearch, Counting]]
    {
        assert_eq!(
            outcome(&with_entry(10_000, Some(checks.clone()))),
            EventOutcome::NotInScope,
            "{checks:?}"
        );
    }
    assert_eq!(outcome(&with_entry(900, None)), EventOutcome::Unclear);
}

#[test]
fn a_private_party_is_no_event_and_nothing_said_is_unclear() {
    let mut private = festival(850);
    private.event.details.entry.as_mut().unwrap().public_access = Known::No;
    assert_eq!(outcome(&private), EventOutcome::NotInScope);
    let mut silent = festival(900);
    silent.event.details.entry = None;
    silent.event.details.host = None;
    silent.event.details.head_count = None;
    let EventScope::Whole(decision) = silent.decide(&law::known(), today()) else { panic!() };
    assert_eq!(decision.find_out.len(), 6);
}

#[test]
fn each_checked_part_must_reach_the_number_by_itself() {
    let two = in_parts(vec![
        part("Arena", Known::Yes, Some(700)),
        part("Campsite", Known::Yes, Some(799)),
        part("Fair", Known::No, Some(3_000)),
    ]);
    assert_eq!(outcome(&two), EventOutcome::NotInScope, "700 and 799 are not added up, 3,000 is not checked");
    let one = in_parts(vec![part("Arena", Known::Yes, Some(800)), part("Fair", Known::No, None)]);
    assert_eq!(outcome(&one), EventOutcome::Event);
    let EventScope::Parts(parts) = one.decide(&law::known(), today()) else { panic!() };
    assert_eq!(parts[1].1.outcome, EventOutcome::NotInScope);
    assert!(parts[1].1.reasons.iter().any(|reason| reason.finding == Finding::EntryNotChecked));
    assert_eq!(outcome(&in_parts(vec![part("Arena", Known::Yes, None)])), EventOutcome::Unclear);
}

#[test]
fn parts_not_listed_yet_are_asked_for() {
    let EventScope::Whole(decision) = in_parts(Vec::new()).decide(&law::known(), today()) else { panic!() };
    assert_eq!(decision.outcome, EventOutcome::Unclear);
    assert_eq!(decision.find_out, [FindOut::EntryChecked]);
    let mut event = festival(5_000);
    event.event.details.entry = Some(open_gate(Covers::NotSure));
    assert_eq!(outcome(&event), EventOutcome::Unclear);
    // Parts are for checks that count: where none does, the whole is not checked.
    let mut event = in_parts(vec![part("Arena", Known::Yes, Some(900))]);
    event.event.details.entry.as_mut().unwrap().checks = Some(vec![EntryCheck::Counting]);
    assert_eq!(outcome(&event), EventOutcome::NotInScope);
}

#[test]
fn a_qualifying_event_has_every_duty_and_others_none() {
    assert_eq!(EventOutcome::NotInScope.duties(), []);
    assert_eq!(EventOutcome::Unclear.duties(), []);
    let cites: Vec<_> = EventOutcome::Event.duties().iter().copied().map(Duty::cite).collect();
    assert_eq!(cites, ["s5", "s6", "s7", "s9", "s8(2), s8(4)", "s8(6)", "s10"]);
}

#[test]
fn what_would_change_it_is_told_of_the_whole_or_of_each_part() {
    let changes = |event: &HostedEvent| -> Vec<(Option<Line>, Change)> {
        let all = event.what_would_change(&law::known(), today());
        all.into_iter().map(|(part, what_if)| (part, what_if.change)).collect()
    };
    assert_eq!(changes(&festival(700)), [(None, Change::AtLeast(800))]);
    assert_eq!(changes(&with_entry(900, Some(Vec::new()))), [(None, Change::EntryChecked(true))]);
    assert_eq!(changes(&with_entry(700, Some(Vec::new()))), [], "no single fact would");
    let parts = vec![part("Arena", Known::Yes, Some(700)), part("Fair", Known::No, Some(900))];
    assert_eq!(
        changes(&in_parts(parts)),
        [(Some(line("Arena")), Change::AtLeast(800)), (Some(line("Fair")), Change::EntryChecked(true)),]
    );
}

fn any_known() -> impl Strategy<Value = Known> {
    prop_oneof![Just(Known::Yes), Just(Known::No), Just(Known::NotSure)]
}

fn any_part() -> impl Strategy<Value = Part> {
    (any_known(), proptest::option::of(0u32..2_000))
        .prop_map(|(checked, number)| part("Somewhere", checked, number))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Section 3(2) the slow way: an event by parts qualifies where one part, judged as an event of its
    /// own, does.
    #[test]
    fn parts_agree_with_events_of_their_own(parts in proptest::collection::vec(any_part(), 1..6), access in any_known()) {
        let mut event = in_parts(parts.clone());
        event.event.details.entry.as_mut().unwrap().public_access = access;
        let mut single = Vec::new();
        for part in &parts {
            let mut own = festival(part.number.unwrap_or(1).max(1));
            if part.number.is_none() { own.event.details.head_count = None; }
            let checks = match part.checked {
                Known::Yes => Some(vec![EntryCheck::Tickets]),
                Known::No => Some(Vec::new()),
                Known::NotSure => None,
            };
            own.event.details.entry = Some(Entry { public_access: access, checks, covers: Covers::Whole });
            single.push(outcome(&own));
        }
        let expected = if single.contains(&EventOutcome::Event) {
            EventOutcome::Event
        } else if single.contains(&EventOutcome::Unclear) {
            EventOutcome::Unclear
        } else {
            EventOutcome::NotInScope
        };
        prop_assert_eq!(outcome(&event), expected);
    }

    /// More people in any part never take an event out.
    #[test]
    fn more_people_in_a_part_never_take_it_out(parts in proptest::collection::vec(any_part(), 1..6), more in 0u32..1_000) {
        let before = outcome(&in_parts(parts.clone()));
        let mut grown = parts;
        for part in &mut grown { part.number = part.number.map(|number| number + more); }
        let after = outcome(&in_parts(grown));
        prop_assert!(before != EventOutcome::Event || after == EventOutcome::Event);
        prop_assert!(before != EventOutcome::Unclear || after != EventOutcome::NotInScope);
    }
}

#[test]
fn the_questions_for_events_are_asked_of_what_qualifies_and_of_what_the_act_leaves_open() {
    let asked = |event: &HostedEvent| event.decide(&law::known(), today()).audience();
    assert_eq!(asked(&festival(800)), Some(Audience::Event));
    assert_eq!(asked(&festival(799)), None);
    let mut unknown = festival(900);
    unknown.event.details.head_count = None;
    assert_eq!((outcome(&unknown), asked(&unknown)), (EventOutcome::Unclear, None), "something is not said");
    let one = in_parts(vec![part("Gate", Known::Yes, Some(900)), part("Green", Known::No, Some(50))]);
    assert_eq!(asked(&one), Some(Audience::Event), "one of its parts is one");
    let none = in_parts(vec![part("Gate", Known::Yes, Some(700)), part("Green", Known::No, Some(900))]);
    assert_eq!(asked(&none), None);
    // What is arguable does not keep anybody from getting ready; what is not said beside it does.
    let law = law::known();
    let arguable: Vec<_> = law
        .exclusions
        .iter()
        .filter(|one| one.events && one.effect == Effect::Arguable)
        .map(|one| one.id)
        .collect();
    assert!(!arguable.is_empty(), "the law leaves no exclusion of events open");
    for id in arguable {
        let mut open = festival(900);
        open.event.details.host.as_mut().unwrap().exclusions = Exclusions::These(vec![id.to_owned()]);
        assert_eq!((outcome(&open), asked(&open)), (EventOutcome::Unclear, Some(Audience::Event)), "{id}");
        open.event.details.head_count = None;
        assert_eq!(asked(&open), None, "{id}");
    }
}
