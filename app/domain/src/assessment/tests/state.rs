//! What may be changed, and when.

use std::collections::BTreeSet;

use super::{id, question, set};
use crate::{
    assessment::{AssessmentState, may_answer},
    content::Condition,
};

#[test]
fn only_named_questions_and_what_hangs_on_them_open_after_a_return() {
    let on = |text: &str| Some(Condition::Is { question: id(text), any_of: vec!["yes".to_owned()] });
    let set = set(vec![vec![
        question("a.one", None),
        question("a.two", on("a.one")),
        question("a.three", on("a.two")),
        question("a.four", None),
        question("a.five", on("a.four")),
    ]]);
    let named = BTreeSet::from([id("a.one")]);
    let open = |state| {
        let all = set.questions().map(|(_, question)| question.id.to_string());
        all.filter(|one| may_answer(&set, state, &named, &id(one))).collect::<Vec<_>>()
    };
    assert_eq!(open(AssessmentState::Open).len(), 5);
    assert!(open(AssessmentState::Submitted).is_empty());
    assert_eq!(open(AssessmentState::Returned), ["a.one", "a.two", "a.three"]);
    assert!(!may_answer(&set, AssessmentState::Open, &named, &id("no.such")));
    assert!(!may_answer(&set, AssessmentState::Returned, &BTreeSet::new(), &id("a.one")));
}

#[test]
fn a_state_is_stored_by_its_name() {
    for state in AssessmentState::ALL {
        assert_eq!(AssessmentState::from_name(state.name()), Some(state));
        assert_eq!(serde_json::to_value(state).expect("JSON"), state.name());
    }
    assert_eq!(AssessmentState::from_name("locked"), None);
}
