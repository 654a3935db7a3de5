//! The reasons themselves, word for word.

use super::*;
use crate::law::Effect;

fn said(decision: &Decision) -> Vec<(&Finding, &str)> {
    decision.reasons.iter().map(|reason| (&reason.finding, reason.cite.as_str())).collect()
}

#[test]
fn premises_in_scope_show_every_condition_in_order() {
    let mut facts = premises(&[3, 2], 695);
    facts.part_of = PartOf::OtherResponsible;
    let decision = decided(&facts);
    assert_eq!(
        said(&decision),
        [
            (&Finding::NotExcluded, "s2(2)(d)"),
            (&Finding::Building, "s2(2)(a)"),
            (&Finding::UseCounts { paragraph: UseCode(3) }, "Sch1 p3"),
            (&Finding::UseCounts { paragraph: UseCode(2) }, "Sch1 p2"),
            (&Finding::MainlyUsed, "s2(2)(b)"),
            (&Finding::NumberReached { number: 695, threshold: 200 }, "s2(2)(c)"),
            (&Finding::Separate, "s2(5)(b)"),
            (&Finding::Principal { paragraph: UseCode(3) }, "s4(2)"),
            (&Finding::EnhancedBelow { number: 695, threshold: 800 }, "s2(3)(b)"),
        ]
    );
}

#[test]
fn premises_out_of_scope_show_every_condition_they_fail() {
    let mut facts = premises(&[2], 120);
    facts.building = Known::No;
    facts.uses[0].for_public = Known::No;
    facts.exclusions = Exclusions::These(vec!["parliament".to_owned()]);
    assert_eq!(
        said(&decided(&facts)),
        [
            (&Finding::Excluded { exclusion: "parliament".to_owned() }, "Sch2 p1"),
            (&Finding::NoBuilding, "s2(2)(a)"),
            (&Finding::UseLeftOut { paragraph: UseCode(2) }, "Sch1 p2"),
            (&Finding::NoUse, "s2(2)(b)"),
            (&Finding::NumberBelow { number: 120, threshold: 200 }, "s2(2)(c)"),
        ]
    );
}

#[test]
fn a_use_that_is_left_out_is_still_mentioned() {
    let mut facts = premises(&[9, 2], 850);
    facts.uses[1].for_public = Known::No;
    let decision = decided(&facts);
    assert_eq!(decision.outcome, Outcome::Standard);
    let left_out = Finding::UseLeftOut { paragraph: UseCode(2) };
    assert!(said(&decision).contains(&(&left_out, "Sch1 p2")));
    let always = Finding::AlwaysStandard { paragraph: UseCode(9) };
    assert!(said(&decision).contains(&(&always, "s2(4); Sch1 p9(2)")));
    assert!(!decision.reasons.iter().any(|reason| matches!(reason.finding, Finding::Principal { .. })));
}

#[test]
fn a_use_said_twice_is_one_use() {
    let mut facts = premises(&[16, 16], 300);
    facts.principal = None;
    assert_eq!(decided(&facts).responsible, Some(Responsible::Named { paragraph: UseCode(16) }));
}

#[test]
fn larger_premises_are_named_or_asked_about() {
    let part_of = |part_of| decided(&ScopeFacts { part_of, ..premises(&[2], 300) });
    let one_set = part_of(PartOf::SameResponsible);
    assert!(said(&one_set).contains(&(&Finding::OneSet, "s2(5)(a)")));
    assert_eq!(one_set.outcome, Outcome::Standard);
    let unsure = part_of(PartOf::NotSure);
    assert_eq!((unsure.outcome, unsure.find_out), (Outcome::Unclear, vec![FindOut::PartOf]));
}

#[test]
fn an_exclusion_of_events_alone_does_not_exclude_premises() {
    let mut exclusions = law::known().exclusions.to_vec();
    exclusions[0].premises = false;
    let law = Law { exclusions: &exclusions, ..law::known() };
    let these = Exclusions::These(vec![exclusions[0].id.to_owned()]);
    let facts = ScopeFacts { exclusions: these.clone(), ..premises(&[1], 300) };
    assert_eq!(decide(&facts, &law, today()).find_out, [FindOut::Exclusions]);
    let held = EventFacts { exclusions: these, ..event(900) };
    assert_eq!(decide_event(&held, &law, today()).outcome, EventOutcome::NotInScope);
}

#[test]
fn an_open_point_leaves_an_event_unclear() {
    let open = law::known().exclusions.iter().find(|entry| entry.events && entry.effect == Effect::Arguable);
    let id = open.unwrap().id.to_owned();
    let facts = EventFacts { exclusions: Exclusions::These(vec![id.clone()]), ..event(900) };
    let decision = decide_event(&facts, &law::known(), today());
    assert_eq!(decision.outcome, EventOutcome::Unclear);
    assert_eq!(decision.arguable, [Arguable::Exclusion { exclusion: id }]);
}

#[test]
fn an_event_shows_every_condition_and_a_close_number() {
    let decision = decide_event(&event(820), &law::known(), today());
    let cites: Vec<_> = decision.reasons.iter().map(|reason| reason.cite.as_str()).collect();
    assert_eq!(cites, ["s3(1)(b)", "s3(1)(f)", "s3(1)(c)", "s3(1)(e)", "s3(1)(d)"]);
    assert_eq!(decision.near.len(), 1);
}
