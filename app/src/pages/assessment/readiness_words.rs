//! Readiness in words: never a grade, and nothing that sounds like one.

use chrono::NaiveDate;
use domain::assessment::{Confidence, Standing};
use govuk::TagColour;

use crate::components::day;

#[cfg(test)]
mod tests;

/// How far something is in place.
pub fn standing(standing: Standing) -> (&'static str, TagColour) {
    match standing {
        Standing::InPlace => ("In place, you say", TagColour::Teal),
        Standing::Partly => ("Partly in place", TagColour::Yellow),
        Standing::NotInPlace => ("Not in place", TagColour::Orange),
        Standing::NotKnown => ("Not known yet", TagColour::Grey),
        Standing::NotApplicable => ("Does not apply, you say", TagColour::Grey),
    }
}

/// How much of what applies is in place, where some of it is.
pub fn share(standing: Standing, percent: Option<u8>) -> Option<String> {
    let part = percent.filter(|_| standing == Standing::Partly).map(part)?;
    Some(format!("{part} of what applies is in place."))
}

/// A share in words: as rough as the answers are.
fn part(percent: u8) -> &'static str {
    match percent {
        0..=17 => "A small part",
        18..=29 => "About a quarter",
        30..=41 => "About a third",
        42..=58 => "About half",
        59..=70 => "About two thirds",
        71..=87 => "About three quarters",
        _ => "Nearly all",
    }
}

/// How well founded that is; `tried` is the last day on which it was tried out.
pub fn confidence(confidence: Confidence, tried: Option<NaiveDate>) -> String {
    match (confidence, tried.map(day)) {
        (Confidence::Doubtful, _) => "Open questions: one has no answer yet, or “not sure”.".into(),
        (Confidence::Stated, _) => "Said only: nothing stands behind the answers yet.".into(),
        (Confidence::Described, _) => {
            "Described in your notes. Nothing shows that it has been tried out.".into()
        }
        (Confidence::OutOfDate, Some(day)) => format!("Tried out too long ago, on {day}."),
        (Confidence::OutOfDate, None) => "Tried out too long ago.".into(),
        (Confidence::TriedOut, Some(day)) => format!("Tried out on {day}."),
        (Confidence::TriedOut, None) => "Tried out, you say, without a day.".into(),
    }
}
