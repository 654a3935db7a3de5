//! Tag.

use leptos::prelude::*;

use crate::support::join;
use crate::{Attributes, Content};

/// The colour of a tag. Never the only sign of a status: the text says it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagColour {
    /// Blue, the package's default.
    #[default]
    Blue,
    /// Grey.
    Grey,
    /// Green.
    Green,
    /// Teal.
    Teal,
    /// Purple.
    Purple,
    /// Magenta.
    Magenta,
    /// Red.
    Red,
    /// Orange.
    Orange,
    /// Yellow.
    Yellow,
}

impl TagColour {
    fn class(self) -> &'static str {
        match self {
            Self::Blue => "",
            Self::Grey => "govuk-tag--grey",
            Self::Green => "govuk-tag--green",
            Self::Teal => "govuk-tag--teal",
            Self::Purple => "govuk-tag--purple",
            Self::Magenta => "govuk-tag--magenta",
            Self::Red => "govuk-tag--red",
            Self::Orange => "govuk-tag--orange",
            Self::Yellow => "govuk-tag--yellow",
        }
    }
}

/// A status in a word or two.
///
/// ```text
/// <Tag text="Submitted"/>
/// <Tag text="Returned" colour=TagColour::Orange/>
/// ```
#[component]
pub fn Tag(
    /// The status.
    #[prop(into)]
    text: Content,
    /// Its colour.
    #[prop(optional)]
    colour: TagColour,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    view! {
        <strong class=join(&["govuk-tag", colour.class(), &classes]) {..attributes.spread()}>{text}</strong>
    }
    .into_any()
}
