//! Inviting somebody to a role.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use validator::Validate;

use super::email;
use crate::{account::EmailAddress, area, forms::Errors, policy::Grant};

/// The invitation form.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct InviteForm {
    /// Made with the empty form: the same form sent twice makes one invitation.
    pub once: Uuid,
    /// The address of whoever is invited.
    #[validate(length(max = 254, code = "invalid"))]
    pub email: String,
    /// The role: `ctsa`, `council` or `administrator`.
    pub role: String,
    /// The region of an adviser.
    pub region: String,
    /// The council of a council viewer.
    pub council: String,
}

/// What an invitation form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// The address of whoever is invited.
    pub email: EmailAddress,
    /// What they are invited to.
    pub grant: Grant,
}

impl InviteForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 4] = ["email", "role", "region", "council"];

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`. A place counts only for its role.
    pub fn check(&self) -> Result<Invite, Errors> {
        let mut errors = self
            .validate()
            .err()
            .map_or_else(Errors::none, |found| Errors::from_validator(&found, &Self::FIELDS));
        let email = email(&self.email).map_err(|code| errors.add("email", code));
        let grant = self.grant().map_err(|(field, code)| errors.add(field, code));
        match (email, grant) {
            (Ok(email), Ok(grant)) => errors.or(|| Invite { email, grant }),
            _ => Err(errors),
        }
    }

    fn grant(&self) -> Result<Grant, (&'static str, &'static str)> {
        let missing_or = |text: &str| if text.is_empty() { "missing" } else { "invalid" };
        match self.role.as_str() {
            "ctsa" => {
                let region = self.region.parse().ok().filter(|code| area::region(code).is_some());
                region.map(Grant::Ctsa).ok_or(("region", missing_or(&self.region)))
            }
            "council" => {
                let council = self.council.parse().ok().and_then(|code| area::council(&code));
                let grant = council.map(|council| Grant::Council(council.code.clone()));
                grant.ok_or(("council", missing_or(&self.council)))
            }
            "administrator" => Ok(Grant::Administrator),
            other => Err(("role", missing_or(other))),
        }
    }
}
