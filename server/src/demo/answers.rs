//! Made-up answers: some premises have much in place, some little.

use chrono::NaiveDate;
use domain::{
    assessment::{Answer, Value},
    content::{AnswerKind, Question, ReadinessTopic},
};

/// The answer of the premises with this number.
pub fn to(question: &Question, number: usize, who: &str) -> Answer {
    let good = question.readiness.iter().all(|bearing| in_place(bearing.topic, number));
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
        AnswerKind::DateOrNone => match NaiveDate::from_ymd_opt(2026, 3, 2) {
            Some(date) => Value::Date { date },
            None => Value::NoDate,
        },
        AnswerKind::Person => Value::Person { name: who.into(), role: "General manager".into() },
    }
}

/// Whether the premises with this number have something in place: so that each figure has enough on
/// both sides to be shown.
fn in_place(topic: ReadinessTopic, number: usize) -> bool {
    match topic {
        ReadinessTopic::Evacuation => !number.is_multiple_of(3),
        ReadinessTopic::Invacuation => number.is_multiple_of(2),
        ReadinessTopic::Lockdown => number % 5 < 2,
        ReadinessTopic::Communication => number % 2 == 1,
        ReadinessTopic::Notification => number % 7 < 3,
        ReadinessTopic::Awareness => number % 4 < 2,
        _ => number % 6 != 5,
    }
}
