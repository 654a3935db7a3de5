//! Roles in the words of pages.

use domain::{
    area,
    policy::{Grant, Role},
};

/// A role and where it is held, such as "CTSA, West Midlands".
pub fn grant(grant: &Grant) -> String {
    let role = role(grant.role());
    let place = match grant {
        Grant::Ctsa(code) | Grant::RegionalLead(code) => {
            Some(area::region(code).map_or_else(|| code.to_string(), |region| region.name.to_owned()))
        }
        Grant::Council(code) => {
            Some(area::council(code).map_or_else(|| code.to_string(), |council| council.name.to_owned()))
        }
        Grant::Operator(_) | Grant::OperatorAdmin(_) | Grant::National | Grant::Administrator => None,
    };
    place.map_or_else(|| role.to_owned(), |place| format!("{role}, {place}"))
}

/// A role's name.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Anonymous => "Anyone",
        Role::SignedIn => "Anyone signed in",
        Role::Operator => "Venue operator",
        Role::OperatorAdmin => "Venue operator, organisation administrator",
        Role::Ctsa => "CTSA",
        Role::Council => "Local authority viewer",
        Role::RegionalLead => "Regional lead",
        Role::National => "National coordinator",
        Role::Administrator => "Administrator",
        Role::System => "The portal itself",
    }
}
