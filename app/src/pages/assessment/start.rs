//! Opening the assessment of premises.

use axum::{extract::Path, response::Redirect};
use domain::{ids::PremisesId, policy::act};

use crate::{PageError, paths, request::Ctx};

/// Opens it, or goes to the one there is.
pub async fn post(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Redirect, PageError> {
    let permit = ctx.permit::<act::StartAssessment>(id).await?;
    let assessment = ctx.store.start_assessment(&permit).await?;
    Ok(Redirect::to(&paths::assessment(assessment)))
}
