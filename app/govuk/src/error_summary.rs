//! Error summary.

use leptos::prelude::*;

use crate::support::join;
use crate::{Attributes, Content};

/// One line of the error summary.
#[derive(Default)]
pub struct ErrorItem {
    text: Content,
    href: Option<String>,
    attributes: Attributes,
}

impl ErrorItem {
    /// An error with a link to its field: `ErrorItem::new("Enter a name", "#name")`.
    pub fn new(text: impl Into<Content>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }

    /// An error of the page as a whole.
    pub fn plain(text: impl Into<Content>) -> Self {
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
            Some(href) => {
                view! { <li><a {..self.attributes.spread()} href=href>{self.text}</a></li> }.into_any()
            }
            None => view! { <li>{self.text}</li> }.into_any(),
        }
    }
}

/// All errors of a page, above its heading. Shows nothing when there are none.
///
/// ```text
/// <ErrorSummary errors=vec![ErrorItem::new("Enter a name", "#name")]/>
/// ```
#[component]
pub fn ErrorSummary(
    /// The errors, in the order of the fields.
    errors: Vec<ErrorItem>,
    /// The heading.
    #[prop(default = "There is a problem".into(), into)]
    title: Content,
    /// A sentence under the heading.
    #[prop(optional, into)]
    description: Content,
    /// Keeps the script from moving the focus here when the page opens.
    #[prop(optional_no_strip, into)]
    disable_auto_focus: Option<bool>,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    if errors.is_empty() && description.is_empty() {
        return ().into_any();
    }
    let description = (!description.is_empty()).then(|| view! { <p>{description}</p> });
    let list = (!errors.is_empty()).then(|| {
        let items: Vec<AnyView> = errors.into_iter().map(ErrorItem::view).collect();
        view! { <ul class="govuk-list govuk-error-summary__list">{items}</ul> }
    });
    view! {
        <div
            class=join(&["govuk-error-summary", &classes])
            data-disable-auto-focus=disable_auto_focus.map(|on| on.to_string())
            data-module="govuk-error-summary"
            {..attributes.spread()}
        >
            <div role="alert">
                <h2 class="govuk-error-summary__title">{title}</h2>
                <div class="govuk-error-summary__body">{description}{list}</div>
            </div>
        </div>
    }
    .into_any()
}
