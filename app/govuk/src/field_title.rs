//! The text of a label or a legend, and how big it is.

use crate::{Attributes, Content};

/// The size of a label, legend or caption, from small to extra large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Small, bold.
    S,
    /// Medium.
    M,
    /// Large: the page's question.
    L,
    /// Extra large.
    Xl,
}

impl Size {
    /// The letter in the class name.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Self::S => "s",
            Self::M => "m",
            Self::L => "l",
            Self::Xl => "xl",
        }
    }
}

/// A label or legend: `label="Postcode"`, or `legend=FieldTitle::heading("Is it a school?")` when
/// the question is the page's heading.
#[derive(Default)]
pub struct FieldTitle {
    pub(crate) content: Content,
    pub(crate) size: Option<Size>,
    pub(crate) classes: String,
    pub(crate) attributes: Attributes,
    pub(crate) is_heading: bool,
}

impl FieldTitle {
    /// Text of normal size.
    pub fn new(text: impl Into<Content>) -> Self {
        Self { content: text.into(), ..Self::default() }
    }

    /// The page's `<h1>`, large.
    pub fn heading(text: impl Into<Content>) -> Self {
        Self { is_heading: true, size: Some(Size::L), ..Self::new(text) }
    }

    /// Another size.
    #[must_use]
    pub fn size(mut self, size: Size) -> Self {
        self.size = Some(size);
        self
    }

    /// The size of running text, for a heading that is sized by a class name.
    #[must_use]
    pub fn no_size(mut self) -> Self {
        self.size = None;
        self
    }

    /// More class names, such as `govuk-visually-hidden`.
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

    /// The modifier class for a block, such as `govuk-label--l`.
    pub(crate) fn modifier(&self, block: &str) -> String {
        self.size.map(|size| format!("{block}--{}", size.suffix())).unwrap_or_default()
    }
}

impl<T: Into<Content>> From<T> for FieldTitle {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}
