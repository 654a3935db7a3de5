//! One line a request: what route, how it ended, how long it took. Never an address with an id, a
//! query, or anything that somebody typed.

use std::time::Instant;

use app::render::Reference;
use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;
use uuid::Uuid;

/// Writes the line, and gives the request a reference that its log lines and fault page share.
pub async fn write(mut request: Request, next: Next) -> Response {
    let reference = Uuid::new_v4().simple().to_string();
    let reference: String = reference.chars().take(12).collect();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "unknown".to_owned(), |path| path.as_str().to_owned());
    request.extensions_mut().insert(Reference(reference.clone()));
    let span = tracing::info_span!("request", reference);
    let started = Instant::now();
    async {
        let response = next.run(request).await;
        let millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::info!(%method, route, status = response.status().as_u16(), millis, "answered");
        response
    }
    .instrument(span)
    .await
}
