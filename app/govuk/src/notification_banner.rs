//! Notification banner.

use leptos::prelude::*;

use crate::support::{HeadingLevel, given, heading, join};
use crate::{Attributes, Content};

/// What a banner is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerKind {
    /// Something to know about the service.
    #[default]
    Important,
    /// Something the user did has worked.
    Success,
}

/// A message above the heading that is not about this page.
///
/// ```text
/// <NotificationBanner kind=BannerKind::Success text="Your answers are saved"/>
/// <NotificationBanner><p class="govuk-body">"..."</p></NotificationBanner>
/// ```
#[component]
pub fn NotificationBanner(
    /// What it is about.
    #[prop(optional)]
    kind: BannerKind,
    /// One line of text; for more, give children instead.
    #[prop(optional, into)]
    text: Content,
    /// The title; "Important" or "Success" if left out.
    #[prop(optional, into)]
    title: Content,
    /// The level of the title.
    #[prop(optional)]
    level: HeadingLevel,
    /// Id of the title; one of its own for each banner of a page.
    #[prop(default = "govuk-notification-banner-title".to_owned(), into)]
    title_id: String,
    /// ARIA role; `alert` for a success, else `region`.
    #[prop(optional, into)]
    role: String,
    /// Keeps the script from moving the focus here when the page opens.
    #[prop(optional_no_strip, into)]
    disable_auto_focus: Option<bool>,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
    /// The message.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let (kind_class, default_title, default_role) = match kind {
        BannerKind::Important => ("", "Important", "region"),
        BannerKind::Success => ("govuk-notification-banner--success", "Success", "alert"),
    };
    let title = if title.is_empty() { default_title.into() } else { title };
    let title = heading(level, "govuk-notification-banner__title".into(), Some(title_id.clone()), title);
    let message = match children {
        Some(children) => children(),
        None if text.is_empty() => ().into_any(),
        None => view! { <p class="govuk-notification-banner__heading">{text}</p> }.into_any(),
    };
    view! {
        <div
            class=join(&["govuk-notification-banner", kind_class, &classes])
            role=given(role).unwrap_or_else(|| default_role.to_owned())
            aria-labelledby=title_id
            data-module="govuk-notification-banner"
            data-disable-auto-focus=disable_auto_focus.map(|on| on.to_string())
            {..attributes.spread()}
        >
            <div class="govuk-notification-banner__header">{title}</div>
            <div class="govuk-notification-banner__content">{message}</div>
        </div>
    }
    .into_any()
}
