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
    /// A venue operator's member who also says who the others are.
    OperatorAdmin,
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
    pub const ALL: [Self; 10] = [
        Self::Anonymous,
        Self::SignedIn,
        Self::Operator,
        Self::OperatorAdmin,
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
    /// Acts for an organisation, and says who else does.
    OperatorAdmin(OrganisationId),
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
    /// Whether this grant gives a role: an organisation's administrator is one of its members too.
    pub fn gives(&self, role: Role) -> bool {
        self.role() == role || (matches!(self, Self::OperatorAdmin(_)) && role == Role::Operator)
    }

    /// The role that names this grant.
    pub fn role(&self) -> Role {
        match self {
            Self::Operator(_) => Role::Operator,
            Self::OperatorAdmin(_) => Role::OperatorAdmin,
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
        !matches!(self, Self::Operator(_) | Self::OperatorAdmin(_))
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
            Grant::OperatorAdmin(organisation) => Some(*organisation),
            _ => None,
        })
    }

    /// Whether the person holds a role.
    pub fn has(&self, role: Role) -> bool {
        match role {
            Role::Anonymous => matches!(self, Self::Anonymous),
            Role::SignedIn => matches!(self, Self::Person { .. }),
            Role::System => matches!(self, Self::System),
            _ => self.grants().iter().any(|grant| grant.gives(role)),
        }
    }
}
