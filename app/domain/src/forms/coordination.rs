//! Linking premises with somebody else's.

use serde::{Deserialize, Serialize};

use super::Errors;
use crate::{coordination::Relation, ids::PremisesId};

/// The form that asks for a link.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OfferForm {
    /// Tells a form sent twice from two forms.
    pub once: String,
    /// How the other premises stand to these: the slug of a [`Relation`].
    pub relation: String,
}

impl OfferForm {
    /// What the form says.
    ///
    /// # Errors
    /// For `relation`: `missing`, `invalid`. The page never offers to link premises one controls a
    /// part of: whoever is responsible for them asks.
    pub fn check(&self) -> Result<Relation, Errors> {
        let code = if self.relation.is_empty() { "missing" } else { "invalid" };
        Relation::from_slug(&self.relation)
            .filter(|relation| *relation != Relation::WeControlTheirs)
            .ok_or_else(|| Errors::one("relation", code))
    }
}

/// The form that agrees to a link.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AgreeForm {
    /// The id of the premises that it concerns.
    pub premises: String,
}

impl AgreeForm {
    /// What the form says.
    ///
    /// # Errors
    /// For `premises`: `missing`.
    pub fn check(&self) -> Result<PremisesId, Errors> {
        self.premises.parse().map_err(|_| Errors::one("premises", "missing"))
    }
}
