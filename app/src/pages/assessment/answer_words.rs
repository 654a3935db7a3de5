//! An answer in words.

use domain::{
    assessment::{Answer, Value},
    content::{AnswerKind, Question},
    digits::thousands,
};
use govuk::Content;
use leptos::prelude::*;

use crate::components::day;

/// The words of the option that was chosen, for a choice.
pub fn option<'a>(question: &'a Question, value: &Value) -> Option<&'a str> {
    let (AnswerKind::Choice { options }, Value::Option { id }) = (&question.answer, value) else {
        return None;
    };
    options.iter().find(|option| option.id == *id).map(|option| option.text.as_str())
}

/// What was answered; `option` is the wording of the option that was chosen, if one was.
pub fn value(value: &Value, option: Option<&str>) -> String {
    match value {
        Value::Yes => "Yes".into(),
        Value::Partly => "Partly".into(),
        Value::No => "No".into(),
        Value::NotSure => "Not sure".into(),
        Value::NotApplicable { reason } => format!("Does not apply here: {reason}"),
        Value::Option { id } => option.unwrap_or(id).to_owned(),
        Value::Text { text } => text.clone(),
        Value::Date { date } => day(*date),
        Value::NoDate => "Never".into(),
        Value::Person { name, role } => format!("{name}, {role}"),
        Value::Number { number } => thousands(number),
        Value::NoDecision => "Nothing decided yet".into(),
        Value::Decision(made) => [
            format!("Options: {}", made.options),
            format!("Cost and difficulty: {}", made.cost),
            format!("Benefit: {}", made.benefit),
            format!("Decided: {}", made.decision),
            format!("By {}, {}", made.by, day(made.on)),
        ]
        .join("\n"),
    }
}

/// An answer with its note, for a summary list.
pub fn answer(answer: Option<&Answer>, option: Option<&str>) -> Content {
    let Some(answer) = answer else {
        return Content::view(view! { <strong>"Not answered yet"</strong> });
    };
    let value = value(&answer.value, option);
    let note = (!answer.note.is_empty()).then(|| {
        view! { <p class="govuk-body-s portal-written">{format!("Note: {}", answer.note)}</p> }
    });
    Content::view(view! {
        <p class="govuk-body portal-written">{value}</p>
        {note}
    })
}
