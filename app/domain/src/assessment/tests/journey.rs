//! What shows, what comes next, and that it always ends.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{answers, id, question, set};
use crate::{
    assessment::{Answers, Journey, SectionState, Value, progress},
    content::{Audience, Condition, QuestionId, QuestionSet},
};

fn is(question: &str, code: &str) -> Condition {
    Condition::Is { question: id(question), any_of: vec![code.to_owned()] }
}

fn shown(journey: &Journey<'_>) -> Vec<String> {
    journey.steps().iter().map(|step| step.question.id.to_string()).collect()
}

type Given<'a> = &'a [(&'a str, Value)];

fn three() -> QuestionSet {
    set(vec![
        vec![question("a.first", None), question("a.second", Some(is("a.first", "yes")))],
        vec![question("b.third", Some(is("a.second", "no")))],
    ])
}

#[test]
fn a_question_shows_once_its_condition_holds() {
    let set = three();
    let cases: [(Given, &[&str]); 4] = [
        (&[], &["a.first"]),
        (&[("a.first", Value::No)], &["a.first"]),
        (&[("a.first", Value::Yes)], &["a.first", "a.second"]),
        (&[("a.first", Value::Yes), ("a.second", Value::No)], &["a.first", "a.second", "b.third"]),
    ];
    for (given, expected) in cases {
        let answers = answers(given);
        assert_eq!(shown(&Journey::new(&set, Audience::Standard, &answers)), expected, "{given:?}");
    }
}

#[test]
fn the_answer_to_a_question_that_does_not_show_counts_for_nothing() {
    let set = three();
    let answers = answers(&[("a.first", Value::No), ("a.second", Value::No), ("b.third", Value::Yes)]);
    let journey = Journey::new(&set, Audience::Standard, &answers);
    assert_eq!(shown(&journey), ["a.first"]);
    assert!(journey.missing().is_empty());
    assert!(!journey.can_visit(&id("a.second")));
    assert_eq!(journey.next(&id("a.second")), None);
}

#[test]
fn a_question_for_another_tier_does_not_show() {
    let set = three();
    assert!(Journey::new(&set, Audience::Enhanced, &Answers::none()).steps().is_empty());
}

#[test]
fn next_and_back_follow_the_order() {
    let set = three();
    let answers = answers(&[("a.first", Value::Yes), ("a.second", Value::No)]);
    let journey = Journey::new(&set, Audience::Standard, &answers);
    assert_eq!(journey.back(&id("a.first")), None);
    assert_eq!(journey.next(&id("a.first")).map(|next| next.id.as_str()), Some("a.second"));
    assert_eq!(journey.back(&id("b.third")).map(|back| back.id.as_str()), Some("a.second"));
    assert_eq!(journey.next(&id("b.third")), None);
    assert_eq!(journey.first_unanswered().map(|open| open.id.as_str()), Some("b.third"));
}

#[test]
fn progress_counts_what_shows() {
    let set = three();
    let progress_of = |given: &[(&str, Value)]| {
        let answers = answers(given);
        let journey = Journey::new(&set, Audience::Standard, &answers);
        let progress = progress(&journey);
        let sections: Vec<_> = progress
            .sections
            .iter()
            .map(|one| (one.section.id.clone(), one.state, one.answered, one.visible, one.minutes_left))
            .collect();
        (sections, progress.minutes_left, progress.is_done())
    };
    let s = |id: &str, state, answered, visible, minutes| (id.to_owned(), state, answered, visible, minutes);
    assert_eq!(progress_of(&[]), (vec![s("s0", SectionState::NotStarted, 0, 1, 2)], 2, false));
    assert_eq!(
        progress_of(&[("a.first", Value::Yes)]),
        (vec![s("s0", SectionState::InProgress, 1, 2, 2)], 2, false)
    );
    assert_eq!(
        progress_of(&[("a.first", Value::Yes), ("a.second", Value::No)]),
        (vec![s("s0", SectionState::Done, 2, 2, 0), s("s1", SectionState::NotStarted, 0, 1, 2)], 2, false)
    );
    assert_eq!(
        progress_of(&[("a.first", Value::NotSure)]),
        (vec![s("s0", SectionState::Done, 1, 1, 0)], 0, true)
    );
}

/// A condition over some of the first `count` questions.
fn condition(count: usize) -> BoxedStrategy<Condition> {
    let codes = prop::collection::vec(prop::sample::select(vec!["yes", "no", "not-sure"]), 1..3);
    let leaf = (0..count, codes).prop_map(|(at, codes)| Condition::Is {
        question: id(&format!("q.n{at}")),
        any_of: codes.into_iter().map(str::to_owned).collect(),
    });
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(Condition::All),
            prop::collection::vec(inner.clone(), 1..3).prop_map(Condition::Any),
            inner.prop_map(|one| Condition::Not(Box::new(one))),
        ]
    })
    .boxed()
}

/// A set of up to 13 questions whose conditions look back, and some answers.
fn case() -> impl Strategy<Value = (QuestionSet, Answers)> {
    let conditions: Vec<_> = (1..13).map(|count| prop::option::of(condition(count))).collect();
    let value = prop::option::of(prop::sample::select(vec![Value::Yes, Value::No, Value::NotSure]));
    (conditions, prop::collection::vec(value, 13)).prop_map(|(conditions, values)| {
        let mut questions = vec![question("q.n0", None)];
        questions.extend(
            conditions.into_iter().enumerate().map(|(at, one)| question(&format!("q.n{}", at + 1), one)),
        );
        let later = questions.split_off(6);
        let given: Vec<_> = values
            .into_iter()
            .enumerate()
            .filter_map(|(at, value)| Some((id(&format!("q.n{at}")), value?.into())))
            .collect();
        (set(vec![questions, later]), given.into_iter().collect())
    })
}

/// Whether a question shows, worked out by itself: slow, and written another way.
fn shows(set: &QuestionSet, answers: &Answers, question: &QuestionId) -> bool {
    let condition = &set.question(question).expect("a question").show_if;
    condition.as_ref().is_none_or(|condition| slow(set, answers, condition) == Some(true))
}

fn slow(set: &QuestionSet, answers: &Answers, condition: &Condition) -> Option<bool> {
    match condition {
        Condition::Is { question, any_of } => {
            let answer = answers.get(question).filter(|_| shows(set, answers, question))?;
            Some(any_of.contains(&answer.value.code().to_owned()))
        }
        Condition::Not(one) => Some(!slow(set, answers, one)?),
        Condition::All(list) => {
            let all: BTreeSet<_> = list.iter().map(|one| slow(set, answers, one)).collect();
            if all.contains(&Some(false)) { Some(false) } else { (!all.contains(&None)).then_some(true) }
        }
        Condition::Any(list) => {
            let all: BTreeSet<_> = list.iter().map(|one| slow(set, answers, one)).collect();
            if all.contains(&Some(true)) { Some(true) } else { (!all.contains(&None)).then_some(false) }
        }
    }
}

proptest! {
    #[test]
    fn exactly_what_should_show_shows((set, answers) in case()) {
        let journey = Journey::new(&set, Audience::Standard, &answers);
        for (_, question) in set.questions() {
            prop_assert_eq!(journey.can_visit(&question.id), shows(&set, &answers, &question.id));
        }
    }

    #[test]
    fn next_visits_each_shown_question_once_and_ends((set, answers) in case()) {
        let journey = Journey::new(&set, Audience::Standard, &answers);
        let mut seen = BTreeSet::new();
        let mut at = journey.steps().first().map(|step| step.question);
        while let Some(question) = at {
            prop_assert!(seen.insert(&question.id), "next loops at {}", question.id);
            let next = journey.next(&question.id);
            if let Some(next) = next {
                prop_assert_eq!(journey.back(&next.id), Some(question));
            }
            at = next;
        }
        prop_assert_eq!(seen.len(), journey.steps().len());
    }

    #[test]
    fn answering_what_is_missing_ends((set, mut answers) in case()) {
        let mut rounds = 0;
        while let Some(open) = Journey::new(&set, Audience::Standard, &answers).first_unanswered() {
            answers.insert(open.id.clone(), Value::Yes.into());
            rounds += 1;
            prop_assert!(rounds <= set.questions().count());
        }
        let journey = Journey::new(&set, Audience::Standard, &answers);
        prop_assert!(journey.missing().is_empty());
        prop_assert!(progress(&journey).is_done());
    }

    #[test]
    fn progress_adds_up((set, answers) in case()) {
        let journey = Journey::new(&set, Audience::Standard, &answers);
        let progress = progress(&journey);
        prop_assert_eq!(progress.visible, journey.steps().len());
        prop_assert_eq!(progress.visible - progress.answered, journey.missing().len());
        let minutes: u32 = journey.missing().iter().map(|open| u32::from(open.minutes)).sum();
        prop_assert_eq!(progress.minutes_left, minutes);
    }
}
