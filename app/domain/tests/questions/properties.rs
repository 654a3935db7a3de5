//! What holds for any answers, to any edition.

use std::collections::BTreeSet;

use domain::{
    assessment::{Grounds, Journey, Standing, TopicBeside, actions, progress, readiness, what_if},
    content::{Audience, Condition, QuestionSet, library},
};
use proptest::{
    prelude::*,
    test_runner::{TestCaseError, TestCaseResult},
};

use super::{
    cases::{Tries, try_out},
    found::{Case, Found, best, engine, is_gap},
    newest,
    reference::{Reference, Slip},
};

const TRIES: Tries = Tries { cases: 150, smaller: 2_000 };

/// Holds a property against random answers to every edition, for everyone that it is for.
fn always(test: impl Fn(&QuestionSet, &Case) -> TestCaseResult) {
    for set in &library().unwrap().sets {
        for audience in &set.tiers {
            if let Err(error) = try_out(set, *audience, TRIES, |case| test(set, case)) {
                panic!("{} {} for {audience:?}: {error}", set.id, set.edition);
            }
        }
    }
}

#[test]
fn the_engine_equals_the_slow_reference() {
    always(|set, case| {
        prop_assert_eq!(engine(set, case), Reference { set, case, slip: Slip::Nothing }.found());
        Ok(())
    });
}

#[test]
fn no_answer_hides_a_question_that_is_always_asked() {
    always(|set, case| {
        let shown: BTreeSet<String> = engine(set, case).shown.into_iter().collect();
        for (_, question) in set.questions().filter(|(_, question)| question.show_if.is_none()) {
            prop_assert!(shown.contains(question.id.as_str()), "{}", question.id);
        }
        Ok(())
    });
}

#[test]
fn nothing_is_missing_exactly_when_all_that_shows_is_answered() {
    always(|set, case| {
        let found = engine(set, case);
        let unanswered = |id: &&String| case.answers.get(&id.parse().unwrap()).is_none();
        prop_assert_eq!(&found.open, &found.shown.iter().filter(unanswered).cloned().collect::<Vec<_>>());
        let journey = Journey::new(set, case.audience, &case.answers);
        prop_assert_eq!(progress(&journey).is_done(), found.open.is_empty());
        Ok(())
    });
}

#[test]
fn actions_follow_from_answers_that_show_and_what_a_gap_hides_does_not_show() {
    always(|set, case| {
        let found = engine(set, case);
        for (_, id, _) in &found.actions {
            prop_assert!(found.shown.contains(id) && !found.open.contains(id), "{id}");
        }
        prop_assert!(found.actions.is_sorted_by_key(|(priority, ..)| *priority));
        prop_assert!(found.hidden.iter().all(|id| !found.shown.contains(id)), "{:?}", found.hidden);
        Ok(())
    });
}

/// How much a standing says is there; nothing can be compared with what does not apply.
fn rank(standing: Standing) -> Option<u8> {
    match standing {
        Standing::NotApplicable => None,
        Standing::NotKnown | Standing::NotInPlace => Some(0),
        Standing::Partly => Some(1),
        Standing::InPlace => Some(2),
    }
}

fn not_lower(topic: &str, before: &Found, after: &Found) -> TestCaseResult {
    let (was, share_was, _) = before.readiness[topic];
    let Some((is, share_is, _)) = after.readiness.get(topic).copied() else {
        return Err(TestCaseError::fail(format!("{topic} is told of no more")));
    };
    prop_assert_eq!(rank(was).is_none(), rank(is).is_none(), "{}: {:?} became {:?}", topic, was, is);
    prop_assert!(rank(was) <= rank(is), "{topic}: {was:?} became {is:?}");
    prop_assert!(share_was <= share_is, "{topic}: {share_was:?} became {share_is:?}");
    Ok(())
}

/// Closes gaps one after another: those on which the condition of another question hangs, and some of the others. All of
/// them, in each case, would take too long.
fn close_gaps(set: &QuestionSet, case: &Case, found: impl Fn(&Case) -> Found) -> TestCaseResult {
    let mut case = case.clone();
    let questions = || set.questions().map(|(_, question)| question);
    let looked_at: BTreeSet<_> =
        questions().filter_map(|one| one.show_if.as_ref()).flat_map(Condition::questions).collect();
    let gaps: Vec<_> = questions().filter(|question| is_gap(question, &case.answers)).collect();
    let mut before = found(&case);
    for (at, question) in gaps.into_iter().enumerate() {
        if !looked_at.contains(&question.id) && !(at + case.drills.len()).is_multiple_of(9) {
            continue;
        }
        case.answers.insert(question.id.clone(), best(question, case.today).into());
        let after = found(&case);
        for topic in before.readiness.keys() {
            not_lower(topic, &before, &after)
                .map_err(|error| TestCaseError::fail(format!("{}: {error}", question.id)))?;
        }
        before = after;
    }
    Ok(())
}

#[test]
fn closing_a_gap_never_lowers_readiness() {
    always(|set, case| close_gaps(set, case, |case| engine(set, case)));
}

#[test]
fn what_if_never_lowers_readiness() {
    always(|set, case| {
        let journey = Journey::new(set, case.audience, &case.answers);
        let grounds = Grounds { today: case.today, drills: &case.drills };
        let calls: Vec<_> = actions(&journey, case.today).iter().map(|one| one.question.id.clone()).collect();
        // All of them, and every third from each of three beginnings.
        let third = |from: usize| calls.iter().skip(from).step_by(3).cloned().collect::<BTreeSet<_>>();
        for chosen in [calls.iter().cloned().collect(), third(0), third(1), third(2)] {
            let found = what_if(&journey, &case.answers, grounds, &chosen);
            prop_assert_eq!(found.topics.len(), readiness(&journey, grounds).iter().count());
            for topic in &found.topics {
                let (before, after) = (topic.before, topic.after);
                prop_assert!(rank(before.0) <= rank(after.0) && before.1 <= after.1, "{topic:?}");
            }
            let costs = found.costs;
            let counted = costs.free + costs.low + costs.medium + costs.high + costs.unknown;
            prop_assert_eq!(usize::try_from(counted).unwrap(), chosen.len());
        }
        let nothing = what_if(&journey, &case.answers, grounds, &BTreeSet::new());
        prop_assert!(!nothing.topics.iter().any(TopicBeside::changes) && nothing.gone.is_empty());
        Ok(())
    });
}

#[test]
fn forgetting_what_a_gap_hides_would_lower_readiness_when_it_is_closed() {
    let set = newest(Audience::Enhanced);
    let forgetful = |case: &Case| Reference { set, case, slip: Slip::HiddenByGapsIsForgotten }.found();
    let tries = Tries { cases: 4 * TRIES.cases, smaller: 0 };
    let tried = try_out(set, Audience::Enhanced, tries, |case| close_gaps(set, case, forgetful));
    assert!(tried.is_err());
}

#[test]
fn with_every_gap_closed_all_that_applies_is_in_place() {
    always(|set, case| {
        let mut case = case.clone();
        for (_, question) in set.questions() {
            if is_gap(question, &case.answers) || question.ages_after.is_some() {
                case.answers.insert(question.id.clone(), best(question, case.today).into());
            }
        }
        for (topic, (standing, share, _)) in engine(set, &case).readiness {
            match standing {
                Standing::InPlace => prop_assert_eq!(share, Some(100), "{}", topic),
                Standing::NotApplicable => prop_assert_eq!(share, None, "{}", topic),
                _ => return Err(TestCaseError::fail(format!("{topic} is {standing:?}"))),
            }
        }
        Ok(())
    });
}
