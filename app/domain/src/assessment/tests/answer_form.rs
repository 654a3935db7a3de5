//! What may be typed as an answer.

use super::{answer, day, id, standard};
use crate::{
    assessment::{Answer, AnswerForm, NAME_MAX, REASON_MAX, Value},
    forms::Errors,
};

type Pairs = &'static [(&'static str, &'static str)];

fn form(fields: &[(&str, &str)]) -> AnswerForm {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).into()));
    serde_json::from_value(serde_json::Value::Object(fields.collect())).expect("a form")
}

fn check(question: &str, fields: &[(&str, &str)]) -> Result<Answer, Errors> {
    let set = standard();
    let question = set.question(&id(question)).expect("a question");
    form(fields).check(set, question, day(2026, 11, 22))
}

fn value(question: &str, fields: &[(&str, &str)]) -> Value {
    check(question, fields).expect("an answer").value
}

#[test]
fn each_kind_takes_its_answers() {
    let text = |text: &str| text.to_owned();
    let (procedure, person, date) = ("lockdown.procedure", "people.responsible", "review.last");
    assert_eq!(value(procedure, &[("answer", "partly")]), Value::Partly);
    assert_eq!(
        value(procedure, &[("answer", "not-applicable"), ("reason", " No doors\r\nat all ")]),
        Value::NotApplicable { reason: text("No doors\nat all") }
    );
    assert_eq!(value("awareness.tried-out", &[("answer", "not-sure")]), Value::NotSure);
    assert_eq!(value("sharing.shared", &[("answer", "larger")]), Value::Option { id: text("larger") });
    assert_eq!(value("sharing.who", &[("text", "Town Council")]), Value::Text { text: text("Town Council") });
    assert_eq!(value(date, &[("answer", "none")]), Value::NoDate);
    assert_eq!(
        value(date, &[("day", "29"), ("month", "2"), ("year", " 2024 ")]),
        Value::Date { date: day(2024, 2, 29) }
    );
    assert_eq!(
        value(date, &[("day", "22"), ("month", "11"), ("year", "2026")]),
        Value::Date { date: day(2026, 11, 22) }
    );
    assert_eq!(
        value(person, &[("name", "Ann"), ("role", "Chair")]),
        Value::Person { name: text("Ann"), role: text("Chair") }
    );
    assert_eq!(value(person, &[("answer", "not-sure")]), Value::NotSure);
}

#[test]
fn what_is_wrong_is_told_by_field_and_code() {
    let cases: &[(&str, Pairs, Pairs)] = &[
        ("lockdown.procedure", &[], &[("answer", "choose")]),
        ("lockdown.procedure", &[("answer", "maybe")], &[("answer", "unknown")]),
        ("lockdown.procedure", &[("answer", "not-applicable")], &[("reason", "required")]),
        ("lockdown.procedure", &[("answer", "yes"), ("note", "a\u{0}b")], &[("note", "characters")]),
        ("awareness.tried-out", &[("answer", "partly")], &[("answer", "unknown")]),
        ("sharing.shared", &[("answer", "yes")], &[("answer", "unknown")]),
        ("sharing.who", &[("text", "  ")], &[("text", "required")]),
        ("review.last", &[], &[("day", "required")]),
        ("review.last", &[("day", "30"), ("month", "2"), ("year", "2026")], &[("day", "not-a-date")]),
        ("review.last", &[("day", "1"), ("month", "2"), ("year", "26")], &[("day", "not-a-date")]),
        ("review.last", &[("day", "+1"), ("month", "2"), ("year", "2026")], &[("day", "not-a-date")]),
        ("review.last", &[("day", "23"), ("month", "11"), ("year", "2026")], &[("day", "future")]),
        ("review.last", &[("answer", "none"), ("day", "1")], &[("answer", "both")]),
        ("people.responsible", &[], &[("name", "required"), ("role", "required")]),
        ("people.responsible", &[("answer", "not-sure"), ("name", "Ann")], &[("answer", "both")]),
        ("people.responsible", &[("answer", "yes")], &[("answer", "unknown")]),
    ];
    for (question, fields, expected) in cases {
        let errors = check(question, fields).expect_err("errors");
        let found: Vec<_> = errors.iter().map(|one| (&*one.field, &*one.code)).collect();
        assert_eq!(found, *expected, "{question} {fields:?}");
    }
}

#[test]
fn each_length_has_its_limit() {
    let name = usize::try_from(NAME_MAX).expect("small");
    let reason = usize::try_from(REASON_MAX).expect("small");
    let note = standard().note_max;
    let cases: &[(&str, Pairs, &str, usize)] = &[
        ("people.responsible", &[("role", "Chair")], "name", name),
        ("people.responsible", &[("name", "Ann")], "role", name),
        ("lockdown.procedure", &[("answer", "not-applicable")], "reason", reason),
        ("lockdown.procedure", &[("answer", "yes")], "note", note),
        ("sharing.who", &[], "text", 500),
    ];
    for (question, fields, field, max) in cases {
        let with = |length| {
            let long = "é".repeat(length);
            check(question, &[*fields, &[(*field, long.as_str())]].concat())
        };
        assert!(with(*max).is_ok(), "{question} {field}");
        assert_eq!(with(max + 1), Err(Errors::one(*field, "too-long")));
    }
}

#[test]
fn a_form_filled_with_an_answer_gives_the_answer_back() {
    let set = standard();
    for (_, question) in set.questions() {
        for code in question.answer.codes() {
            let before = Answer { value: answer(&question.answer, code), note: "A note".to_owned() };
            let form = AnswerForm::of(Some(&before), 3);
            assert_eq!(form.seen, 3);
            assert_eq!(form.check(set, question, day(2026, 11, 22)), Ok(before), "{} {code}", question.id);
        }
    }
}

#[test]
fn an_unknown_field_is_refused() {
    assert!(serde_json::from_str::<AnswerForm>(r#"{"answer":"yes","admin":"1"}"#).is_err());
}

#[test]
fn an_answer_has_one_json() {
    let set = standard();
    let json = |answer: &Answer| serde_json::to_string(answer).expect("JSON");
    let yes = Answer::from(Value::Yes);
    assert_eq!(json(&yes), r#"{"value":{"is":"yes"}}"#);
    let date = Answer { value: Value::Date { date: day(2026, 5, 1) }, note: "x".to_owned() };
    assert_eq!(json(&date), r#"{"value":{"is":"date","date":"2026-05-01"},"note":"x"}"#);
    for (_, question) in set.questions() {
        for code in question.answer.codes() {
            let before = Answer::from(answer(&question.answer, code));
            assert_eq!(before.value.code(), code);
            assert_eq!(serde_json::from_str::<Answer>(&json(&before)).expect("the answer"), before);
        }
    }
}
