//! Headers on every answer.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

const ALWAYS: [(HeaderName, &str); 9] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), "none"),
];

/// Adds them. Pages bring a content security policy with their nonce; all else may load nothing.
pub async fn add(State(tls): State<bool>, request: Request, next: Next) -> Response {
    let signing_out = [app::paths::SIGN_OUT, app::paths::SIGN_OUT_EVERYWHERE].contains(&request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let nothing = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(nothing);
    // Pages hold what must not lie about in a browser's cache.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if tls {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
        // The browser forgets what it kept. It listens over TLS only.
        if signing_out {
            let all = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
            headers.insert(HeaderName::from_static("clear-site-data"), all);
        }
    }
    response
}
