//! Signing out.

use axum::{
    http::{HeaderValue, header::HeaderName},
    response::{IntoResponse, Redirect, Response},
};
use domain::policy::act;

use crate::{PageError, request::Ctx};

/// Ends the session, and has the browser forget what it kept.
pub async fn post(ctx: Ctx) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::SignOut>(()).await?;
    ctx.store.sign_out(&permit).await?;
    ctx.session.flush().await.map_err(|error| PageError::Fault(error.to_string()))?;
    let mut response = Redirect::to("/").into_response();
    response.headers_mut().insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
    );
    Ok(response)
}
