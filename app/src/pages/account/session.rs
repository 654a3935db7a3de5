//! Starting a session for somebody who proved who they are.

use domain::{account::SessionLength, ids::AccountId, policy::Actor};
use store::SignedIn;

use crate::{PageError, request::Ctx};

/// Signs somebody in: a new session id, so that an older one is worth nothing. What the browser
/// carries from the scope check stays. Answers who they are now.
pub async fn start(ctx: &Ctx, account: AccountId) -> Result<Actor, PageError> {
    let person = ctx.store.person(account).await?;
    let length = SessionLength::of(person.actor.grants());
    let now = ctx.now.timestamp_millis();
    let signed_in = SignedIn {
        account: account.0,
        started: now,
        seen: now,
        idle: length.idle.num_milliseconds(),
        ends: now + length.absolute.num_milliseconds(),
    };
    let fault = |error: tower_sessions::session::Error| PageError::Fault(error.to_string());
    ctx.session.cycle_id().await.map_err(fault)?;
    ctx.session.insert(SignedIn::KEY, signed_in).await.map_err(fault)?;
    Ok(person.actor)
}
