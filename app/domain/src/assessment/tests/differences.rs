//! What a newer edition means for answers that were given.

use super::{id, question, set};
use crate::{
    assessment::differences,
    content::{AnswerKind, Change, QuestionSet},
};

fn edition(changes: &[(&str, bool)], questions: &[(&str, &str, AnswerKind)]) -> QuestionSet {
    let questions = questions.iter().map(|(id, text, answer)| {
        let mut one = question(id, None);
        (one.text, one.answer) = ((*text).to_owned(), answer.clone());
        one
    });
    let mut set = set(vec![questions.collect()]);
    set.changes = changes
        .iter()
        .map(|(question, ask_again)| Change {
            question: id(question),
            text: format!("{question} is different"),
            ask_again: *ask_again,
        })
        .collect();
    set
}

#[test]
fn an_answer_counts_as_long_as_the_question_means_the_same() {
    use AnswerKind::{Procedure, YesNo};
    let before = edition(
        &[],
        &[
            ("a.same", "Same?", YesNo),
            ("a.words", "Old?", YesNo),
            ("a.sense", "Old?", YesNo),
            ("a.gone", "Gone?", YesNo),
        ],
    );
    let now = edition(
        &[("a.words", false), ("a.sense", true)],
        &[
            ("a.same", "Same?", YesNo),
            ("a.words", "New?", YesNo),
            ("a.sense", "New?", YesNo),
            ("a.new", "New?", YesNo),
        ],
    );
    let found = differences(&before, &now);
    assert_eq!(found.new, [now.question(&id("a.new")).unwrap()]);
    assert_eq!(found.gone, [before.question(&id("a.gone")).unwrap()]);
    let changed: Vec<_> =
        found.changed.iter().map(|one| (one.now.id.as_str(), one.why, one.ask_again)).collect();
    assert_eq!(
        changed,
        [("a.words", Some("a.words is different"), false), ("a.sense", Some("a.sense is different"), true)]
    );
    assert_eq!(found.ask_again().collect::<Vec<_>>(), [&id("a.sense")]);

    // Answered in another way: whatever the edition says, the old answer does not fit.
    let now = edition(&[("a.words", false)], &[("a.words", "Old?", Procedure)]);
    assert!(differences(&before, &now).changed[0].ask_again);
    // Other words, and nothing said about them.
    let now = edition(&[], &[("a.words", "New?", YesNo)]);
    assert!(differences(&before, &now).changed[0].ask_again);
    assert_eq!(differences(&before, &before).changed, []);
}
