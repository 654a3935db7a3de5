//! One radio or checkbox.

use leptos::prelude::*;

use crate::label::item_label;
use crate::support::{given, join};
use crate::{Attributes, Content, Hint};

/// One radio or checkbox, or the word between two groups of them.
///
/// ```text
/// Choice::new("yes", "Yes").hint("Include volunteers").conditional(view! { <Input id="how-many" label="How many?"/> })
/// Choice::divider("or"), Choice::new("none", "None of these").exclusive()
/// ```
pub struct Choice(pub(crate) Kind);

pub(crate) enum Kind {
    Divider(String),
    Item(Box<Item>),
}

#[derive(Default)]
pub(crate) struct Item {
    pub(crate) value: String,
    text: Content,
    hint: Content,
    conditional: Content,
    below: Content,
    pub(crate) checked: Option<bool>,
    disabled: bool,
    exclusive: bool,
    id: String,
    name: String,
    label_classes: String,
    label_attributes: Attributes,
    attributes: Attributes,
}

impl Choice {
    /// An item: the value sent, the text shown.
    pub fn new(value: impl Into<String>, text: impl Into<Content>) -> Self {
        Self(Kind::Item(Box::new(Item { value: value.into(), text: text.into(), ..Item::default() })))
    }

    /// A word between items, usually "or".
    pub fn divider(word: impl Into<String>) -> Self {
        Self(Kind::Divider(word.into()))
    }

    fn set(mut self, change: impl FnOnce(&mut Item)) -> Self {
        if let Kind::Item(item) = &mut self.0 {
            change(item);
        }
        self
    }

    /// Help under the item.
    #[must_use]
    pub fn hint(self, hint: impl Into<Content>) -> Self {
        self.set(|item| item.hint = hint.into())
    }

    /// Fields below the item, hidden by the package's script until it is chosen.
    #[must_use]
    pub fn conditional(self, view: impl IntoAny) -> Self {
        self.set(|item| item.conditional = Content::view(view))
    }

    /// Fields below the item that always show. Below a radio use this: the package's script marks a
    /// radio that hides fields with `aria-expanded`, which ARIA allows on a checkbox only.
    #[must_use]
    pub fn below(self, view: impl IntoAny) -> Self {
        self.set(|item| item.below = Content::view(view))
    }

    /// Checked or not, whatever the list's own value says.
    #[must_use]
    pub fn checked(self, checked: bool) -> Self {
        self.set(|item| item.checked = Some(checked))
    }

    /// Cannot be chosen.
    #[must_use]
    pub fn disabled(self) -> Self {
        self.set(|item| item.disabled = true)
    }

    /// A checkbox that unticks the others, for "None of these". Radios ignore it.
    #[must_use]
    pub fn exclusive(self) -> Self {
        self.set(|item| item.exclusive = true)
    }

    /// An id of its own.
    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        self.set(|item| item.id = id.into())
    }

    /// A name of its own. Radios ignore it.
    #[must_use]
    pub fn name(self, name: impl Into<String>) -> Self {
        self.set(|item| item.name = name.into())
    }

    /// More class names of the label.
    #[must_use]
    pub fn label_classes(self, classes: impl Into<String>) -> Self {
        self.set(|item| item.label_classes = classes.into())
    }

    /// More attributes of the label.
    #[must_use]
    pub fn label_attributes(self, attributes: impl Into<Attributes>) -> Self {
        self.set(|item| item.label_attributes = attributes.into())
    }

    /// More attributes of the field.
    #[must_use]
    pub fn attributes(self, attributes: impl Into<Attributes>) -> Self {
        self.set(|item| item.attributes = attributes.into())
    }
}

/// What the items of one list share.
pub(crate) struct ListOf<'a> {
    /// `govuk-radios` or `govuk-checkboxes`.
    pub(crate) block: &'static str,
    pub(crate) input_type: &'static str,
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
    /// Describes every item, when there is no fieldset to hold it.
    pub(crate) described_by: &'a str,
}

impl ListOf<'_> {
    /// One item. The first has the list's own id, so that the error summary can link to it.
    pub(crate) fn item(&self, choice: Choice, position: usize, chosen: impl Fn(&str) -> bool) -> AnyView {
        let item = match choice.0 {
            Kind::Divider(word) => {
                return view! { <div class=format!("{}__divider", self.block)>{word}</div> }.into_any();
            }
            Kind::Item(item) => *item,
        };
        let block = self.block;
        let id = match (item.id.is_empty(), position) {
            (false, _) => item.id,
            (true, 1) => self.id.to_owned(),
            (true, _) => format!("{}-{position}", self.id),
        };
        let radio = self.input_type == "radio";
        let name = if item.name.is_empty() || radio { self.name.to_owned() } else { item.name };
        let checked = item.checked.unwrap_or_else(|| chosen(&item.value));
        let hint_id = if item.hint.is_empty() { String::new() } else { format!("{id}-item-hint") };
        let conditional_id = format!("conditional-{id}");
        let hint = (!item.hint.is_empty()).then(|| {
            view! { <Hint id=hint_id.clone() classes=format!("{block}__hint") text=item.hint/> }
        });
        let controls = (!item.conditional.is_empty()).then(|| conditional_id.clone());
        let conditional = (!item.conditional.is_empty()).then(|| {
            let hidden = if checked { String::new() } else { format!("{block}__conditional--hidden") };
            let class = join(&[&format!("{block}__conditional"), &hidden]);
            view! { <div class=class id=conditional_id>{item.conditional}</div> }
        });
        let below = (!item.below.is_empty())
            .then(|| view! { <div class=format!("{block}__conditional")>{item.below}</div> });
        let label_classes = join(&[&format!("{block}__label"), &item.label_classes]);
        view! {
            <div class=format!("{block}__item")>
                <input
                    class=format!("{block}__input")
                    id=id.clone()
                    name=name
                    type=self.input_type
                    value=item.value
                    checked=checked
                    disabled=item.disabled
                    data-aria-controls=controls
                    data-behaviour=(item.exclusive && !radio).then_some("exclusive")
                    aria-describedby=given(join(&[self.described_by, &hint_id]))
                    {..item.attributes.spread()}
                />
                {item_label(label_classes, item.label_attributes, id, item.text)}
                {hint}
            </div>
            {conditional}
            {below}
        }
        .into_any()
    }
}
