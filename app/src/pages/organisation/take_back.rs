//! Taking an invitation back.

use axum::{extract::Path, response::Redirect};
use domain::{ids::InvitationId, policy::act};

use crate::{PageError, paths, request::Ctx};

/// Takes it back: its link works no more.
pub async fn post(ctx: Ctx, Path(id): Path<InvitationId>) -> Result<Redirect, PageError> {
    let permit = ctx.permit::<act::TakeBackInvitation>(id).await?;
    ctx.store.take_back_invitation(&permit).await?;
    Ok(Redirect::to(paths::MEMBERS))
}
