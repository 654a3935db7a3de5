//! The engine against a slow reference, written from the Act and not from the engine; and mistakes that
//! the two must catch.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a test that cannot go on must stop"
)]

#[path = "engine/elsewhere.rs"]
mod elsewhere;
#[path = "engine/future.rs"]
mod future;
#[path = "engine/mistakes.rs"]
mod mistakes;
#[path = "engine/random.rs"]
mod random;
#[path = "engine/reference.rs"]
mod reference;

use chrono::NaiveDate;
use domain::{
    law,
    scope::{self, EventFacts, EventOutcome, Outcome, ScopeFacts, Tier},
};

use random::Random;
use reference::Answer;

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

/// What the engine answers, in the reference's words.
fn of_premises(facts: &ScopeFacts, law: &law::Law<'_>) -> Answer {
    let decision = scope::decide(facts, law, today());
    match (decision.outcome, decision.provisional) {
        (Outcome::NotInScope, None) => Answer::None,
        (Outcome::Standard, Some(Tier::Standard)) => Answer::Standard,
        (Outcome::Enhanced, Some(Tier::Enhanced)) => Answer::Enhanced,
        (Outcome::Unclear, Some(Tier::Standard)) => Answer::ArguablyStandard,
        (Outcome::Unclear, Some(Tier::Enhanced)) => Answer::ArguablyEnhanced,
        (Outcome::Unclear, None) => Answer::Unsettled,
        _ => panic!("{facts:?}: {decision:?}"),
    }
}

fn of_event(facts: &EventFacts, law: &law::Law<'_>) -> Answer {
    let decision = scope::decide_event(facts, law, today());
    match decision.outcome {
        EventOutcome::NotInScope => Answer::None,
        EventOutcome::Event => Answer::Event,
        EventOutcome::Unclear => {
            assert!(decision.find_out.is_empty(), "{facts:?}: {decision:?}");
            Answer::ArguablyEvent
        }
    }
}

#[test]
fn the_engine_equals_the_reference_on_100_000_random_cases() {
    let mut random = Random::new(2025);
    let mut seen = [0u32; 7];
    for _ in 0..60_000 {
        let facts = random.premises();
        let expected = reference::premises(&facts);
        assert_eq!(of_premises(&facts, &law::known()), expected, "{facts:?}");
        seen[expected as usize] += 1;
    }
    for _ in 0..40_000 {
        let facts = random.event();
        let expected = reference::event(&facts);
        assert_eq!(of_event(&facts, &law::known()), expected, "{facts:?}");
        seen[expected as usize] += 1;
    }
    assert!(seen.iter().all(|count| *count > 200), "each answer is among the cases: {seen:?}");
}

#[test]
fn what_the_engine_settles_stays_whatever_is_found_out() {
    let mut random = Random::new(2026);
    let mut settled = 0;
    for _ in 0..20_000 {
        let whole = random.premises();
        let partly = random.forget(&whole);
        let outcome = scope::decide(&partly, &law::known(), today()).outcome;
        if outcome != Outcome::Unclear {
            assert_eq!(
                outcome,
                scope::decide(&whole, &law::known(), today()).outcome,
                "{partly:?}, then {whole:?}"
            );
            settled += 1;
        }
    }
    assert!(settled > 2_000, "{settled}");
}

#[test]
fn more_people_never_lower_a_duty() {
    let mut random = Random::new(2027);
    for _ in 0..2_000 {
        let (premises, event) = (random.premises(), random.event());
        let mut last = (0, 0);
        for number in [0, 1, 199, 200, 201, 400, 799, 800, 801, 5_000, 500_000, u32::MAX] {
            let premises = ScopeFacts { number: Some(number), ..premises.clone() };
            let event = EventFacts { number: Some(number), ..event.clone() };
            let now = (of_premises(&premises, &law::known()).duty(), of_event(&event, &law::known()).duty());
            assert!(last.0 <= now.0 && last.1 <= now.1, "{premises:?} {event:?}");
            last = now;
        }
    }
}
