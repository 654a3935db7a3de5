//! Password input.

use leptos::prelude::*;

use crate::input::InputProps;
use crate::support::join;
use crate::{Attributes, Button, ButtonKind, ButtonType, Content, FieldTitle, Input, InputType};

/// A password, with a button to show it where the package's script runs. Never give it the
/// password back after an error.
///
/// ```text
/// <PasswordInput id="password" label="Password" error=errors.text("password")/>
/// <PasswordInput id="password" label="Choose a password" autocomplete="new-password"/>
/// ```
#[component]
pub fn PasswordInput(
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
    /// `current-password` or `new-password`.
    #[prop(default = "current-password".to_owned(), into)]
    autocomplete: String,
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
) -> AnyView {
    let toggle = view! {
        <Button
            button_type=ButtonType::Button
            kind=ButtonKind::Secondary
            classes="govuk-password-input__toggle govuk-js-password-input-toggle"
            attributes=Attributes::from([("aria-controls", id.as_str()), ("aria-label", "Show password"), ("hidden", "")])
        >
            "Show"
        </Button>
    };
    let field = Input(
        InputProps::builder()
            .id(id)
            .name(name)
            .label(label)
            .hint(hint)
            .error(error)
            .input_type(InputType::Password)
            .spellcheck(false)
            .autocapitalize("none")
            .autocomplete(autocomplete)
            .after(Content::view(toggle))
            .wrapper_classes("govuk-password-input__wrapper")
            .described_by(described_by)
            .classes(join(&["govuk-password-input__input govuk-js-password-input-input", &classes]))
            .attributes(attributes)
            .group_classes(join(&["govuk-password-input", &group_classes]))
            .group_attributes([("data-module", "govuk-password-input")])
            .build(),
    );
    field.into_any()
}
