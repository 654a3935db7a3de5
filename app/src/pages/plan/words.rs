//! The words of a plan.

use domain::{assessment::Costs, content::Cost, digits::thousands, plan::Group};
use govuk::TagColour;

/// What something costs.
pub fn cost(cost: Option<Cost>) -> &'static str {
    match cost {
        Some(Cost::Free) => "Time only",
        Some(Cost::Low) => "Under £500",
        Some(Cost::Medium) => "£500 to £5,000",
        Some(Cost::High) => "More than £5,000",
        None => "Not estimated",
    }
}

/// How urgent something is.
pub fn priority(priority: u8) -> &'static str {
    match priority {
        1 => "First",
        2 => "Next",
        _ => "After that",
    }
}

/// How far something is, by its slug.
pub fn status(slug: &str) -> (&'static str, TagColour) {
    match slug {
        "in-progress" => ("In progress", TagColour::Blue),
        "done" => ("Done", TagColour::Green),
        "decided-against" => ("Decided against", TagColour::Grey),
        _ => ("To do", TagColour::Yellow),
    }
}

/// The heading over a part of the plan.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Overdue => "Overdue",
        Group::Open(urgent) => priority(urgent),
        Group::NoLonger => "No longer follows from your answers",
        Group::Done => "Done",
        Group::DecidedAgainst => "Decided against",
    }
}

/// What several things cost together, a line for each band.
pub fn costs(costs: &Costs) -> Vec<String> {
    let bands = [
        (costs.free, Some(Cost::Free)),
        (costs.low, Some(Cost::Low)),
        (costs.medium, Some(Cost::Medium)),
        (costs.high, Some(Cost::High)),
        (costs.unknown, None),
    ];
    let counted = bands.into_iter().filter(|(count, _)| *count > 0);
    let mut lines: Vec<String> = counted.map(|(count, band)| format!("{}: {count}", cost(band))).collect();
    lines.push(match costs.at_most() {
        Some(0) => "Together: time only".into(),
        Some(most) => format!("Together: at most about £{}", thousands(most)),
        None => "Together: no upper end can be told".into(),
    });
    lines
}
