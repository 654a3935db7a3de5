//! What a text option of a component may hold.

use leptos::prelude::*;

/// Plain text, which is escaped, or a view where the text needs markup.
///
/// `hint="As on the lease"`, `error=errors.text("name")` and
/// `hint=Content::view(view! { "As on " <strong>"the lease"</strong> })` all work, because a
/// `Content` is made from `&str`, `String`, `Option` of either, or a view. Empty text is no text.
#[derive(Default)]
pub enum Content {
    /// Nothing: the component leaves the part out.
    #[default]
    Empty,
    /// Text to escape.
    Text(String),
    /// A view.
    View(AnyView),
}

impl Content {
    /// Content with markup.
    pub fn view(view: impl IntoAny) -> Self {
        Self::View(view.into_any())
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

impl IntoRender for Content {
    type Output = AnyView;

    fn into_render(self) -> AnyView {
        match self {
            Self::Empty => ().into_any(),
            Self::Text(text) => text.into_any(),
            Self::View(view) => view,
        }
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for Content {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<AnyView> for Content {
    fn from(view: AnyView) -> Self {
        Self::View(view)
    }
}

impl<T: Into<Content>> From<Option<T>> for Content {
    fn from(text: Option<T>) -> Self {
        text.map(Into::into).unwrap_or_default()
    }
}
