//! Forms count only from our own pages. `tower_http` compares `Sec-Fetch-Site` and `Origin`; it lets
//! a request with neither through, which here needs a browser without cookies, so we do not.

use app::Page;
use axum::{
    body::Body,
    extract::Request,
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use tower_http::csrf::ProtectionError;

/// Refuses a changing request that carries a cookie and says nothing of where it comes from.
pub async fn refuse_unmarked(request: Request, next: Next) -> Response {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let headers = request.headers();
    let unmarked = !headers.contains_key(header::ORIGIN) && !headers.contains_key("sec-fetch-site");
    if changes && unmarked && headers.contains_key(header::COOKIE) {
        return page();
    }
    next.run(request).await
}

/// The answer to a request from another site.
pub fn refused(_: ProtectionError) -> Response<Body> {
    page()
}

fn page() -> Response {
    Page::new("That request was refused", || {
        view! {
            <h1 class="govuk-heading-l">"That request was refused"</h1>
            <p class="govuk-body">
                "It did not come from a page of this service. Nothing was changed. Go to the page you want and use its own buttons."
            </p>
        }
    })
    .with_status(StatusCode::FORBIDDEN)
    .into_response()
}
