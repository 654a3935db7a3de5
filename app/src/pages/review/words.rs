//! The words for cases and authority.

use domain::{content::Audience, review::HowConfirmed, submission::CaseState};
use govuk::{SummaryRow, TagColour};
use store::AuthorityMade;

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

/// What premises were when their answers were sent, or that it is an event.
pub fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Standard => "Standard",
        Audience::Enhanced => "Enhanced",
        Audience::Event => "Qualifying event",
        Audience::Voluntary => "Not in scope",
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

/// How authority was confirmed, in rows.
pub fn authority(made: &AuthorityMade) -> Vec<SummaryRow> {
    let mut rows = vec![
        SummaryRow::new("Authority confirmed on", day(made.check.on)),
        SummaryRow::new("How", how_confirmed(made.check.how)),
    ];
    if !made.check.note.is_empty() {
        rows.push(SummaryRow::new("Note", made.check.note.clone()));
    }
    rows
}
