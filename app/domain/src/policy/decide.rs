//! The decision, and the proof of it.

use std::marker::PhantomData;

use super::{
    Act, Action, Actor, Facts, Grant, Role,
    table::{Reach, rules},
};
use crate::{
    codes::{CouncilCode, RegionCode},
    ids::{AccountId, OrganisationId},
};

/// The person may not. Why is for the audit record only: denied and missing look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("denied")]
pub struct Denied;

/// Proof that somebody may do one thing to one object. Only [`decide`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit<A: Act> {
    actor: Option<AccountId>,
    target: A::Target,
}

impl<A: Act> Permit<A> {
    /// What it may be done to.
    pub fn target(&self) -> &A::Target {
        &self.target
    }

    /// Who may do it; `None` for people without an account and for the portal's own jobs.
    pub fn actor(&self) -> Option<AccountId> {
        self.actor
    }
}

/// The part of a list that somebody may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Within {
    /// What belongs to an organisation.
    Organisation(OrganisationId),
    /// What was submitted in a region.
    Region(RegionCode),
    /// The figures of a council.
    Council(CouncilCode),
    /// All of it.
    Everything,
}

/// Proof that somebody may list something, and how far. Only [`scope`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope<A: Act> {
    within: Within,
    act: PhantomData<A>,
}

impl<A: Act> Scope<A> {
    /// How far the list goes.
    pub fn within(&self) -> &Within {
        &self.within
    }
}

/// May this person do this to an object with these facts?
///
/// # Errors
/// [`Denied`] when no line of the table says so.
pub fn decide<A: Act>(actor: &Actor, target: A::Target, facts: &Facts) -> Result<Permit<A>, Denied> {
    let allowed = rules(A::ACTION)
        .iter()
        .any(|(role, reach, when)| reaches(actor, *role, *reach, facts) && when.holds(facts));
    if allowed { Ok(Permit { actor: actor.account(), target }) } else { Err(Denied) }
}

/// How much of a list may this person see?
///
/// # Errors
/// [`Denied`] when no line of the table gives them any.
pub fn scope<A: Act>(actor: &Actor) -> Result<Scope<A>, Denied> {
    rules(A::ACTION)
        .iter()
        .filter(|(role, ..)| actor.has(*role))
        .find_map(|(role, reach, _)| within(actor, *role, *reach))
        .map(|within| Scope { within, act: PhantomData })
        .ok_or(Denied)
}

/// Could this person ever do this, to whatever object? Where not, a route answers before it looks.
pub fn may_ever(actor: &Actor, action: Action) -> bool {
    rules(action).iter().any(|(role, ..)| actor.has(*role))
}

fn reaches(actor: &Actor, role: Role, reach: Reach, facts: &Facts) -> bool {
    match reach {
        Reach::Anything | Reach::Everywhere => actor.has(role),
        // A grant reaches only by the role it gives: leading one region adds nothing to advising another.
        Reach::OwnOrganisation | Reach::OwnRegion | Reach::OwnCouncil => {
            actor.grants().iter().filter(|grant| grant.gives(role)).any(|grant| match grant {
                Grant::Operator(Some(own)) | Grant::OperatorAdmin(own) => {
                    reach == Reach::OwnOrganisation && facts.organisation == Some(*own)
                }
                Grant::Ctsa(own) | Grant::RegionalLead(own) => {
                    reach == Reach::OwnRegion && facts.region.as_ref() == Some(own)
                }
                Grant::Council(own) => reach == Reach::OwnCouncil && facts.council.as_ref() == Some(own),
                Grant::Operator(None) | Grant::National | Grant::Administrator => false,
            })
        }
    }
}

fn within(actor: &Actor, role: Role, reach: Reach) -> Option<Within> {
    let own = |pick: fn(&Grant) -> Option<Within>| {
        actor.grants().iter().filter(|grant| grant.gives(role)).find_map(pick)
    };
    match reach {
        Reach::Anything | Reach::Everywhere => Some(Within::Everything),
        Reach::OwnOrganisation => own(|grant| match grant {
            Grant::Operator(organisation) => organisation.map(Within::Organisation),
            Grant::OperatorAdmin(organisation) => Some(Within::Organisation(*organisation)),
            _ => None,
        }),
        Reach::OwnRegion => own(|grant| match grant {
            Grant::Ctsa(region) | Grant::RegionalLead(region) => Some(Within::Region(region.clone())),
            _ => None,
        }),
        Reach::OwnCouncil => own(|grant| match grant {
            Grant::Council(council) => Some(Within::Council(council.clone())),
            _ => None,
        }),
    }
}
