//! Button, and the link that looks like one.

use leptos::prelude::*;

use crate::Attributes;
use crate::support::{given, join};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Green: the main action, once a page.
    #[default]
    Primary,
    /// Grey: any other action.
    Secondary,
    /// Red: destroys something.
    Warning,
    /// White, on a dark ground.
    Inverse,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "",
            Self::Secondary => "govuk-button--secondary",
            Self::Warning => "govuk-button--warning",
            Self::Inverse => "govuk-button--inverse",
        }
    }
}

/// The `type` of a button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonType {
    /// Sends the form.
    #[default]
    Submit,
    /// Does nothing without script.
    Button,
    /// Empties the form.
    Reset,
}

impl ButtonType {
    fn name(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Button => "button",
            Self::Reset => "reset",
        }
    }
}

fn class(kind: ButtonKind, classes: &str, start: bool) -> String {
    join(&["govuk-button", kind.class(), classes, if start { "govuk-button--start" } else { "" }])
}

fn start_icon(start: bool) -> Option<impl IntoView> {
    start.then(|| {
        view! {
            <svg
                class="govuk-button__start-icon"
                xmlns="http://www.w3.org/2000/svg"
                width="17.5"
                height="19"
                viewBox="0 0 33 40"
                aria-hidden="true"
                focusable="false"
            >
                <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"></path>
            </svg>
        }
    })
}

/// A button that sends a form.
///
/// ```text
/// <Button>"Save and continue"</Button>
/// <Button kind=ButtonKind::Warning name="act" value="delete" prevent_double_click=true>"Delete"</Button>
/// ```
#[component]
pub fn Button(
    /// How it looks.
    #[prop(optional)]
    kind: ButtonKind,
    /// What it does.
    #[prop(optional)]
    button_type: ButtonType,
    /// Name sent with the form.
    #[prop(optional, into)]
    name: String,
    /// Value sent with the form.
    #[prop(optional, into)]
    value: String,
    /// Cannot be pressed. Prefer a button that explains what is missing.
    #[prop(optional)]
    disabled: bool,
    /// With script, ignores a second press within a second.
    #[prop(optional_no_strip, into)]
    prevent_double_click: Option<bool>,
    /// Adds the arrow of a start button.
    #[prop(optional)]
    start: bool,
    /// Id.
    #[prop(optional, into)]
    id: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
    /// What it says.
    children: Children,
) -> AnyView {
    view! {
        <button
            type=button_type.name()
            value=given(value)
            name=given(name)
            disabled=disabled
            aria-disabled=disabled.then_some("true")
            data-prevent-double-click=prevent_double_click.map(|on| on.to_string())
            class=class(kind, &classes, start)
            data-module="govuk-button"
            id=given(id)
            {..attributes.spread()}
        >
            {children()}
            {start_icon(start)}
        </button>
    }
    .into_any()
}

/// A link that looks like a button, for going somewhere without sending a form.
///
/// ```text
/// <ButtonLink href="/register" start=true>"Start now"</ButtonLink>
/// <ButtonLink href="/premises/new" kind=ButtonKind::Secondary>"Add premises"</ButtonLink>
/// ```
#[component]
pub fn ButtonLink(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// How it looks.
    #[prop(optional)]
    kind: ButtonKind,
    /// Adds the arrow of a start button.
    #[prop(optional)]
    start: bool,
    /// Id.
    #[prop(optional, into)]
    id: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
    /// What it says.
    children: Children,
) -> AnyView {
    view! {
        <a
            href=href
            role="button"
            draggable="false"
            class=class(kind, &classes, start)
            data-module="govuk-button"
            id=given(id)
            {..attributes.spread()}
        >
            {children()}
            {start_icon(start)}
        </a>
    }
    .into_any()
}
