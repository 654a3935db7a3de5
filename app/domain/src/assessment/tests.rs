#[cfg(feature = "content")]
mod answer_form;
mod differences;
#[cfg(feature = "content")]
mod follows;
mod journey;
#[cfg(feature = "content")]
mod readiness;
mod state;

#[cfg(feature = "content")]
use chrono::NaiveDate;

#[cfg(feature = "content")]
use super::Decision;
use super::{Answer, Answers, Value};
use crate::content::{AnswerKind, Audience, Condition, Label, Question, QuestionId, QuestionSet, Section};

pub(super) fn id(text: &str) -> QuestionId {
    text.parse().expect("a question id")
}

/// A yes-no question.
pub(super) fn question(text: &str, show_if: Option<Condition>) -> Question {
    Question {
        id: id(text),
        text: format!("{text}?"),
        hint: None,
        answer: AnswerKind::YesNo,
        show_if,
        tiers: vec![Audience::Standard],
        topics: vec![1],
        act: None,
        label: Label::GoodPractice,
        sources: Vec::new(),
        guidance: Vec::new(),
        good: Vec::new(),
        minutes: 2,
        arguable: None,
        ages_after: None,
        readiness: Vec::new(),
        actions: Vec::new(),
    }
}

/// A set with a section for each list of questions.
pub(super) fn set(sections: Vec<Vec<Question>>) -> QuestionSet {
    let sections = sections.into_iter().enumerate().map(|(at, questions)| Section {
        id: format!("s{at}"),
        title: format!("Section {at}"),
        intro: Vec::new(),
        questions,
    });
    QuestionSet {
        id: "trial".to_owned(),
        edition: "2026-11".to_owned(),
        title: "A trial".to_owned(),
        intro: Vec::new(),
        tiers: vec![Audience::Standard],
        topics: Vec::new(),
        guidance_edition: String::new(),
        note_max: 100,
        sections: sections.collect(),
        contradictions: Vec::new(),
        changes: Vec::new(),
        released: false,
    }
}

pub(super) fn answers(list: &[(&str, Value)]) -> Answers {
    list.iter().map(|(question, value)| (id(question), Answer::from(value.clone()))).collect()
}

#[cfg(feature = "content")]
pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// The embedded standard-duty set.
#[cfg(feature = "content")]
pub(super) fn standard() -> &'static QuestionSet {
    crate::content::library().expect("embedded content").newest("standard").expect("a standard set")
}

/// An answer of that code to a question of that kind.
#[cfg(feature = "content")]
pub(super) fn answer(kind: &AnswerKind, code: &str) -> Value {
    match (kind, code) {
        (AnswerKind::Choice { .. }, code) => Value::Option { id: code.to_owned() },
        (AnswerKind::Text { .. }, _) => Value::Text { text: "Words".to_owned() },
        (AnswerKind::DateOrNone, "given") => Value::Date { date: day(2026, 5, 1) },
        (AnswerKind::Person, "given") => {
            Value::Person { name: "Ann Example".to_owned(), role: "Manager".to_owned() }
        }
        (AnswerKind::Number { .. }, "given") => Value::Number { number: 120 },
        (AnswerKind::Decision, "given") => Value::Decision(Decision {
            options: "Two locks".to_owned(),
            cost: "A day".to_owned(),
            benefit: "Less harm".to_owned(),
            decision: "One lock, because the other door is never used".to_owned(),
            by: "Manager".to_owned(),
            on: day(2026, 5, 1),
        }),
        (AnswerKind::Decision, _) => Value::NoDecision,
        (_, "none") => Value::NoDate,
        (_, "yes") => Value::Yes,
        (_, "partly") => Value::Partly,
        (_, "no") => Value::No,
        (_, "not-sure") => Value::NotSure,
        (_, _) => Value::NotApplicable { reason: "No building".to_owned() },
    }
}

/// The best possible answer to every question of the standard set.
#[cfg(feature = "content")]
pub(super) fn all_in_place() -> Answers {
    let all = standard().questions().map(|(_, question)| {
        let code = question.answer.codes()[0].to_owned();
        (question.id.clone(), Answer::from(answer(&question.answer, &code)))
    });
    all.collect()
}
