//! A page: what a handler answers with. The `render` layer turns it into HTML.

use std::sync::Arc;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::ids::PremisesOrEvent;
use leptos::prelude::*;

/// A page to be rendered.
#[derive(Clone)]
pub struct Page {
    pub(crate) title: String,
    pub(crate) status: StatusCode,
    pub(crate) back: Option<String>,
    /// The name of the premises or the event that it is about, once the guard has looked it up.
    pub(crate) about: Option<String>,
    /// What it belongs to, where its address does not say: the navigation marks that.
    pub(crate) of: Option<PremisesOrEvent>,
    /// Whether it is shown without that name.
    pub(crate) nameless: bool,
    pub(crate) body: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

impl Page {
    /// A page with a title and a view. A title never says what is weak, nor whose premises it is.
    pub fn new<V: IntoAny>(title: impl Into<String>, body: impl Fn() -> V + Send + Sync + 'static) -> Self {
        Self {
            title: title.into(),
            status: StatusCode::OK,
            back: None,
            about: None,
            of: None,
            nameless: false,
            body: Arc::new(move || body().into_any()),
        }
    }

    /// The page with a status.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The page with a back link.
    #[must_use]
    pub fn with_back(mut self, href: impl Into<String>) -> Self {
        self.back = Some(href.into());
        self
    }

    /// The page as one of those about these premises or this event.
    #[must_use]
    pub fn of(mut self, of: PremisesOrEvent) -> Self {
        self.of = Some(of);
        self
    }

    /// The page without the name of what it is about: its own heading says it, or it has no place for it.
    #[must_use]
    pub fn without_name(mut self) -> Self {
        self.nameless = true;
        self
    }

    /// The page with 422: the form came back with errors.
    #[must_use]
    pub fn unprocessable(self) -> Self {
        self.with_status(StatusCode::UNPROCESSABLE_ENTITY)
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
