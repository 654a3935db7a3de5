//! Service navigation.

use leptos::prelude::*;

use crate::support::{given, join};
use crate::{Attributes, Content};

/// Where a navigation link stands to the page that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Elsewhere,
    Section,
    Page,
}

/// One link of the service navigation.
#[derive(Default)]
pub struct NavItem {
    text: Content,
    href: Option<String>,
    place: Place,
    attributes: Attributes,
}

impl NavItem {
    /// A link: `NavItem::new("Your premises", "/premises")`.
    pub fn new(text: impl Into<Content>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }

    /// Text that is no link.
    pub fn plain(text: impl Into<Content>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Marks the link as the open page, if `current`.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        if current {
            self.place = Place::Page;
        }
        self
    }

    /// Marks the link as the section the open page is in, if `active`.
    #[must_use]
    pub fn active(mut self, active: bool) -> Self {
        if active && self.place == Place::Elsewhere {
            self.place = Place::Section;
        }
        self
    }

    /// More attributes of the link.
    #[must_use]
    pub fn attributes(mut self, attributes: impl Into<Attributes>) -> Self {
        self.attributes = attributes.into();
        self
    }

    fn view(self) -> AnyView {
        let (aria_current, active) = match self.place {
            Place::Elsewhere => (None, ""),
            Place::Section => (Some("true"), "govuk-service-navigation__item--active"),
            Place::Page => (Some("page"), "govuk-service-navigation__item--active"),
        };
        let text = if aria_current.is_some() {
            view! { <strong class="govuk-service-navigation__active-fallback">{self.text}</strong> }
                .into_any()
        } else {
            self.text.into_render()
        };
        let inner = match self.href {
            Some(href) => view! {
                <a
                    {..self.attributes.spread()}
                    class="govuk-service-navigation__link"
                    href=href
                    aria-current=aria_current
                >
                    {text}
                </a>
            }
            .into_any(),
            None => {
                view! { <span class="govuk-service-navigation__text" aria-current=aria_current>{text}</span> }
                    .into_any()
            }
        };
        view! { <li class=join(&["govuk-service-navigation__item", active])>{inner}</li> }.into_any()
    }
}

/// The links under the header, with the service's name.
///
/// ```text
/// <ServiceNavigation service_name="Venue self-assessment" service_url="/"
///     items=vec![NavItem::new("Your premises", "/premises").current(true)]/>
/// ```
#[component]
pub fn ServiceNavigation(
    /// The links.
    #[prop(optional)]
    items: Vec<NavItem>,
    /// The service's name.
    #[prop(optional, into)]
    service_name: String,
    /// Where the name links to.
    #[prop(optional, into)]
    service_url: String,
    /// What the navigation is called; the menu button's text if left out.
    #[prop(optional, into)]
    navigation_label: String,
    /// Id of the list.
    #[prop(default = "navigation".to_owned(), into)]
    navigation_id: String,
    /// More class names of the `<nav>`.
    #[prop(optional, into)]
    navigation_classes: String,
    /// Text of the button that the package's script shows on small screens.
    #[prop(default = "Menu".to_owned(), into)]
    menu_button_text: String,
    /// What a screen reader calls that button.
    #[prop(optional, into)]
    menu_button_label: String,
    /// Whether small screens get that button; with two links or more if left out.
    #[prop(optional_no_strip, into)]
    collapse_on_mobile: Option<bool>,
    /// A view after the links, such as a sign-out form.
    #[prop(optional, into)]
    end: Content,
    /// Puts that view on the same line.
    #[prop(optional)]
    end_inline: bool,
    /// What the whole is called.
    #[prop(default = "Service information".to_owned(), into)]
    aria_label: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    let is_landmark = !service_name.is_empty() || !end.is_empty();
    let collapse = collapse_on_mobile.unwrap_or(items.len() > 1);
    let label = given(navigation_label).unwrap_or_else(|| menu_button_text.clone());
    let button_label = given(menu_button_label).filter(|label| *label != menu_button_text);
    let navigation = (!items.is_empty()).then(|| {
        let button = collapse.then(|| {
            view! {
                <button
                    type="button"
                    class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                    aria-controls=navigation_id.clone()
                    aria-label=button_label
                    hidden=true
                    aria-hidden="true"
                >
                    {menu_button_text}
                </button>
            }
        });
        let items: Vec<AnyView> = items.into_iter().map(NavItem::view).collect();
        view! {
            <nav aria-label=label class=join(&["govuk-service-navigation__wrapper", &navigation_classes])>
                {button}
                <ul class="govuk-service-navigation__list" id=navigation_id>
                    {items}
                </ul>
            </nav>
        }
    });
    let inlining = if end_inline { "govuk-service-navigation__inlining-container" } else { "" };
    let inner = view! {
        <div class=join(&["govuk-width-container", inlining])>
            <div class="govuk-service-navigation__container">{name(service_name, service_url)}{navigation}</div>
            {end}
        </div>
    };
    let class = join(&["govuk-service-navigation", &classes]);
    if is_landmark {
        view! {
            <section
                {..attributes.spread()}
                aria-label=aria_label
                class=class
                data-module="govuk-service-navigation"
            >
                {inner}
            </section>
        }
        .into_any()
    } else {
        view! { <div {..attributes.spread()} class=class data-module="govuk-service-navigation">{inner}</div> }.into_any()
    }
}

fn name(name: String, url: String) -> Option<AnyView> {
    let name = given(name)?;
    let inner = match given(url) {
        Some(url) => view! { <a href=url class="govuk-service-navigation__link">{name}</a> }.into_any(),
        None => view! { <span class="govuk-service-navigation__text">{name}</span> }.into_any(),
    };
    Some(view! { <span class="govuk-service-navigation__service-name">{inner}</span> }.into_any())
}
