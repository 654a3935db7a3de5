//! What follows from the answers of one venue, in a form in which two engines can be compared.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    assessment::{
        Answers, Confidence, Decision, Grounds, Journey, Standing, Value, actions, contradictions, readiness,
    },
    content::{AnswerKind, Audience, Question, QuestionSet},
};

/// The answers of one venue, and what readiness rests on besides.
#[derive(Clone, Debug)]
pub struct Case {
    pub audience: Audience,
    pub answers: Answers,
    pub today: NaiveDate,
    pub drills: BTreeMap<String, NaiveDate>,
}

/// What follows from them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The questions that show, in order.
    pub shown: Vec<String>,
    /// Those of them that have no answer.
    pub open: Vec<String>,
    /// The questions that do not show because of a gap.
    pub hidden: Vec<String>,
    /// Priority, question and text of each action, in order.
    pub actions: Vec<(u8, String, String)>,
    /// The text of each contradiction, in order.
    pub contradictions: Vec<String>,
    /// The readiness of each topic.
    pub readiness: BTreeMap<String, (Standing, Option<u8>, Confidence)>,
}

/// What the engine finds.
pub fn engine(set: &QuestionSet, case: &Case) -> Found {
    let journey = Journey::new(set, case.audience, &case.answers);
    let grounds = Grounds { today: case.today, drills: &case.drills };
    let found = readiness(&journey, grounds);
    Found {
        shown: journey.steps().iter().map(|step| step.question.id.to_string()).collect(),
        open: journey.missing().iter().map(|question| question.id.to_string()).collect(),
        hidden: journey.hidden_by_gaps().iter().map(|step| step.question.id.to_string()).collect(),
        actions: actions(&journey, case.today)
            .iter()
            .map(|action| (action.priority, action.question.id.to_string(), action.text.to_owned()))
            .collect(),
        contradictions: contradictions(&journey).iter().map(|one| one.text.clone()).collect(),
        readiness: found
            .iter()
            .map(|one| (one.topic.id.clone(), (one.standing, one.share, one.confidence)))
            .collect(),
    }
}

/// An answer of that code; days that are given are `day`.
pub fn value(kind: &AnswerKind, code: &str, day: NaiveDate) -> Value {
    let words = || "Words".to_owned();
    match (kind, code) {
        (AnswerKind::Choice { .. }, id) => Value::Option { id: id.to_owned() },
        (AnswerKind::Text { .. }, _) => Value::Text { text: words() },
        (AnswerKind::DateOrNone, "given") => Value::Date { date: day },
        (AnswerKind::DateOrNone, _) => Value::NoDate,
        (AnswerKind::Person, "given") => Value::Person { name: words(), role: words() },
        (AnswerKind::Number { most, .. }, "given") => Value::Number { number: *most },
        (AnswerKind::Decision, "given") => Value::Decision(Decision {
            options: words(),
            cost: words(),
            benefit: words(),
            decision: words(),
            by: words(),
            on: day,
        }),
        (AnswerKind::Decision, _) => Value::NoDecision,
        (_, "yes") => Value::Yes,
        (_, "partly") => Value::Partly,
        (_, "no") => Value::No,
        (_, "not-sure") => Value::NotSure,
        (_, "not-applicable") => Value::NotApplicable { reason: words() },
        (kind, code) => panic!("a {} question cannot be answered {code}", kind.name()),
    }
}

/// Whether a better answer to it would raise readiness: it bears on a topic, and was answered "no", "partly", "not
/// sure", "none" or not at all.
pub fn is_gap(question: &Question, answers: &Answers) -> bool {
    let code = answers.get(&question.id).map(|answer| answer.value.code());
    !question.readiness.is_empty() && matches!(code, None | Some("no" | "partly" | "not-sure" | "none"))
}

/// The answer that says that all of it is there.
pub fn best(question: &Question, today: NaiveDate) -> Value {
    let code = match question.answer {
        AnswerKind::Procedure | AnswerKind::YesNo => "yes",
        _ => "given",
    };
    value(&question.answer, code, today)
}
