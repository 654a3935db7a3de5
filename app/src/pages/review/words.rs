//! The words for cases and authority.

use domain::{content::Tier, review::HowConfirmed, submission::CaseState};
use govuk::TagColour;

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
