//! Who acts for an organisation: inviting a colleague, giving a member another role.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use validator::Validate;

use crate::{
    account::EmailAddress,
    forms::{Errors, account::email},
    organisation::MemberRole,
};

/// The form to invite a colleague.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct InviteMemberForm {
    /// Made with the empty form: the same form sent twice makes one invitation.
    pub once: Uuid,
    /// The address of whoever is invited.
    #[validate(length(max = 254, code = "invalid"))]
    pub email: String,
    /// What they will be, as a slug.
    pub role: String,
}

/// What a form to invite a colleague says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteMember {
    /// The address of whoever is invited.
    pub email: EmailAddress,
    /// What they will be.
    pub role: MemberRole,
}

impl InviteMemberForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 2] = ["email", "role"];

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`.
    pub fn check(&self) -> Result<InviteMember, Errors> {
        let mut errors = self
            .validate()
            .err()
            .map_or_else(Errors::none, |found| Errors::from_validator(&found, &Self::FIELDS));
        let email = email(&self.email).map_err(|code| errors.add("email", code));
        let role = role(&self.role).map_err(|code| errors.add("role", code));
        match (email, role) {
            (Ok(email), Ok(role)) => errors.or(|| InviteMember { email, role }),
            _ => Err(errors),
        }
    }
}

/// The form to give a member another role.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RoleForm {
    /// What they will be, as a slug.
    pub role: String,
}

impl RoleForm {
    /// What the form says.
    ///
    /// # Errors
    /// For `role`: `missing` or `invalid`.
    pub fn check(&self) -> Result<MemberRole, Errors> {
        role(&self.role).map_err(|code| Errors::one("role", code))
    }
}

fn role(text: &str) -> Result<MemberRole, &'static str> {
    let missing_or_invalid = if text.is_empty() { "missing" } else { "invalid" };
    MemberRole::from_slug(text).ok_or(missing_or_invalid)
}
