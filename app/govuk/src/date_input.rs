//! Date input.

use leptos::prelude::*;

use crate::field::{Notes, form_group};
use crate::support::{given, join};
use crate::{Attributes, Content, FieldTitle, Fieldset, Label};

/// One of the fields of a date. A list of your own replaces day, month and year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DatePart {
    name: String,
    label: String,
    value: String,
    id: String,
    is_year: bool,
    error: Option<bool>,
    classes: String,
    inputmode: String,
    autocomplete: String,
    pattern: String,
    attributes: Attributes,
}

impl DatePart {
    /// The day of the month.
    pub fn day(value: impl Into<String>) -> Self {
        Self::new("day", "Day", value)
    }

    /// The month.
    pub fn month(value: impl Into<String>) -> Self {
        Self::new("month", "Month", value)
    }

    /// The year, four digits wide.
    pub fn year(value: impl Into<String>) -> Self {
        Self { is_year: true, ..Self::new("year", "Year", value) }
    }

    /// Any other part, two digits wide.
    pub fn new(name: impl Into<String>, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), value: value.into(), ..Self::default() }
    }

    /// Whether this part is wrong. If no part is marked, an error marks them all.
    #[must_use]
    pub fn error(mut self, error: bool) -> Self {
        self.error = Some(error);
        self
    }

    /// Another name in the form, after the date's own.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Another label.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// An id of its own.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// More class names.
    #[must_use]
    pub fn classes(mut self, classes: impl Into<String>) -> Self {
        self.classes = classes.into();
        self
    }

    /// Another keyboard than `numeric`.
    #[must_use]
    pub fn inputmode(mut self, inputmode: impl Into<String>) -> Self {
        self.inputmode = inputmode.into();
        self
    }

    /// What the browser may fill in, such as `bday-day`.
    #[must_use]
    pub fn autocomplete(mut self, autocomplete: impl Into<String>) -> Self {
        self.autocomplete = autocomplete.into();
        self
    }

    /// A regular expression for the browser.
    #[must_use]
    pub fn pattern(mut self, pattern: impl Into<String>) -> Self {
        self.pattern = pattern.into();
        self
    }

    /// More attributes.
    #[must_use]
    pub fn attributes(mut self, attributes: impl Into<Attributes>) -> Self {
        self.attributes = attributes.into();
        self
    }

    fn has_error(&self) -> bool {
        self.error == Some(true) || self.classes.contains("govuk-input--error")
    }

    fn view(self, id: &str, name: &str, all_wrong: bool) -> AnyView {
        let wrong = self.has_error() || (all_wrong && self.error != Some(false));
        let error =
            if wrong && !self.classes.contains("govuk-input--error") { "govuk-input--error" } else { "" };
        let width = match (self.classes.contains("govuk-input--width-"), self.is_year) {
            (true, _) => "",
            (false, true) => "govuk-input--width-4",
            (false, false) => "govuk-input--width-2",
        };
        let id = given(self.id).unwrap_or_else(|| format!("{id}-{}", self.name));
        let name = if name.is_empty() { self.name } else { format!("{name}-{}", self.name) };
        view! {
            <div class="govuk-date-input__item">
                <div class="govuk-form-group">
                    <Label text=FieldTitle::new(self.label).classes("govuk-date-input__label") for_id=id.clone()/>
                    <input
                        {..self.attributes.spread()}
                        class=join(&["govuk-input govuk-date-input__input", error, width, &self.classes])
                        id=id
                        name=name
                        type="text"
                        value=given(self.value)
                        autocomplete=given(self.autocomplete)
                        pattern=given(self.pattern)
                        inputmode=given(self.inputmode).unwrap_or_else(|| "numeric".to_owned())
                    />
                </div>
            </div>
        }
        .into_any()
    }
}

/// A date that people know by heart, in three fields named `{name}-day`, `-month` and `-year`.
///
/// ```text
/// <DateInput id="drill" legend="When was the drill?" hint="For example, 27 3 2026" error=errors.text("drill")
///     parts=vec![DatePart::day(form.day), DatePart::month(form.month), DatePart::year(form.year)]/>
/// ```
#[component]
pub fn DateInput(
    /// Id of the group; the fields are `{id}-day` and so on, the error summary links to the first.
    #[prop(into)]
    id: String,
    /// Start of the names in the form; the id if left out, none if empty.
    #[prop(optional, into)]
    name: Option<String>,
    /// The question, as the legend of a fieldset; leave out only inside a fieldset of your own.
    #[prop(optional, into)]
    legend: FieldTitle,
    /// The fields; empty ones for day, month and year if left out.
    #[prop(optional)]
    parts: Vec<DatePart>,
    /// Help under the question, with an example.
    #[prop(optional, into)]
    hint: Content,
    /// What is wrong; `None` or empty if nothing is.
    #[prop(optional, into)]
    error: Content,
    /// Ids of other elements that describe the group.
    #[prop(optional, into)]
    described_by: String,
    /// More class names of the group.
    #[prop(optional, into)]
    classes: String,
    /// More attributes of the group.
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
    let has_error = notes.has_error();
    let described_by = notes.described_by(&described_by).unwrap_or_default();
    let name = name.unwrap_or_else(|| id.clone());
    let parts = if parts.is_empty() {
        vec![DatePart::day(""), DatePart::month(""), DatePart::year("")]
    } else {
        parts
    };
    let all_wrong = has_error && !parts.iter().any(DatePart::has_error);
    let fields: Vec<AnyView> = parts.into_iter().map(|part| part.view(&id, &name, all_wrong)).collect();
    let inner = view! {
        {notes.view()}
        <div {..attributes.spread()} class=join(&["govuk-date-input", &classes]) id=id>
            {fields}
        </div>
    };
    let inner = if legend.content.is_empty() {
        inner.into_any()
    } else {
        // Without the role, JAWS does not read the description of a fieldset of text fields.
        view! { <Fieldset legend=legend described_by=described_by role="group">{inner}</Fieldset> }.into_any()
    };
    form_group(has_error, &group_classes, group_attributes, inner)
}
