//! One case: what was sent, who says so, and what the CTSA can do about it.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{ids::CaseId, policy::act};

use super::{case_view::view, permit_step};
use crate::{Page, PageError, paths, request::Ctx};

/// The case.
pub async fn get(ctx: Ctx, Path(id): Path<CaseId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ViewCase>(id).await?;
    let file = ctx.store.case(&permit).await?;
    let (me, today) = (ctx.account()?, ctx.today());
    Ok(Page::new("Case", move || view(&file, me, today)).with_back(paths::QUEUE))
}

/// Takes the case up.
pub async fn review(ctx: Ctx, Path(id): Path<CaseId>) -> Result<Response, PageError> {
    let permit = permit_step::<act::ReviewCase>(&ctx, id).await?;
    ctx.store.start_review(&permit).await?;
    Ok(Redirect::to(&paths::case(id)).into_response())
}
