//! Actions and contradictions, on the embedded set.

use super::{all_in_place, answer, answers, id, standard};
use crate::{
    assessment::{Answers, Journey, Value, actions, contradictions},
    content::Audience,
};

fn journey(answers: &Answers) -> Journey<'_> {
    Journey::new(standard(), Audience::Standard, answers)
}

#[test]
fn nothing_follows_when_all_is_in_place() {
    let answers = all_in_place();
    let journey = journey(&answers);
    assert!(actions(&journey).is_empty());
    assert!(contradictions(&journey).is_empty());
}

#[test]
fn the_most_urgent_actions_come_first() {
    let mut answers = Answers::none();
    while let Some(open) = journey(&answers).first_unanswered() {
        let codes = open.answer.codes();
        let worst = ["no", "none", "not-sure"].into_iter().find(|code| codes.contains(code));
        answers.insert(open.id.clone(), answer(&open.answer, worst.unwrap_or("given")).into());
    }
    let journey = journey(&answers);
    let actions = actions(&journey);
    assert_eq!(actions.len(), 39, "one for each question that shows");
    assert!(actions.is_sorted_by_key(|action| action.priority));
    assert_eq!(actions[0].question.id.as_str(), "people.responsible");
    assert_eq!(actions.last().map(|last| last.priority), Some(3));
    assert!(actions.iter().all(|action| !action.sources.is_empty() && !action.text.is_empty()));
}

#[test]
fn an_answer_that_does_not_show_calls_for_nothing() {
    let answers = answers(&[("sharing.coordinate", Value::No)]);
    assert!(actions(&journey(&answers)).is_empty());
}

#[test]
fn answers_that_do_not_go_together_are_pointed_out() {
    let cases: [&[(&str, Value)]; 4] = [
        &[("people.shift-lead", Value::No), ("lockdown.procedure", Value::Yes)],
        &[("awareness.tried-out", Value::Yes), ("lockdown.procedure", Value::No)],
        &[("awareness.roles", Value::Yes), ("communication.staff", Value::No)],
        &[("notification.number", Value::NotApplicable { reason: "Small".to_owned() })],
    ];
    for (at, case) in cases.into_iter().enumerate() {
        let answers = answers(case);
        let found = contradictions(&journey(&answers));
        assert_eq!(found.len(), 1, "{case:?}");
        assert_eq!(found[0], &standard().contradictions[at]);
    }
    assert_eq!(standard().contradictions.len(), 8);
    assert!(standard().question(&id("people.shift-lead")).is_some());
}
