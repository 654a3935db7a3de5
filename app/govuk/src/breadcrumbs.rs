//! Breadcrumbs.

use leptos::prelude::*;

use crate::support::join;
use crate::{Attributes, Content};

/// One step of the way: `Crumb::new("Your premises", "/premises")`.
#[derive(Default)]
pub struct Crumb {
    text: Content,
    href: Option<String>,
    attributes: Attributes,
}

impl Crumb {
    /// A page above the open one.
    pub fn new(text: impl Into<Content>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }

    /// The open page.
    pub fn here(text: impl Into<Content>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// More attributes of the link.
    #[must_use]
    pub fn attributes(mut self, attributes: impl Into<Attributes>) -> Self {
        self.attributes = attributes.into();
        self
    }

    fn view(self) -> AnyView {
        match self.href {
            Some(href) => view! {
                <li class="govuk-breadcrumbs__list-item">
                    <a {..self.attributes.spread()} class="govuk-breadcrumbs__link" href=href>
                        {self.text}
                    </a>
                </li>
            }
            .into_any(),
            None => view! { <li class="govuk-breadcrumbs__list-item" aria-current="page">{self.text}</li> }
                .into_any(),
        }
    }
}

/// The way from the home page to this one. Not together with a back link.
///
/// ```text
/// <Breadcrumbs items=vec![Crumb::new("Home", "/"), Crumb::here("Old Hall")] collapse_on_mobile=true/>
/// ```
#[component]
pub fn Breadcrumbs(
    /// The steps, the topmost first.
    items: Vec<Crumb>,
    /// Shows the first and the last only, on small screens.
    #[prop(optional)]
    collapse_on_mobile: bool,
    /// What a screen reader calls it.
    #[prop(default = "Breadcrumb".to_owned(), into)]
    label: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    let collapse = if collapse_on_mobile { "govuk-breadcrumbs--collapse-on-mobile" } else { "" };
    let items: Vec<AnyView> = items.into_iter().map(Crumb::view).collect();
    view! {
        <nav {..attributes.spread()} class=join(&["govuk-breadcrumbs", &classes, collapse]) aria-label=label>
            <ol class="govuk-breadcrumbs__list">{items}</ol>
        </nav>
    }
    .into_any()
}
