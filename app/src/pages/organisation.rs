//! The organisation that operators act for: its facts, its members, whom it invited.

pub mod details;
pub mod invite;
pub mod join;
pub mod members;
pub mod register;
pub mod remove;
pub mod role;
pub mod show;
pub mod take_back;

use domain::organisation::MemberRole;

/// What a member is to the organisation, in a word.
fn role_name(role: MemberRole) -> &'static str {
    match role {
        MemberRole::Member => "Member",
        MemberRole::Administrator => "Administrator",
    }
}

/// The roles to choose from.
fn roles() -> Vec<govuk::Choice> {
    let hint = |role| match role {
        MemberRole::Member => {
            "Does everything about premises, events and assessments, and can sign and send answers"
        }
        MemberRole::Administrator => {
            "The same, and invites and removes people, and changes what is known of the organisation"
        }
    };
    let choice = |role: MemberRole| govuk::Choice::new(role.as_str(), role_name(role)).hint(hint(role));
    MemberRole::ALL.map(choice).into()
}
