//! Character count.

use leptos::prelude::*;

use crate::support::join;
use crate::{Attributes, Content, FieldTitle, Hint, TextArea};

/// How much a text area takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// So many characters.
    Characters(u32),
    /// So many words.
    Words(u32),
}

/// A text area that says how much it takes; the package's script counts down. The server checks.
///
/// ```text
/// <CharacterCount id="notes" label="Notes" limit=Limit::Characters(2000) value=form.notes/>
/// ```
#[component]
pub fn CharacterCount(
    /// Id of the field; the error summary links to it.
    #[prop(into)]
    id: String,
    /// Name in the form; the id if left out.
    #[prop(optional, into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: FieldTitle,
    /// How much it takes.
    limit: Limit,
    /// Percentage of the limit from which the script shows the count.
    #[prop(optional_no_strip, into)]
    threshold: Option<u8>,
    /// What the field holds.
    #[prop(optional, into)]
    value: String,
    /// Help under the label.
    #[prop(optional, into)]
    hint: Content,
    /// What is wrong; `None` or empty if nothing is.
    #[prop(optional, into)]
    error: Content,
    /// Lines shown.
    #[prop(default = 5)]
    rows: u16,
    /// Whether the browser checks spelling; left out, it decides.
    #[prop(optional_no_strip, into)]
    spellcheck: Option<bool>,
    /// More class names of the message.
    #[prop(optional, into)]
    message_classes: String,
    /// More class names of the field.
    #[prop(optional, into)]
    classes: String,
    /// More attributes of the field.
    #[prop(optional, into)]
    attributes: Attributes,
    /// More class names of the form group.
    #[prop(optional, into)]
    group_classes: String,
) -> AnyView {
    let (attribute, count, unit) = match limit {
        Limit::Characters(count) => ("data-maxlength", count, "characters"),
        Limit::Words(count) => ("data-maxwords", count, "words"),
    };
    let mut group =
        Attributes::from([("data-module", "govuk-character-count")]).with(attribute, count.to_string());
    if let Some(threshold) = threshold {
        group = group.with("data-threshold", threshold.to_string());
    }
    if let Limit::Words(_) = limit {
        group = group.with("data-count-type", "words");
    }
    let message = view! {
        <Hint
            id=format!("{id}-info")
            text=format!("You can enter up to {count} {unit}")
            classes=join(&["govuk-character-count__message", &message_classes])
        />
    };
    let described_by = format!("{id}-info");
    let field = TextArea(
        crate::text_area::TextAreaProps::builder()
            .id(id)
            .name(name)
            .label(label)
            .value(value)
            .hint(hint)
            .error(error)
            .rows(rows)
            .spellcheck(spellcheck)
            .after(Content::view(message))
            .described_by(described_by)
            .classes(join(&["govuk-js-character-count", &classes]))
            .attributes(attributes)
            .group_classes(join(&["govuk-character-count", &group_classes]))
            .group_attributes(group)
            .build(),
    );
    field.into_any()
}
