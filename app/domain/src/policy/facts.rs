//! What the policy needs to know of the object somebody asks for.

use crate::{
    codes::{CouncilCode, RegionCode},
    ids::{AccountId, OrganisationId},
};

/// Facts about one object, read from the database before a decision is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The organisation that owns it.
    pub organisation: Option<OrganisationId>,
    /// The Counter Terrorism Policing region it was sent to. Only what was submitted has one:
    /// until then no adviser can reach it.
    pub region: Option<RegionCode>,
    /// The council whose figures it is.
    pub council: Option<CouncilCode>,
    /// The account it belongs to.
    pub account: Option<AccountId>,
    /// Whether answers may be changed: not while a submission is being looked at.
    pub answers_open: bool,
    /// Whether the case still waits for the adviser's answer.
    pub case_open: bool,
    /// Whether a CTSA has recorded how the operator's authority to speak for the premises was
    /// confirmed.
    pub authority_confirmed: bool,
}
