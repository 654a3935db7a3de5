//! The way of a request through the layers to a route.

use std::time::Duration;

use app::{
    Portal, render,
    routes::{self, Route},
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{Method, StatusCode},
    middleware::{from_fn, from_fn_with_state},
    routing::get,
};
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer,
    timeout::TimeoutLayer,
};

use crate::{
    assets,
    config::ServeArgs,
    middleware::{actor, client, csrf, headers, panic, request_log, session},
};

/// The most that a request may carry, in bytes.
const LARGEST_BODY: usize = 256 * 1024;

/// The whole service. Refuses a server function that the route table does not know.
pub fn router(portal: Portal, args: &ServeArgs) -> Result<Router, String> {
    render::init();
    let routes = routes::routes(portal.demo);
    known_server_functions(leptos::server_fn::axum::server_fn_paths(), routes.table())?;
    // The last one added is the first that a request meets.
    let service = routes
        .into_router(portal.clone())
        .layer(from_fn_with_state(portal.clone(), actor::find))
        .layer(session::layer(&portal.store, args.tls))
        .layer(CsrfLayer::new().with_rejection_response(csrf::refused))
        .layer(from_fn(csrf::refuse_unmarked))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(30)))
        .layer(CatchPanicLayer::custom(panic::answer))
        .layer(from_fn_with_state(portal, render::render))
        .layer(from_fn_with_state(client::Proxies::new(&args.trusted_proxies), client::find))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn_with_state(args.tls, headers::add))
        .layer(from_fn(request_log::write));
    Ok(service.merge(static_files(args.tls)))
}

#[allow(clippy::disallowed_methods, reason = "static files take no action and need no actor")]
fn static_files(tls: bool) -> Router {
    Router::new()
        .route("/assets/{hash}/{name}", get(assets::get))
        .layer(from_fn_with_state(tls, headers::add))
}

/// Every server function must be a route with an action, or the server does not start.
fn known_server_functions<'a>(
    functions: impl IntoIterator<Item = (&'a str, Method)>,
    table: &[Route],
) -> Result<(), String> {
    for (path, method) in functions {
        if !table.iter().any(|route| route.path == path && route.method == method) {
            return Err(format!("The server function {method} {path} has no line in the route table."));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
