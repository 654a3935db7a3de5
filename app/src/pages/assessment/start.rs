//! Opening the assessment of premises or of an event.

use axum::{extract::Path, response::Redirect};
use store::{Notifiable, StoreError};

use crate::{PageError, paths, request::Ctx};

/// Opens it, or goes to the one there is.
pub async fn post<O: Notifiable>(ctx: Ctx, Path(of): Path<O>) -> Result<Redirect, PageError> {
    let permit = ctx.permit::<O::Assess>(of).await?;
    match ctx.store.start_assessment(&permit).await {
        Ok(assessment) => Ok(Redirect::to(&paths::assessment(assessment))),
        // What is said about it changed since the button was shown: its page says what it is now.
        Err(StoreError::Closed) => Ok(Redirect::to(&paths::of(of.into()))),
        Err(error) => Err(error.into()),
    }
}
