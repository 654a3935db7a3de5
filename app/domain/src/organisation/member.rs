//! What is somebody to the organisation they act for?

/// The most people that an organisation's list may hold, invitations that are open counted too.
pub const LONGEST_LIST: usize = 200;

/// What somebody is to the organisation they act for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MemberRole {
    /// Does all about premises, events and assessments.
    Member,
    /// The same, and says who the members are and what the organisation is.
    Administrator,
}

impl MemberRole {
    /// Both roles, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Member, Self::Administrator];

    /// Its slug: `member` or `administrator`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Administrator => "administrator",
        }
    }

    /// The role with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == slug)
    }
}
