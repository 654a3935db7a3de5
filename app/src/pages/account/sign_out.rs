//! Signing out.

use axum::response::Redirect;
use domain::policy::act;

use crate::{PageError, request::Ctx};

/// Ends the session.
pub async fn post(ctx: Ctx) -> Result<Redirect, PageError> {
    let permit = ctx.permit::<act::SignOut>(()).await?;
    ctx.store.sign_out(&permit).await?;
    leave(&ctx).await
}

/// Ends this browser's session and goes to the start page.
pub async fn leave(ctx: &Ctx) -> Result<Redirect, PageError> {
    ctx.session.flush().await.map_err(|error| PageError::Fault(error.to_string()))?;
    Ok(Redirect::to("/"))
}
