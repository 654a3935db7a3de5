//! What is different for somebody who goes on with another edition or another set?

use crate::content::{Question, QuestionId, QuestionSet};

/// How the questions of a set differ from those of another, or of an earlier edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differences<'a> {
    /// Questions that were not asked before.
    pub new: Vec<&'a Question>,
    /// Questions that are asked in other words, or can be answered in another way.
    pub changed: Vec<Changed<'a>>,
    /// Questions that are not asked any more.
    pub gone: Vec<&'a Question>,
}

/// A question that is asked differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed<'a> {
    /// As it was.
    pub before: &'a Question,
    /// As it is.
    pub now: &'a Question,
    /// What the newer edition says about it.
    pub why: Option<&'a str>,
    /// Whether the answer to the question as it was counts no longer.
    pub ask_again: bool,
}

/// How `now` differs from `before`.
///
/// An answer counts no longer where the newer edition says so, where it says nothing although the words differ, and
/// where the question is answered in another way.
pub fn differences<'a>(before: &'a QuestionSet, now: &'a QuestionSet) -> Differences<'a> {
    let mut differences = Differences { new: Vec::new(), changed: Vec::new(), gone: Vec::new() };
    for (_, question) in now.questions() {
        match before.question(&question.id) {
            None => differences.new.push(question),
            Some(was) if was.text == question.text && was.answer == question.answer => {}
            Some(was) => {
                let told = now.changes.iter().find(|change| change.question == question.id);
                differences.changed.push(Changed {
                    before: was,
                    now: question,
                    why: told.map(|change| change.text.as_str()),
                    ask_again: was.answer != question.answer || told.is_none_or(|change| change.ask_again),
                });
            }
        }
    }
    let gone = before.questions().map(|(_, question)| question);
    differences.gone.extend(gone.filter(|question| now.question(&question.id).is_none()));
    differences
}

impl Differences<'_> {
    /// The questions whose answers count no longer.
    pub fn ask_again(&self) -> impl Iterator<Item = &QuestionId> {
        self.changed.iter().filter(|changed| changed.ask_again).map(|changed| &changed.now.id)
    }
}
