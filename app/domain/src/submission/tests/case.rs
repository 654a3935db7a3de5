//! Every state with every event, and long random lives.

use proptest::prelude::*;

use crate::{
    assessment::AssessmentState,
    submission::{CaseEvent, CaseState, Refused},
};
use CaseEvent::{RecordAdvice, Return, StartReview, Supersede, Withdraw};
use CaseState::{AdviceRecorded, InReview, Returned, Submitted, Superseded, Withdrawn};

/// All that can happen; whatever is not here is refused.
const CAN: [(CaseState, CaseEvent, CaseState); 9] = [
    (Submitted, StartReview, InReview),
    (Submitted, Withdraw, Withdrawn),
    (InReview, Return, Returned),
    (InReview, RecordAdvice, AdviceRecorded),
    (InReview, Withdraw, Withdrawn),
    (Returned, Withdraw, Withdrawn),
    (Returned, Supersede, Superseded),
    (AdviceRecorded, Supersede, Superseded),
    (Withdrawn, Supersede, Superseded),
];

#[test]
fn each_state_takes_the_events_of_the_table_and_no_other() {
    for state in CaseState::ALL {
        for event in CaseEvent::ALL {
            let row = CAN.iter().find(|(from, on, _)| (*from, *on) == (state, event));
            let expected = row.map(|(_, _, to)| *to).ok_or(Refused { state, event });
            assert_eq!(state.apply(event), expected);
        }
    }
}

#[test]
fn a_state_is_stored_by_its_name() {
    for state in CaseState::ALL {
        assert_eq!(CaseState::from_name(state.name()), Some(state));
        assert_eq!(serde_json::to_value(state).expect("JSON"), state.name());
    }
    assert_eq!(CaseState::from_name("approved"), None);
}

#[test]
fn the_assessment_is_locked_exactly_while_the_ctsa_has_the_case() {
    for state in CaseState::ALL {
        assert_eq!(state.is_open(), state.assessment() == Some(AssessmentState::Submitted));
    }
    assert_eq!(Returned.assessment(), Some(AssessmentState::Returned));
    assert_eq!(Superseded.assessment(), None);
}

proptest! {
    #[test]
    fn a_life_ends_and_a_refusal_changes_nothing(
        events in prop::collection::vec(prop::sample::select(CaseEvent::ALL.to_vec()), 0..60)
    ) {
        let mut state = Submitted;
        let mut past = vec![state];
        for event in events {
            match state.apply(event) {
                Ok(next) => {
                    prop_assert!(!past.contains(&next), "{:?} came back", next);
                    past.push(next);
                    state = next;
                }
                Err(refused) => prop_assert_eq!(refused, Refused { state, event }),
            }
        }
        if past.contains(&AdviceRecorded) || past.contains(&Returned) {
            prop_assert!(past.contains(&InReview), "nobody had looked at it");
        }
        prop_assert!(past.len() <= 5);
    }
}
