//! Header for services outside GOV.UK.

use leptos::prelude::*;

use crate::Attributes;
use crate::support::join;

/// The bar at the top, with the service's own name. It sits inside the page's `<header>`.
///
/// ```text
/// <header><GenericHeader>"Venue self-assessment"</GenericHeader></header>
/// ```
#[component]
pub fn GenericHeader(
    /// Where the name links to.
    #[prop(default = "/".to_owned(), into)]
    url: String,
    /// Class names of the container.
    #[prop(default = "govuk-width-container".to_owned(), into)]
    container_classes: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
    /// The name, or an image with a text alternative.
    children: Children,
) -> AnyView {
    view! {
        <div class=join(&["govuk-generic-header", &classes]) {..attributes.spread()}>
            <div class=join(&["govuk-generic-header__container", &container_classes])>
                <div class="govuk-generic-header__logo">
                    <a href=url class="govuk-generic-header__homepage-link">
                        {children()}
                    </a>
                </div>
            </div>
        </div>
    }
    .into_any()
}
