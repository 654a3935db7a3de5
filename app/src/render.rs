//! Turns a handler's [`Page`] into HTML, with a content security policy of its own.

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::{ResponseOptions, render_app_async_with_context};

use crate::{Page, Portal, Viewer, document::document};

/// A request's reference, which the log and the fault page share.
#[derive(Clone, Debug)]
pub struct Reference(pub String);

/// Starts what rendering needs; once a process, before the first page.
pub fn init() {
    // A second call finds it started, which is as good.
    let _started = any_spawner::Executor::init_tokio();
}

/// Renders the page that the inner layers answered with, if they did.
pub async fn render(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let again = parts.clone();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let Some(page) = response.extensions_mut().remove::<Page>() else { return response };

    let (mut head, _) = response.into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    let request = Request::from_parts(again, Body::empty());
    let viewer = head.extensions.remove::<Viewer>();
    let reference = request.extensions().get::<Reference>().cloned();
    let path = request.uri().path().to_owned();
    let status = page.status;
    let context = move || {
        let options = expect_context::<ResponseOptions>();
        options.set_status(status);
        if let Some(policy) = use_nonce().and_then(|nonce| content_security_policy(&nonce)) {
            options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
    };
    let shell = move || document(&page, &portal, viewer.as_ref(), reference.as_ref(), &path);
    let rendered = render_app_async_with_context(context, shell)(request).await;

    let (rendered_head, body) = rendered.into_parts();
    let Ok(html) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    for (name, value) in &rendered_head.headers {
        head.headers.insert(name, value.clone());
    }
    head.status = rendered_head.status;
    Response::from_parts(head, Body::from(plain_title(up_to_the_end(&html))))
}

/// Leptos ends the title's text with a comment. In a title that is no comment: tabs and screen
/// readers would say it.
fn plain_title(html: &[u8]) -> Vec<u8> {
    const MARKED: &[u8] = b"<!></title>";
    const MARK: usize = b"<!>".len();
    let at = html.windows(MARKED.len()).position(|window| window == MARKED);
    match at.and_then(|at| Some((html.get(..at)?, html.get(at + MARK..)?))) {
        Some((before, after)) => [before, after].concat(),
        None => html.to_vec(),
    }
}

/// Leptos appends scripts for streamed resources after the document. No page here has any, and a
/// document ends where it ends.
fn up_to_the_end(html: &[u8]) -> &[u8] {
    const END: &[u8] = b"</html>";
    let end = html.windows(END.len()).rposition(|window| window == END);
    end.and_then(|at| html.get(..at + END.len())).unwrap_or(html)
}

fn content_security_policy(nonce: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; object-src 'none'; manifest-src 'self'"
    ))
    .ok()
}
