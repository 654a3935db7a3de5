//! The ways of working out the number of people, which the build writes from
//! `content/law/methods.toml`.

/// A way of working out the number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// A slug.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// What to bear in mind.
    pub hint: &'static str,
    /// Whether a description must come with it.
    pub note: bool,
    /// What to ask, in the order of the working; empty when there is nothing to reckon.
    pub inputs: &'static [MethodInput],
}

/// A figure that a method asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MethodInput {
    /// A slug, unique in its method.
    pub id: &'static str,
    /// The question.
    pub label: &'static str,
    /// What to bear in mind.
    pub hint: &'static str,
    /// What the figure counts, such as `seats`.
    pub unit: &'static str,
    /// What the working does with it.
    pub operation: Operation,
    /// Whether it may have two decimals.
    pub decimals: bool,
    /// Whether it may be left empty, which counts as none.
    pub optional: bool,
}

/// What a working does with a figure and what there is so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Adds it.
    Add,
    /// Takes it away.
    Subtract,
    /// Multiplies by it.
    Times,
    /// Takes so many per cent of what there is so far.
    PercentOf,
    /// Divides by it.
    DividedBy,
}

include!(concat!(env!("OUT_DIR"), "/methods.rs"));

/// The ways of working out the number of people, in the order to offer them.
pub const fn methods() -> &'static [Method] {
    &METHODS
}

/// A way of working out the number of people.
pub fn method(id: &str) -> Option<&'static Method> {
    methods().iter().find(|method| method.id == id)
}
