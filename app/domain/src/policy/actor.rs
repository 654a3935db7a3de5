//! Who is asking.

use crate::{
    codes::{CouncilCode, RegionCode},
    ids::{AccountId, OrganisationId},
};

/// A kind of person (or the system itself), as the policy table names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Nobody is signed in.
    Anonymous,
    /// Signed in, with whatever other role, or none.
    SignedIn,
    /// A venue operator's member.
    Operator,
    /// A Counter Terrorism Security Adviser.
    Ctsa,
    /// A viewer for one local authority.
    Council,
    /// The lead of one Counter Terrorism Policing region.
    RegionalLead,
    /// The national coordinator.
    National,
    /// Runs the portal: invitations and content, never answers.
    Administrator,
    /// The portal's own jobs, started from the command line.
    System,
}

impl Role {
    /// Every role, in the order of the published table.
    pub const ALL: [Self; 9] = [
        Self::Anonymous,
        Self::SignedIn,
        Self::Operator,
        Self::Ctsa,
        Self::Council,
        Self::RegionalLead,
        Self::National,
        Self::Administrator,
        Self::System,
    ];
}

/// A role that an account holds, and where it holds it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Grant {
    /// Acts for an organisation; `None` until one is registered.
    Operator(Option<OrganisationId>),
    /// Advises in a region.
    Ctsa(RegionCode),
    /// Sees the figures of a council's area.
    Council(CouncilCode),
    /// Leads a region.
    RegionalLead(RegionCode),
    /// Sees the whole.
    National,
    /// Runs the portal.
    Administrator,
}

impl Grant {
    /// The role that this grant gives.
    pub fn role(&self) -> Role {
        match self {
            Self::Operator(_) => Role::Operator,
            Self::Ctsa(_) => Role::Ctsa,
            Self::Council(_) => Role::Council,
            Self::RegionalLead(_) => Role::RegionalLead,
            Self::National => Role::National,
            Self::Administrator => Role::Administrator,
        }
    }

    /// Whether the role sees many venues, or decides who may: it comes by invitation only and its
    /// sign-in ends sooner.
    pub fn is_privileged(&self) -> bool {
        !matches!(self, Self::Operator(_))
    }
}

/// Who is asking, with every role they hold now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody is signed in.
    Anonymous,
    /// A person with an account. A suspended account holds no grant.
    Person {
        /// The account.
        account: AccountId,
        /// The roles it holds now.
        grants: Vec<Grant>,
    },
    /// The portal's own job.
    System,
}

impl Actor {
    /// The account, for the audit record.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Person { account, .. } => Some(*account),
            Self::Anonymous | Self::System => None,
        }
    }

    /// The grants held; none for anonymous and system actors.
    pub fn grants(&self) -> &[Grant] {
        match self {
            Self::Person { grants, .. } => grants,
            Self::Anonymous | Self::System => &[],
        }
    }

    /// The organisation this person acts for.
    pub fn organisation(&self) -> Option<OrganisationId> {
        self.grants().iter().find_map(|grant| match grant {
            Grant::Operator(organisation) => *organisation,
            _ => None,
        })
    }

    /// Whether the person holds a role.
    pub fn has(&self, role: Role) -> bool {
        match role {
            Role::Anonymous => matches!(self, Self::Anonymous),
            Role::SignedIn => matches!(self, Self::Person { .. }),
            Role::System => matches!(self, Self::System),
            _ => self.grants().iter().any(|grant| grant.role() == role),
        }
    }
}
