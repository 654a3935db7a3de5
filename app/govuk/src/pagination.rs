//! Pagination.

use leptos::prelude::*;

use crate::support::{given, join};
use crate::{Attributes, Content};

/// The link to the page before or after.
#[derive(Default)]
pub struct PageLink {
    href: String,
    text: Content,
    label: String,
    attributes: Attributes,
}

impl PageLink {
    /// A link that says "Previous page" or "Next page".
    pub fn new(href: impl Into<String>) -> Self {
        Self { href: href.into(), ..Self::default() }
    }

    /// Other words.
    #[must_use]
    pub fn text(mut self, text: impl Into<Content>) -> Self {
        self.text = text.into();
        self
    }

    /// The title of that page, shown when there are no page numbers.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// More attributes.
    #[must_use]
    pub fn attributes(mut self, attributes: impl Into<Attributes>) -> Self {
        self.attributes = attributes.into();
        self
    }

    fn view(self, is_next: bool, is_block: bool) -> AnyView {
        let rel = if is_next { "next" } else { "prev" };
        let label = given(self.label);
        let plain = is_block && label.is_none();
        let decorated = if plain { "govuk-pagination__link-title--decorated" } else { "" };
        let text = if self.text.is_empty() {
            let word = if is_next { "Next" } else { "Previous" };
            view! { {word}<span class="govuk-visually-hidden">" page"</span> }.into_any()
        } else {
            self.text.into_render()
        };
        let label = label.filter(|_| is_block).map(|label| {
            view! {
                " "
                <span class="govuk-visually-hidden">":"</span>
                " "
                <span class="govuk-pagination__link-label">{label}</span>
            }
        });
        let (before, after) =
            if is_block || !is_next { (Some(arrow(is_next)), None) } else { (None, Some(arrow(true))) };
        view! {
            <div class=format!("govuk-pagination__{rel}")>
                <a
                    {..self.attributes.spread()}
                    class="govuk-link govuk-pagination__link"
                    href=self.href
                    rel=rel
                >
                    {before}
                    <span class=join(&["govuk-pagination__link-title", decorated])>{text}</span>
                    {label}
                    {after}
                </a>
            </div>
        }
        .into_any()
    }
}

fn arrow(is_next: bool) -> AnyView {
    let (side, path) = if is_next {
        (
            "next",
            "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
        )
    } else {
        (
            "prev",
            "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
        )
    };
    view! {
        <svg
            class=format!("govuk-pagination__icon govuk-pagination__icon--{side}")
            xmlns="http://www.w3.org/2000/svg"
            height="13"
            width="15"
            aria-hidden="true"
            focusable="false"
            viewBox="0 0 15 13"
        >
            <path d=path></path>
        </svg>
    }
    .into_any()
}

/// One page number, or the gap between some.
pub enum PageItem {
    /// A page.
    Page {
        /// What it says.
        number: String,
        /// Where it goes.
        href: String,
        /// Whether it is the open page.
        current: bool,
        /// What a screen reader says; "Page" and the number if empty.
        aria_label: String,
        /// More attributes.
        attributes: Attributes,
    },
    /// Pages left out.
    Ellipsis,
}

impl PageItem {
    /// A page: `PageItem::page(2, "/premises?page=2", page == 2)`.
    pub fn page(number: usize, href: impl Into<String>, current: bool) -> Self {
        Self::Page {
            number: number.to_string(),
            href: href.into(),
            current,
            aria_label: String::new(),
            attributes: Attributes::default(),
        }
    }

    fn view(self) -> AnyView {
        let Self::Page { number, href, current, aria_label, attributes } = self else {
            return view! { <li class="govuk-pagination__item govuk-pagination__item--ellipsis">"⋯"</li> }
                .into_any();
        };
        let class = if current { "govuk-pagination__item--current" } else { "" };
        let label = given(aria_label).unwrap_or_else(|| format!("Page {number}"));
        view! {
            <li class=join(&["govuk-pagination__item", class])>
                <a
                    {..attributes.spread()}
                    class="govuk-link govuk-pagination__link"
                    href=href
                    aria-label=label
                    aria-current=current.then_some("page")
                >
                    {number}
                </a>
            </li>
        }
        .into_any()
    }
}

/// Links between the pages of a list.
///
/// ```text
/// <Pagination previous=PageLink::new("?page=1") next=PageLink::new("?page=3")
///     items=vec![PageItem::page(1, "?page=1", false), PageItem::page(2, "?page=2", true)]/>
/// ```
#[component]
pub fn Pagination(
    /// The page before.
    #[prop(optional_no_strip, into)]
    previous: Option<PageLink>,
    /// The page after.
    #[prop(optional_no_strip, into)]
    next: Option<PageLink>,
    /// The page numbers.
    #[prop(optional)]
    items: Vec<PageItem>,
    /// What a screen reader calls it.
    #[prop(default = "Pagination".to_owned(), into)]
    label: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    let is_block = items.is_empty() && (previous.is_some() || next.is_some());
    let block = if is_block { "govuk-pagination--block" } else { "" };
    let previous = previous.map(|link| link.view(false, is_block));
    let next = next.map(|link| link.view(true, is_block));
    let items: Vec<AnyView> = items.into_iter().map(PageItem::view).collect();
    let list = (!items.is_empty()).then(|| view! { <ul class="govuk-pagination__list">{items}</ul> });
    view! {
        <nav {..attributes.spread()} class=join(&["govuk-pagination", block, &classes]) aria-label=label>
            {previous}
            {list}
            {next}
        </nav>
    }
    .into_any()
}
