//! Stands before every route: nobody reaches a handler whose action they could never do, and no
//! handler answers without having asked the policy.

use axum::{
    extract::{Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::policy::{Action, Role, may_ever};

use crate::{
    Page, PageError, Portal, Viewer,
    islands::{AUTOSAVE, Autosaved},
    pages,
    request::Asked,
};

/// Lets a request through to a route with this action, or answers it.
pub async fn guard(State(action): State<Action>, mut request: Request, next: Next) -> Response {
    let Some(viewer) = request.extensions().get::<Viewer>().cloned() else {
        return PageError::Fault("no viewer in the request".into()).into_response();
    };
    if !may_ever(&viewer.actor, action) {
        return if !viewer.actor.has(Role::Anonymous) {
            // Somebody signed in who opens the sign-in page wants their own start page.
            if matches!(action, Action::SignIn | Action::SignUp) && request.method() == Method::GET {
                axum::response::Redirect::to("/").into_response()
            } else {
                PageError::NotFound.into_response()
            }
        } else if request.method() == Method::POST {
            signed_out(request).await
        } else {
            PageError::SignIn { back: request.uri().path().to_owned() }.into_response()
        };
    }
    let asked = Asked::default();
    request.extensions_mut().insert(action);
    request.extensions_mut().insert(asked.clone());
    let changes = request.method() == Method::POST;
    let mut response = next.run(request).await;
    let status = response.status();
    // A redirect after a form means that something was done.
    let answered = status.is_success()
        || status == StatusCode::UNPROCESSABLE_ENTITY
        || (changes && status == StatusCode::SEE_OTHER);
    if answered && !asked.yes() {
        return PageError::Fault(format!("{} answered without asking", action.name())).into_response();
    }
    if let Some(page) = response.extensions_mut().get_mut::<Page>().filter(|page| !page.nameless) {
        match asked.about().await {
            Ok(name) => page.about = name,
            Err(error) => return PageError::from(error).into_response(),
        }
    }
    response
}

/// The answer to a form that nobody sent: an autosave hears that much, a person keeps what they typed.
async fn signed_out(request: Request) -> Response {
    if request.headers().contains_key(AUTOSAVE) {
        return Autosaved::SignedOut.into_response();
    }
    let Some(portal) = request.extensions().get::<Portal>().cloned() else {
        return PageError::Fault("no portal in the request".into()).into_response();
    };
    pages::account::signed_out::keep_what_was_typed(&portal, request).await.into_response()
}
