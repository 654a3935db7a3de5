//! Summary list and summary card.

use leptos::prelude::*;

use crate::support::{HeadingLevel, heading, join};
use crate::{Attributes, Content};

/// A link that changes or removes what a row shows.
#[derive(Default)]
pub struct RowAction {
    text: Content,
    href: String,
    hidden: String,
    classes: String,
    attributes: Attributes,
}

impl RowAction {
    /// A link: `RowAction::new("Change", "/premises/1/name").hidden("premises name")`.
    pub fn new(text: impl Into<Content>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), ..Self::default() }
    }

    /// What a screen reader adds to the link's text.
    #[must_use]
    pub fn hidden(mut self, hidden: impl Into<String>) -> Self {
        self.hidden = hidden.into();
        self
    }

    /// More class names.
    #[must_use]
    pub fn classes(mut self, classes: impl Into<String>) -> Self {
        self.classes = classes.into();
        self
    }

    /// More attributes.
    #[must_use]
    pub fn attributes(mut self, attributes: impl Into<Attributes>) -> Self {
        self.attributes = attributes.into();
        self
    }

    fn view(self, card_title: &str) -> AnyView {
        let hidden = if self.hidden.is_empty() { String::new() } else { format!(" {}", self.hidden) };
        let title = if card_title.is_empty() { String::new() } else { format!(" ({card_title})") };
        let hidden = hidden + &title;
        let hidden =
            (!hidden.is_empty()).then(|| view! { <span class="govuk-visually-hidden">{hidden}</span> });
        view! {
            <a {..self.attributes.spread()} class=join(&["govuk-link", &self.classes]) href=self.href>
                {self.text}
                {hidden}
            </a>
        }
        .into_any()
    }
}

/// One link stands alone, several make a list.
fn actions(actions: Vec<RowAction>, item_class: &'static str, card_title: &str) -> (bool, Vec<AnyView>) {
    let is_list = actions.len() > 1;
    let views = actions.into_iter().map(|action| {
        let link = action.view(card_title);
        if is_list { view! { <li class=item_class>{link}</li> }.into_any() } else { link }
    });
    (is_list, views.collect())
}

/// A row: `SummaryRow::new("Name", premises.name).action(RowAction::new("Change", url).hidden("name"))`.
#[derive(Default)]
pub struct SummaryRow {
    key: Content,
    value: Content,
    actions: Vec<RowAction>,
    classes: String,
    key_classes: String,
    value_classes: String,
    actions_classes: String,
}

impl SummaryRow {
    /// A row without links.
    pub fn new(key: impl Into<Content>, value: impl Into<Content>) -> Self {
        Self { key: key.into(), value: value.into(), ..Self::default() }
    }

    /// Adds a link.
    #[must_use]
    pub fn action(mut self, action: RowAction) -> Self {
        self.actions.push(action);
        self
    }

    /// More class names of the row.
    #[must_use]
    pub fn classes(mut self, classes: impl Into<String>) -> Self {
        self.classes = classes.into();
        self
    }

    /// More class names of the key.
    #[must_use]
    pub fn key_classes(mut self, classes: impl Into<String>) -> Self {
        self.key_classes = classes.into();
        self
    }

    /// More class names of the value.
    #[must_use]
    pub fn value_classes(mut self, classes: impl Into<String>) -> Self {
        self.value_classes = classes.into();
        self
    }

    /// More class names of the links' cell.
    #[must_use]
    pub fn actions_classes(mut self, classes: impl Into<String>) -> Self {
        self.actions_classes = classes.into();
        self
    }

    fn view(self, any_actions: bool, card_title: &str) -> AnyView {
        let none = any_actions && self.actions.is_empty();
        let none = if none { "govuk-summary-list__row--no-actions" } else { "" };
        let links = (!self.actions.is_empty()).then(|| {
            let (is_list, links) = actions(self.actions, "govuk-summary-list__actions-list-item", card_title);
            let links = if is_list {
                view! { <ul class="govuk-summary-list__actions-list">{links}</ul> }.into_any()
            } else {
                links.into_any()
            };
            view! { <dd class=join(&["govuk-summary-list__actions", &self.actions_classes])>{links}</dd> }
        });
        view! {
            <div class=join(&["govuk-summary-list__row", none, &self.classes])>
                <dt class=join(&["govuk-summary-list__key", &self.key_classes])>{self.key}</dt>
                <dd class=join(&["govuk-summary-list__value", &self.value_classes])>{self.value}</dd>
                {links}
            </div>
        }
        .into_any()
    }
}

/// A frame with a title around a summary list.
#[derive(Default)]
pub struct SummaryCard {
    title: String,
    level: HeadingLevel,
    actions: Vec<RowAction>,
    classes: String,
    attributes: Attributes,
}

impl SummaryCard {
    /// A card; its title is read out with every link in it.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// The level of the title.
    #[must_use]
    pub fn level(mut self, level: HeadingLevel) -> Self {
        self.level = level;
        self
    }

    /// Adds a link beside the title.
    #[must_use]
    pub fn action(mut self, action: RowAction) -> Self {
        self.actions.push(action);
        self
    }

    /// More class names.
    #[must_use]
    pub fn classes(mut self, classes: impl Into<String>) -> Self {
        self.classes = classes.into();
        self
    }

    /// More attributes.
    #[must_use]
    pub fn attributes(mut self, attributes: impl Into<Attributes>) -> Self {
        self.attributes = attributes.into();
        self
    }

    fn view(self, list: AnyView) -> AnyView {
        let (is_list, links) = actions(self.actions, "govuk-summary-card__action", &self.title);
        let links = match (is_list, links.is_empty()) {
            (true, _) => view! { <ul class="govuk-summary-card__actions">{links}</ul> }.into_any(),
            (false, false) => view! { <div class="govuk-summary-card__actions">{links}</div> }.into_any(),
            (false, true) => ().into_any(),
        };
        let title = (!self.title.is_empty())
            .then(|| heading(self.level, "govuk-summary-card__title".into(), None, self.title.into()));
        view! {
            <div class=join(&["govuk-summary-card", &self.classes]) {..self.attributes.spread()}>
                <div class="govuk-summary-card__title-wrapper">{title}{links}</div>
                <div class="govuk-summary-card__content">{list}</div>
            </div>
        }
        .into_any()
    }
}

/// Questions and answers, each with a link to change it.
///
/// ```text
/// <SummaryList rows=vec![SummaryRow::new("Name", name).action(RowAction::new("Change", url).hidden("name"))]/>
/// <SummaryList rows=rows card=SummaryCard::new("Old Hall")/>
/// ```
#[component]
pub fn SummaryList(
    /// The rows.
    rows: Vec<SummaryRow>,
    /// A card around the list.
    #[prop(optional_no_strip, into)]
    card: Option<SummaryCard>,
    /// More class names, such as `govuk-summary-list--no-border`.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    let any_actions = rows.iter().any(|row| !row.actions.is_empty());
    let title = card.as_ref().map(|card| card.title.clone()).unwrap_or_default();
    let rows: Vec<AnyView> = rows.into_iter().map(|row| row.view(any_actions, &title)).collect();
    let list = view! {
        <dl class=join(&["govuk-summary-list", &classes]) {..attributes.spread()}>{rows}</dl>
    }
    .into_any();
    match card {
        Some(card) => card.view(list),
        None => list,
    }
}
