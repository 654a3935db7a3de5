//! Select.

use leptos::prelude::*;

use crate::field::{Notes, labelled};
use crate::support::{given, join};
use crate::{Attributes, Content, FieldTitle};

/// One option of a select: `SelectItem::new("hackney", "Hackney")`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SelectItem {
    value: Option<String>,
    text: String,
    selected: Option<bool>,
    disabled: bool,
    attributes: Attributes,
}

impl SelectItem {
    /// An option: the value sent, the text shown.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: Some(value.into()), text: text.into(), ..Self::default() }
    }

    /// An option that sends its text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Selected or not, whatever the select's own value says.
    #[must_use]
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// Cannot be chosen.
    #[must_use]
    pub fn disabled(mut self) -> Self {
        self.disabled = true;
        self
    }

    /// More attributes.
    #[must_use]
    pub fn attributes(mut self, attributes: impl Into<Attributes>) -> Self {
        self.attributes = attributes.into();
        self
    }

    fn view(self, chosen: &str) -> AnyView {
        let sends = self.value.as_deref().unwrap_or(&self.text);
        let selected = self.selected.unwrap_or(!chosen.is_empty() && sends == chosen);
        view! {
            <option value=self.value selected=selected disabled=self.disabled {..self.attributes.spread()}>
                {self.text}
            </option>
        }
        .into_any()
    }
}

/// A choice of one from a long list. For a short one use [`Radios`](crate::Radios).
///
/// ```text
/// <Select id="authority" label="Local authority" value=form.authority
///     items=vec![SelectItem::new("", "Choose one"), SelectItem::new("E09000012", "Hackney")]/>
/// ```
#[component]
pub fn Select(
    /// Id of the field; the error summary links to it.
    #[prop(into)]
    id: String,
    /// Name in the form; the id if left out.
    #[prop(optional, into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: FieldTitle,
    /// The options.
    #[prop(optional)]
    items: Vec<SelectItem>,
    /// The value of the option that is chosen.
    #[prop(optional, into)]
    value: String,
    /// Help under the label.
    #[prop(optional, into)]
    hint: Content,
    /// What is wrong; `None` or empty if nothing is.
    #[prop(optional, into)]
    error: Content,
    /// Cannot be changed or sent.
    #[prop(optional)]
    disabled: bool,
    /// Ids of other elements that describe the field.
    #[prop(optional, into)]
    described_by: String,
    /// More class names of the field.
    #[prop(optional, into)]
    classes: String,
    /// More attributes of the field.
    #[prop(optional, into)]
    attributes: Attributes,
    /// More class names of the form group.
    #[prop(optional, into)]
    group_classes: String,
    /// More attributes of the form group.
    #[prop(optional, into)]
    group_attributes: Attributes,
) -> AnyView {
    let notes = Notes::new(&id, hint, error);
    let error_class = if notes.has_error() { "govuk-select--error" } else { "" };
    let name = given(name).unwrap_or_else(|| id.clone());
    let items: Vec<AnyView> = items.into_iter().map(|item| item.view(&value)).collect();
    let field = view! {
        <select
            {..attributes.spread()}
            class=join(&["govuk-select", &classes, error_class])
            id=id
            name=name
            disabled=disabled
            aria-describedby=notes.described_by(&described_by)
        >
            {items}
        </select>
    };
    labelled(label, notes, &group_classes, group_attributes, field)
}
