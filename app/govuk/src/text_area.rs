//! Text area.

use leptos::prelude::*;

use crate::field::{Notes, labelled};
use crate::support::{given, join};
use crate::{Attributes, Content, FieldTitle};

/// The inner HTML of a text area. Leptos 0.8 writes the children of this element unescaped, so
/// this crate escapes them, here and nowhere else.
fn inner_html(value: &str) -> String {
    // The parser eats one newline after the tag; a browser that sets innerHTML eats none.
    let lead = if cfg!(target_arch = "wasm32") { "" } else { "\n" };
    format!("{lead}{}", value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
}

/// Several lines of text.
///
/// ```text
/// <TextArea id="notes" label="Notes" value=form.notes error=errors.text("notes") rows=8/>
/// <TextArea id="plan" label=FieldTitle::heading("Who calls 999?") hint="Do not enter classified text"/>
/// ```
#[component]
pub fn TextArea(
    /// Id of the field; the error summary links to it.
    #[prop(into)]
    id: String,
    /// Name in the form; the id if left out.
    #[prop(optional, into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: FieldTitle,
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
    /// What the browser may fill in.
    #[prop(optional, into)]
    autocomplete: String,
    /// Cannot be changed or sent.
    #[prop(optional)]
    disabled: bool,
    /// An element after the field (the character count's message).
    #[prop(optional, into)]
    after: Content,
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
    let error_class = if notes.has_error() { "govuk-textarea--error" } else { "" };
    let name = if name.is_empty() { id.clone() } else { name };
    let field = view! {
        <textarea
            class=join(&["govuk-textarea", error_class, &classes])
            id=id
            name=name
            rows=rows.to_string()
            spellcheck=spellcheck.map(|on| on.to_string())
            disabled=disabled
            aria-describedby=notes.described_by(&described_by)
            autocomplete=given(autocomplete)
            inner_html=inner_html(&value)
            {..attributes.spread()}
        ></textarea>
    };
    labelled(label, notes, &group_classes, group_attributes, view! { {field}{after} })
}
