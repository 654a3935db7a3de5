//! The session cookie.

use store::{Sessions, Store};
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite};

/// The layer over our own store. The cookie goes with the browser; the store knows when the session
/// ends.
pub fn layer(store: &Store, tls: bool) -> SessionManagerLayer<Sessions> {
    SessionManagerLayer::new(store.sessions())
        .with_name(if tls { "__Host-portal" } else { "portal" })
        .with_secure(tls)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnSessionEnd)
}
