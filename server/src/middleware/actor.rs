//! Who is asking: from the session to a person with the roles they hold at this moment.

use app::{PageError, Portal, Viewer};
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::policy::Actor;
use store::{Holder, SignedIn};
use tower_sessions::Session;

/// A session is marked as seen at most this often, in milliseconds: a plain read writes nothing.
const SEEN_EVERY: i64 = 60_000;

/// Finds out who is asking. Roles are read anew for each request, with the session, so that what was
/// taken away is gone at once.
pub async fn find(State(portal): State<Portal>, mut request: Request, next: Next) -> Response {
    let session = request.extensions().get::<Session>().cloned();
    match viewer(&portal, session).await {
        Ok(viewer) => {
            request.extensions_mut().insert(viewer.clone());
            let mut response = next.run(request).await;
            // The page is rendered further out, and greets them.
            response.extensions_mut().insert(viewer);
            response
        }
        Err(error) => error.into_response(),
    }
}

async fn viewer(portal: &Portal, session: Option<Session>) -> Result<Viewer, PageError> {
    let anonymous = Viewer { actor: Actor::Anonymous, name: None };
    let fault = |error: tower_sessions::session::Error| PageError::Fault(error.to_string());
    let Some(session) = session else { return Ok(anonymous) };
    let Some(mut signed_in) = session.get::<SignedIn>(SignedIn::KEY).await.map_err(fault)? else {
        return Ok(anonymous);
    };
    let Some(holder) = session.get::<Holder>(Holder::KEY).await.map_err(fault)? else {
        session.flush().await.map_err(fault)?;
        return Ok(anonymous);
    };
    let person = holder.person()?;
    let now = portal.store.clock().now().timestamp_millis();
    if now - signed_in.seen >= SEEN_EVERY {
        signed_in.seen = now;
        session.insert(SignedIn::KEY, signed_in).await.map_err(fault)?;
    }
    Ok(Viewer { actor: person.actor, name: Some(person.name.as_str().to_owned()) })
}
