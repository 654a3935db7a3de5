//! The words for cases, answers and authority.

use domain::{
    assessment::{Answer, Value},
    content::Tier,
    review::HowConfirmed,
    submission::{AnsweredQuestion, CaseState},
};
use govuk::TagColour;

use crate::components::day;

/// The words and colour for where a case is.
pub fn state(state: CaseState) -> (&'static str, TagColour) {
    match state {
        CaseState::Submitted => ("Submitted", TagColour::Blue),
        CaseState::InReview => ("In review", TagColour::Yellow),
        CaseState::Returned => ("Returned", TagColour::Orange),
        CaseState::AdviceRecorded => ("Advice recorded", TagColour::Purple),
        CaseState::Withdrawn => ("Withdrawn", TagColour::Grey),
        CaseState::Superseded => ("Superseded", TagColour::Grey),
    }
}

/// A tier's name.
pub fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Standard => "Standard",
        Tier::Enhanced => "Enhanced",
    }
}

/// How authority was confirmed.
pub fn how_confirmed(how: HowConfirmed) -> &'static str {
    match how {
        HowConfirmed::Switchboard => "Called the switchboard on a number found independently",
        HowConfirmed::AtPremises => "Met in person at the premises",
        HowConfirmed::RegisteredOffice => "Confirmed by the organisation’s registered office",
        HowConfirmed::Known => "Known to the adviser in this role",
    }
}

/// What was answered, with the note beside it.
pub fn answer(answered: &AnsweredQuestion) -> Vec<String> {
    let Some(Answer { value, note }) = &answered.answer else { return vec!["Not answered".into()] };
    let mut lines = vec![match value {
        Value::Yes => "Yes".to_owned(),
        Value::Partly => "Partly".to_owned(),
        Value::No => "No".to_owned(),
        Value::NotSure => "Not sure".to_owned(),
        Value::NotApplicable { reason } => format!("Not applicable: {reason}"),
        Value::Option { id } => answered.option.clone().unwrap_or_else(|| id.clone()),
        Value::Text { text } => text.clone(),
        Value::Date { date } => day(*date),
        Value::NoDate => "No such day".to_owned(),
        Value::Person { name, role } => format!("{name}, {role}"),
    }];
    if !note.is_empty() {
        lines.push(format!("Note: {note}"));
    }
    lines
}
