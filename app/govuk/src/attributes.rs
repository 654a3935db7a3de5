//! Attributes beyond those a component has options for.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;

/// More attributes for an element: `attributes=[("maxlength", "8"), ("data-kind", "postcode")]`.
///
/// Names are `'static` so that nothing a user typed can become one; values are escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes(Vec<(&'static str, String)>);

impl Attributes {
    /// The same attributes and one more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.push((name, value.into()));
        self
    }

    /// What `{..}` in a view takes.
    pub(crate) fn spread(self) -> Vec<AnyAttribute> {
        self.0.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr()).collect()
    }
}

impl<V: Into<String>, const N: usize> From<[(&'static str, V); N]> for Attributes {
    fn from(pairs: [(&'static str, V); N]) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name, value.into())).collect())
    }
}
