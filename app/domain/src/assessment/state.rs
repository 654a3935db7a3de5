//! May this answer be changed now?

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::content::{QuestionId, QuestionSet};

/// Whether an assessment can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AssessmentState {
    /// Every answer may be changed.
    Open,
    /// Locked: a submission of it is on a CTSA's desk.
    Submitted,
    /// Returned: only the named questions may be changed.
    Returned,
}

impl AssessmentState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Open, Self::Submitted, Self::Returned];

    /// The state's name, as it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// Whether the answer to a question may be changed.
///
/// `named` are the questions that the CTSA named when returning the submission. Questions whose
/// condition hangs on a named one open with it: a changed answer may call for them.
pub fn may_answer(
    set: &QuestionSet,
    state: AssessmentState,
    named: &BTreeSet<QuestionId>,
    question: &QuestionId,
) -> bool {
    set.question(question).is_some()
        && match state {
            AssessmentState::Open => true,
            AssessmentState::Submitted => false,
            AssessmentState::Returned => reopened(set, named).contains(question),
        }
}

/// The named questions of the set, with all that hang on them.
pub fn reopened<'a>(set: &'a QuestionSet, named: &BTreeSet<QuestionId>) -> BTreeSet<&'a QuestionId> {
    let mut open = BTreeSet::new();
    for (_, question) in set.questions() {
        let condition = question.show_if.iter().flat_map(|condition| condition.questions());
        if named.contains(&question.id) || condition.into_iter().any(|id| open.contains(id)) {
            open.insert(&question.id);
        }
    }
    open
}
