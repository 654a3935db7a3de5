//! The frame around one field: form group, label, hint, error, and what describes the field.

use leptos::prelude::*;

use crate::support::join;
use crate::{Attributes, Content, ErrorMessage, FieldTitle, Hint, Label};

/// Hint and error of a field, and the ids that go into `aria-describedby`.
pub(crate) struct Notes {
    id: String,
    hint: Content,
    error: Content,
}

impl Notes {
    pub(crate) fn new(id: &str, hint: Content, error: Content) -> Self {
        Self { id: id.to_owned(), hint, error }
    }

    pub(crate) fn has_error(&self) -> bool {
        !self.error.is_empty()
    }

    /// `base` is what the author named, then the hint, then the error.
    pub(crate) fn described_by(&self, base: &str) -> Option<String> {
        let hint = if self.hint.is_empty() { String::new() } else { format!("{}-hint", self.id) };
        let error = if self.error.is_empty() { String::new() } else { format!("{}-error", self.id) };
        crate::support::given(join(&[base, &hint, &error]))
    }

    /// The hint and the error, in this order.
    pub(crate) fn view(self) -> AnyView {
        let Self { id, hint, error } = self;
        let hint = (!hint.is_empty()).then(|| view! { <Hint id=format!("{id}-hint") text=hint/> });
        let error =
            (!error.is_empty()).then(|| view! { <ErrorMessage id=format!("{id}-error") text=error/> });
        view! { {hint}{error} }.into_any()
    }
}

/// A form group around anything.
pub(crate) fn form_group(
    has_error: bool,
    classes: &str,
    attributes: Attributes,
    inner: impl IntoAny,
) -> AnyView {
    let error = if has_error { "govuk-form-group--error" } else { "" };
    view! {
        <div class=join(&["govuk-form-group", error, classes]) {..attributes.spread()}>{inner.into_any()}</div>
    }
    .into_any()
}

/// A form group with a label, for fields that are one element.
pub(crate) fn labelled(
    label: FieldTitle,
    notes: Notes,
    classes: &str,
    attributes: Attributes,
    field: impl IntoAny,
) -> AnyView {
    let for_id = notes.id.clone();
    let field = field.into_any();
    form_group(
        notes.has_error(),
        classes,
        attributes,
        view! { <Label text=label for_id=for_id/>{notes.view()}{field} },
    )
}
