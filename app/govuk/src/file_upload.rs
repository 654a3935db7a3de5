//! File upload.

use leptos::prelude::*;

use crate::field::{Notes, labelled};
use crate::support::{given, join};
use crate::{Attributes, Content, FieldTitle};

/// A file to send. Its form needs `enctype="multipart/form-data"`.
///
/// ```text
/// <FileUpload id="file" label="The file" accept=".csv" error=errors.text("file")/>
/// ```
#[component]
pub fn FileUpload(
    /// Id of the field; the error summary links to it.
    #[prop(into)]
    id: String,
    /// Name in the form; the id if left out.
    #[prop(optional, into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: FieldTitle,
    /// Help under the label.
    #[prop(optional, into)]
    hint: Content,
    /// What is wrong; `None` or empty if nothing is.
    #[prop(optional, into)]
    error: Content,
    /// The kinds of file to offer, such as `.csv`.
    #[prop(optional, into)]
    accept: String,
    /// Whether several files can be chosen.
    #[prop(optional)]
    multiple: bool,
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
    let error_class = if notes.has_error() { "govuk-file-upload--error" } else { "" };
    let name = if name.is_empty() { id.clone() } else { name };
    let field = view! {
        <input
            class=join(&["govuk-file-upload", &classes, error_class])
            id=id
            name=name
            type="file"
            accept=given(accept)
            disabled=disabled
            multiple=multiple
            aria-describedby=notes.described_by(&described_by)
            {..attributes.spread()}
        />
    };
    labelled(label, notes, &group_classes, group_attributes, field)
}
