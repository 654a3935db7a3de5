//! The qualifications to choose from, which the build writes from `content/competent-person`.

/// A qualification that a person may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Qualification {
    /// A slug, never reused.
    pub id: &'static str,
    /// Its name, without its level.
    pub label: &'static str,
    /// What it is, or which number goes with it.
    pub hint: &'static str,
    /// The level of a regulated qualification.
    pub level: Option<u8>,
    /// Who awards it, where only one body does.
    pub awarding_body: Option<&'static str>,
    /// Whether the operator must say which it is.
    pub described: bool,
    /// What nobody should conclude from it.
    pub caution: Option<&'static str>,
    /// Where all this comes from: ids in `content/law/sources.toml`.
    pub sources: &'static [&'static str],
}

/// The qualifications, in the order to offer them.
pub const fn qualifications() -> &'static [Qualification] {
    &QUALIFICATIONS
}

/// The qualification with this id.
pub fn qualification(id: &str) -> Option<&'static Qualification> {
    QUALIFICATIONS.iter().find(|one| one.id == id)
}

include!(concat!(env!("OUT_DIR"), "/qualifications.rs"));
