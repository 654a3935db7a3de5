//! The service's own footer.

use leptos::prelude::*;

/// A link of the footer: `FooterLink::new("Privacy notice", "/privacy")`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FooterLink {
    text: String,
    href: String,
}

impl FooterLink {
    /// A link: its text, where it goes.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into() }
    }
}

/// The bottom of every page. Not the package's footer: that carries the crown and a licence that
/// this service has no claim to.
///
/// ```text
/// <Footer links=vec![FooterLink::new("Accessibility", "/accessibility")]>
///     "This is not GOV.UK, the police or the SIA."
/// </Footer>
/// ```
#[component]
pub fn Footer(
    /// The links.
    links: Vec<FooterLink>,
    /// Heading of the links, for screen readers.
    #[prop(default = "Support links".to_owned(), into)]
    heading: String,
    /// Text under the links: who runs the service, and that it is not GOV.UK, the police or the SIA.
    children: Children,
) -> AnyView {
    let links: Vec<AnyView> = links
        .into_iter()
        .map(|FooterLink { text, href }| {
            view! {
                <li class="portal-footer__item">
                    <a class="govuk-link govuk-link--text-colour" href=href>
                        {text}
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <footer class="portal-footer">
            <div class="govuk-width-container">
                <h2 class="govuk-visually-hidden">{heading}</h2>
                <ul class="portal-footer__list">{links}</ul>
                <div class="portal-footer__text">{children()}</div>
            </div>
        </footer>
    }
    .into_any()
}
