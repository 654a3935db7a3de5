//! The twenty venues: what follows from their answers, and that a wrong expectation would be noticed.

use std::collections::BTreeSet;

use domain::content::Audience;

use super::{
    found::{Found, engine},
    newest,
    profile::{Expected, Profile},
    reference::{Reference, Slip},
};

#[test]
fn each_venue_sees_what_was_worked_out_by_hand() {
    let mut faults = Vec::new();
    for (name, profile) in Profile::all() {
        let set = newest(profile.audience);
        let found = engine(set, &profile.case(set));
        faults.extend(profile.faults(set, &found).iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_slow_reference_finds_the_same() {
    for (name, profile) in Profile::all() {
        let set = newest(profile.audience);
        let case = profile.case(set);
        assert_eq!(engine(set, &case), Reference { set, case: &case, slip: Slip::Nothing }.found(), "{name}");
    }
}

#[test]
fn there_are_twenty_of_every_kind() {
    let all = Profile::all();
    assert_eq!(all.len(), 20);
    let venues: BTreeSet<&str> = all.values().map(|profile| profile.venue.as_str()).collect();
    assert_eq!(venues.len(), 20);
    for audience in Audience::ALL {
        assert!(all.values().any(|profile| profile.audience == audience), "{audience:?}");
    }
}

/// A change to what is expected.
type Change = fn(&mut Expected);

const CHANGES: [(&str, Change); 9] = [
    ("one question more", |expected| expected.questions += 1),
    ("one open more", |expected| expected.open += 1),
    ("another question asked too", |expected| expected.asked_too.push("people.deputies".to_owned())),
    ("an action more", |expected| expected.actions.last.push("people.deputies".to_owned())),
    ("an action that is more urgent", |expected| {
        let actions = &mut expected.actions;
        match (actions.next.is_empty(), actions.last.is_empty()) {
            (false, _) => actions.first.push(actions.next.remove(0)),
            (true, false) => actions.next.push(actions.last.remove(0)),
            // Nothing is to do here: something is expected all the same.
            (true, true) => actions.first.push("people.deputies".to_owned()),
        }
    }),
    ("another contradiction", |expected| match expected.contradictions.first_mut() {
        Some(first) => first.push_str(" and more"),
        None => expected.contradictions.push("You say".to_owned()),
    }),
    ("a topic less", |expected| drop(expected.readiness.pop_first())),
    ("another share", |expected| {
        for text in expected.readiness.values_mut() {
            *text = text.replace(" %", "1 %");
        }
    }),
    ("another confidence", |expected| {
        for text in expected.readiness.values_mut() {
            *text = text.replace(", tried out", ", described").replace(", stated", ", tried out");
        }
    }),
];

#[test]
fn a_wrong_expectation_is_noticed() {
    for (name, profile) in Profile::all() {
        let set = newest(profile.audience);
        let found = engine(set, &profile.case(set));
        for (what, change) in CHANGES {
            let mut wrong = profile.clone();
            change(&mut wrong.expected);
            assert!(!wrong.faults(set, &found).is_empty(), "{name}: {what}");
        }
        assert!(!profile.faults(set, &Found::default()).is_empty(), "{name}");
    }
}
