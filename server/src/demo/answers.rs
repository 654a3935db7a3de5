//! Made-up answers: some premises have much in place, some little.

use chrono::NaiveDate;
use domain::{
    assessment::{Answer, Decision, Value},
    content::{AnswerKind, Question},
};

const MARCH: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 3, 2);

/// The answer of the premises with this number.
pub fn to(question: &Question, number: usize, who: &str) -> Answer {
    let good = question.readiness.iter().all(|bearing| in_place(&bearing.topic, number));
    let value = match &question.answer {
        AnswerKind::Procedure if good => Value::Yes,
        AnswerKind::Procedure => match number % 3 {
            0 => Value::Partly,
            1 => Value::No,
            _ => Value::NotSure,
        },
        AnswerKind::YesNo if good => Value::Yes,
        AnswerKind::YesNo => Value::No,
        AnswerKind::DateOrNone if !good => Value::NoDate,
        other => definite(other, number, who),
    };
    Answer { value, note: String::new() }
}

/// The answer once things were put right.
pub fn improved(question: &Question, who: &str) -> Answer {
    let value = match &question.answer {
        AnswerKind::Procedure | AnswerKind::YesNo => Value::Yes,
        other => definite(other, 0, who),
    };
    Answer { value, note: "Put right after the adviser asked. Made up for the demonstration.".into() }
}

fn definite(kind: &AnswerKind, number: usize, who: &str) -> Value {
    match kind {
        AnswerKind::Procedure | AnswerKind::YesNo => Value::Yes,
        AnswerKind::Choice { options } => {
            let option = options.get(number % options.len().max(1)).or(options.first());
            Value::Option { id: option.map(|option| option.id.clone()).unwrap_or_default() }
        }
        AnswerKind::Text { .. } => Value::Text { text: "Made up for the demonstration".into() },
        AnswerKind::DateOrNone => MARCH.map_or(Value::NoDate, |date| Value::Date { date }),
        AnswerKind::Number { most, .. } => Value::Number { number: 12.min(*most) },
        AnswerKind::Decision => MARCH.map_or(Value::NoDecision, |on| {
            Value::Decision(Decision {
                options: "Do more, do it in steps, or leave it. Made up for the demonstration.".into(),
                cost: "About two days of a manager's time".into(),
                benefit: "People would reach safety sooner".into(),
                decision: "Do it in steps, because it is a small team".into(),
                by: "General manager".into(),
                on,
            })
        }),
        AnswerKind::Person => Value::Person { name: who.into(), role: "General manager".into() },
    }
}

/// Whether the premises with this number have something in place: so that each figure has enough on
/// both sides to be shown.
fn in_place(topic: &str, number: usize) -> bool {
    match topic {
        "evacuation" => !number.is_multiple_of(3),
        "invacuation" => number.is_multiple_of(2),
        "lockdown" => number % 5 < 2,
        "communication" => number % 2 == 1,
        "notification" => number % 7 < 3,
        "awareness" => number % 4 < 2,
        _ => number % 6 != 5,
    }
}
