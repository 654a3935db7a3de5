//! Can a question ever show?

use std::collections::BTreeMap;

use super::{condition::Condition, model::Question, question_id::QuestionId};

/// Whether some answers to the questions before it let a question show, for everyone that it is for.
pub fn shows(condition: &Condition, question: &Question, earlier: &[&Question]) -> bool {
    question.tiers.iter().all(|tier| {
        let asked: Vec<&Question> = earlier.iter().copied().filter(|one| one.tiers.contains(tier)).collect();
        let mut hangs_on = Vec::new();
        gather(condition, &asked, &mut hangs_on);
        hangs_on.sort_by_key(|one| asked.iter().position(|other| other.id == one.id));
        some_answers(condition, &hangs_on, &mut BTreeMap::new())
    })
}

/// The questions that a condition looks at, with those that their own conditions look at.
fn gather<'a>(condition: &Condition, asked: &[&'a Question], found: &mut Vec<&'a Question>) {
    for id in condition.questions() {
        let Some(question) = asked.iter().find(|one| one.id == *id) else { continue };
        if found.iter().any(|one| one.id == question.id) {
            continue;
        }
        found.push(question);
        if let Some(inner) = &question.show_if {
            gather(inner, asked, found);
        }
    }
}

/// Tries every answer to every question in turn, until the condition holds.
fn some_answers<'a>(
    condition: &Condition,
    open: &[&'a Question],
    codes: &mut BTreeMap<&'a QuestionId, &'a str>,
) -> bool {
    let holds = |condition: &Condition, codes: &BTreeMap<&QuestionId, &str>| {
        condition.holds(&|id| codes.get(id).copied())
    };
    if let Some(settled) = holds(condition, codes) {
        return settled;
    }
    let Some((first, rest)) = open.split_first() else { return false };
    let asked = first.show_if.as_ref().is_none_or(|inner| holds(inner, codes) == Some(true));
    if asked {
        for code in first.answer.codes() {
            codes.insert(&first.id, code);
            if some_answers(condition, rest, codes) {
                return true;
            }
        }
        codes.remove(&first.id);
    }
    some_answers(condition, rest, codes)
}
