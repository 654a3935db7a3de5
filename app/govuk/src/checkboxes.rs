//! Checkboxes.

use leptos::prelude::*;

use crate::choice_list::ChoiceList;
use crate::support::join;
use crate::{Attributes, Choice, Content, FieldTitle};

/// A choice of any number.
///
/// ```text
/// <Checkboxes id="uses" legend="What happens here?" values=form.uses
///     items=vec![Choice::new("sport", "Sport"), Choice::new("none", "None of these").exclusive()]/>
/// ```
#[component]
pub fn Checkboxes(
    /// Id of the first item, which the error summary links to; the others add `-2`, `-3`.
    #[prop(into)]
    id: String,
    /// Name in the form; the id if left out.
    #[prop(optional, into)]
    name: String,
    /// The question, as the legend of a fieldset; leave out only inside a fieldset of your own.
    #[prop(optional, into)]
    legend: FieldTitle,
    /// The items.
    items: Vec<Choice>,
    /// The values of the items that are chosen.
    #[prop(optional, into)]
    values: Vec<String>,
    /// Help under the question.
    #[prop(optional, into)]
    hint: Content,
    /// What is wrong; `None` or empty if nothing is.
    #[prop(optional, into)]
    error: Content,
    /// Smaller items.
    #[prop(optional)]
    small: bool,
    /// Ids of other elements that describe the group.
    #[prop(optional, into)]
    described_by: String,
    /// More class names of the fieldset.
    #[prop(optional, into)]
    fieldset_classes: String,
    /// More attributes of the fieldset.
    #[prop(optional, into)]
    fieldset_attributes: Attributes,
    /// More class names of the list.
    #[prop(optional, into)]
    classes: String,
    /// More attributes of the list.
    #[prop(optional, into)]
    attributes: Attributes,
    /// More class names of the form group.
    #[prop(optional, into)]
    group_classes: String,
    /// More attributes of the form group.
    #[prop(optional, into)]
    group_attributes: Attributes,
) -> AnyView {
    let small = if small { "govuk-checkboxes--small" } else { "" };
    let classes = join(&[small, &classes]);
    ChoiceList {
        block: "govuk-checkboxes",
        input_type: "checkbox",
        id,
        name,
        legend,
        items,
        hint,
        error,
        described_by,
        fieldset_classes,
        fieldset_attributes,
        classes,
        attributes,
        group_classes,
        group_attributes,
    }
    .view(|item| values.iter().any(|value| value == item))
}
