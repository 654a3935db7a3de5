//! Accounts from the command line: the way to the first administrator, and back in for whoever
//! forgot a password.

use domain::{
    account::EmailAddress,
    forms::account::{Invite, InviteForm},
    policy::{Act, Actor, Facts, Permit, decide},
};
use store::{Store, StoreError};
use uuid::Uuid;

use crate::config::{RoleArgs, UserArgs, UserCommand};

/// Runs a command, and says what came of it.
///
/// # Errors
/// A sentence.
pub async fn run(store: &Store, args: UserArgs) -> Result<String, String> {
    let url = args.url.trim_end_matches('/');
    match args.command {
        UserCommand::Add(args) => {
            let invite = role(&args)?;
            let secret = store.invite(&permit()?, Uuid::new_v4(), &invite).await.map_err(sentence)?;
            Ok(format!("This link works once, for 60 minutes:\n{url}/invitations/{secret}"))
        }
        UserCommand::Reset { email } => {
            let secret = store.make_reset_link(&permit()?, &address(&email)?).await.map_err(sentence)?;
            Ok(format!("This link works once, for 30 minutes:\n{url}/reset/{secret}"))
        }
        UserCommand::Grant(args) => {
            let Invite { email, grant } = role(&args)?;
            store.grant_role(&permit()?, &email, &grant).await.map_err(sentence)?;
            Ok("The account has the role.".into())
        }
    }
}

/// The portal's own permit for an action without an object.
fn permit<A: Act<Target = ()>>() -> Result<Permit<A>, String> {
    decide(&Actor::System, (), &Facts::default()).map_err(|error| error.to_string())
}

fn role(args: &RoleArgs) -> Result<Invite, String> {
    let form = InviteForm {
        email: args.email.clone(),
        role: args.role.clone(),
        region: args.place.clone(),
        council: args.place.clone(),
        ..InviteForm::default()
    };
    let invite = form.check().map_err(|errors| {
        let wrong = errors.iter().map(|error| words(&error.field)).collect::<Vec<_>>();
        wrong.join(" ")
    })?;
    if invite.grant.is_privileged() && !args.accept_password_only && !args.demo {
        return Err("This role sees many venues, or decides who may, and the portal has no passkeys yet. \
                    Add --accept-password-only if a password alone will do; it will not for real data."
            .into());
    }
    Ok(invite)
}

fn words(field: &str) -> &'static str {
    match field {
        "email" => "That is not an email address.",
        "role" => "The role is ctsa, council or administrator.",
        "region" => "A CTSA needs --place with a region, such as west-midlands.",
        "council" => "A council viewer needs --place with a council's code, such as E08000025.",
        _ => "That cannot be done.",
    }
}

fn address(text: &str) -> Result<EmailAddress, String> {
    text.parse().map_err(|_| words("email").to_owned())
}

fn sentence(error: StoreError) -> String {
    match error {
        StoreError::NotFound => "There is no account with that address.".into(),
        other => format!("The database: {other}"),
    }
}

#[cfg(test)]
mod tests;
