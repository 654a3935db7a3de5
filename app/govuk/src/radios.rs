//! Radios.

use leptos::prelude::*;

use crate::choice_list::ChoiceList;
use crate::support::join;
use crate::{Attributes, Choice, Content, FieldTitle};

/// A choice of one.
///
/// ```text
/// <Radios id="school" legend=FieldTitle::heading("Is it a school?") value=form.school
///     items=vec![Choice::new("yes", "Yes"), Choice::new("no", "No")] error=errors.text("school")/>
/// ```
#[component]
pub fn Radios(
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
    /// The value of the item that is chosen.
    #[prop(optional, into)]
    value: String,
    /// Help under the question.
    #[prop(optional, into)]
    hint: Content,
    /// What is wrong; `None` or empty if nothing is.
    #[prop(optional, into)]
    error: Content,
    /// Beside each other, for two short items.
    #[prop(optional)]
    inline: bool,
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
    let inline = if inline { "govuk-radios--inline" } else { "" };
    let small = if small { "govuk-radios--small" } else { "" };
    let classes = join(&[inline, small, &classes]);
    ChoiceList {
        block: "govuk-radios",
        input_type: "radio",
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
    .view(|item| !value.is_empty() && item == value)
}
