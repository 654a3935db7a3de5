//! Text input.

use leptos::prelude::*;

use crate::field::{Notes, labelled};
use crate::support::{given, join};
use crate::{Attributes, Content, FieldTitle};

/// The `type` of a text input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputType {
    /// Anything, numbers too (with `inputmode="numeric"`).
    #[default]
    Text,
    /// An email address.
    Email,
    /// A telephone number.
    Tel,
    /// A secret; for sign-in pages see [`PasswordInput`](crate::PasswordInput).
    Password,
    /// An address on the web.
    Url,
    /// A search.
    Search,
}

impl InputType {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::Password => "password",
            Self::Url => "url",
            Self::Search => "search",
        }
    }
}

/// How wide an input is: as many characters as fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// The whole line.
    #[default]
    Full,
    /// 2 characters.
    Chars2,
    /// 3 characters.
    Chars3,
    /// 4 characters.
    Chars4,
    /// 5 characters.
    Chars5,
    /// 10 characters.
    Chars10,
    /// 20 characters.
    Chars20,
    /// 30 characters.
    Chars30,
}

impl Width {
    fn class(self) -> &'static str {
        match self {
            Self::Full => "",
            Self::Chars2 => "govuk-input--width-2",
            Self::Chars3 => "govuk-input--width-3",
            Self::Chars4 => "govuk-input--width-4",
            Self::Chars5 => "govuk-input--width-5",
            Self::Chars10 => "govuk-input--width-10",
            Self::Chars20 => "govuk-input--width-20",
            Self::Chars30 => "govuk-input--width-30",
        }
    }
}

/// Text before or after an input, such as `£` or `people`: hidden from screen readers.
#[derive(Default)]
pub struct Affix {
    pub(crate) content: Content,
    pub(crate) classes: String,
    pub(crate) attributes: Attributes,
}

impl Affix {
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

    fn view(self, side: &str) -> Option<AnyView> {
        let class = join(&[&format!("govuk-input__{side}"), &self.classes]);
        (!self.content.is_empty()).then(|| {
            view! { <div {..self.attributes.spread()} class=class aria-hidden="true">{self.content}</div> }.into_any()
        })
    }
}

impl<T: Into<Content>> From<T> for Affix {
    fn from(text: T) -> Self {
        Self { content: text.into(), ..Self::default() }
    }
}

/// One line of text.
///
/// ```text
/// <Input id="name" label="Premises name" value=form.name error=errors.text("name") hint="As on the lease"/>
/// <Input id="capacity" label="How many people?" inputmode="numeric" width=Width::Chars5 suffix="people"/>
/// ```
#[component]
pub fn Input(
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
    /// The kind of text.
    #[prop(optional)]
    input_type: InputType,
    /// How wide.
    #[prop(optional)]
    width: Width,
    /// The keyboard to offer: `numeric`, `decimal`.
    #[prop(optional, into)]
    inputmode: String,
    /// What the browser may fill in, such as `email` or `one-time-code`.
    #[prop(optional, into)]
    autocomplete: String,
    /// Whether a touch keyboard starts words in capitals: `none`, `words`.
    #[prop(optional, into)]
    autocapitalize: String,
    /// A regular expression for the browser; checks belong on the server.
    #[prop(optional, into)]
    pattern: String,
    /// Whether the browser checks spelling; left out, it decides.
    #[prop(optional_no_strip, into)]
    spellcheck: Option<bool>,
    /// Cannot be changed or sent.
    #[prop(optional)]
    disabled: bool,
    /// Text before the field.
    #[prop(optional, into)]
    prefix: Affix,
    /// Text after the field.
    #[prop(optional, into)]
    suffix: Affix,
    /// An element inside the wrapper, after the field (the password input's button).
    #[prop(optional, into)]
    after: Content,
    /// More class names of the wrapper around field, prefix and suffix.
    #[prop(optional, into)]
    wrapper_classes: String,
    /// More attributes of the wrapper.
    #[prop(optional, into)]
    wrapper_attributes: Attributes,
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
    let error_class = if notes.has_error() { "govuk-input--error" } else { "" };
    let name = if name.is_empty() { id.clone() } else { name };
    let field = view! {
        <input
            class=join(&["govuk-input", width.class(), &classes, error_class])
            id=id
            name=name
            type=input_type.name()
            spellcheck=spellcheck.map(|on| on.to_string())
            value=given(value)
            disabled=disabled
            aria-describedby=notes.described_by(&described_by)
            autocomplete=given(autocomplete)
            autocapitalize=given(autocapitalize)
            pattern=given(pattern)
            inputmode=given(inputmode)
            {..attributes.spread()}
        />
    };
    let (prefix, suffix) = (prefix.view("prefix"), suffix.view("suffix"));
    let field = if prefix.is_none() && suffix.is_none() && after.is_empty() {
        field.into_any()
    } else {
        let class = join(&["govuk-input__wrapper", &wrapper_classes]);
        view! { <div {..wrapper_attributes.spread()} class=class>{prefix}{field}{suffix}{after}</div> }
            .into_any()
    };
    labelled(label, notes, &group_classes, group_attributes, field)
}
