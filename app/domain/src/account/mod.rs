//! Accounts: what a name, an e-mail address and a password must be, and how long sessions last.

mod email;
mod name;
mod password;
pub mod throttle;

#[cfg(test)]
mod tests;

use chrono::TimeDelta;

pub use email::EmailAddress;
pub use name::{PersonName, one_line};
pub use password::Password;

use crate::policy::Grant;

/// How long an invitation that a person made can be taken up.
pub const INVITATION_LASTS: TimeDelta = TimeDelta::days(7);
/// How long one from the command line can: whoever made it is at hand (security criteria AU-11).
pub const CONSOLE_INVITATION_LASTS: TimeDelta = TimeDelta::minutes(60);
/// How long what somebody typed after their session had ended waits for them to sign in.
pub const TYPED_LASTS: TimeDelta = TimeDelta::days(1);
/// How long a one-time link for a new password works (security criteria AU-9).
pub const RESET_LINK_LASTS: TimeDelta = TimeDelta::minutes(30);

/// How long a sign-in lasts (security criteria SE-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionLength {
    /// It ends after this long without a request.
    pub idle: TimeDelta,
    /// It ends after this long whatever happens.
    pub absolute: TimeDelta,
}

impl SessionLength {
    /// The length for somebody with these grants: shorter for those who see many venues.
    pub fn of(grants: &[Grant]) -> Self {
        let (idle_minutes, absolute_hours) =
            if grants.iter().any(Grant::is_privileged) { (15, 8) } else { (30, 12) };
        Self { idle: TimeDelta::minutes(idle_minutes), absolute: TimeDelta::hours(absolute_hours) }
    }
}
