//! The frame that radios and checkboxes share.

use leptos::prelude::*;

use crate::choice::ListOf;
use crate::field::{Notes, form_group};
use crate::support::join;
use crate::{Attributes, Choice, Content, FieldTitle, Fieldset};

/// Options that radios and checkboxes have in common.
pub(crate) struct ChoiceList {
    pub(crate) block: &'static str,
    pub(crate) input_type: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) legend: FieldTitle,
    pub(crate) items: Vec<Choice>,
    pub(crate) hint: Content,
    pub(crate) error: Content,
    pub(crate) described_by: String,
    pub(crate) fieldset_classes: String,
    pub(crate) fieldset_attributes: Attributes,
    pub(crate) classes: String,
    pub(crate) attributes: Attributes,
    pub(crate) group_classes: String,
    pub(crate) group_attributes: Attributes,
}

impl ChoiceList {
    /// `chosen` says whether a value is among those chosen.
    pub(crate) fn view(self, chosen: impl Fn(&str) -> bool) -> AnyView {
        let Self { block, input_type, id, name, .. } = self;
        let notes = Notes::new(&id, self.hint, self.error);
        let has_error = notes.has_error();
        let described_by = notes.described_by(&self.described_by).unwrap_or_default();
        let has_fieldset = !self.legend.content.is_empty();
        // Checkboxes without a fieldset carry the description themselves, radios do not.
        let on_items = if has_fieldset || input_type == "radio" { "" } else { described_by.as_str() };
        let name = if name.is_empty() { id.clone() } else { name };
        let list = ListOf { block, input_type, id: &id, name: &name, described_by: on_items };
        let items: Vec<AnyView> = self
            .items
            .into_iter()
            .enumerate()
            .map(|(index, item)| list.item(item, index + 1, &chosen))
            .collect();
        let inner = view! {
            {notes.view()}
            <div {..self.attributes.spread()} class=join(&[block, &self.classes]) data-module=block>
                {items}
            </div>
        };
        let inner = if has_fieldset {
            view! {
                <Fieldset
                    legend=self.legend
                    described_by=described_by
                    classes=self.fieldset_classes
                    attributes=self.fieldset_attributes
                >
                    {inner}
                </Fieldset>
            }
            .into_any()
        } else {
            inner.into_any()
        };
        form_group(has_error, &self.group_classes, self.group_attributes, inner)
    }
}
