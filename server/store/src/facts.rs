//! What the policy needs to know of an object, read before a decision. One statement each, none for
//! what the person's own grants decide.

use domain::{
    codes::CouncilCode,
    ids::{AssessmentId, OrganisationId, PremisesId, SubmissionId},
    policy::Facts,
};

use crate::{Store, StoreError};

/// Something that can be asked for.
pub trait Subject: Sync {
    /// Its facts.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such object.
    fn facts(&self, store: &Store) -> impl Future<Output = Result<Facts, StoreError>> + Send;
}

impl Subject for () {
    async fn facts(&self, _: &Store) -> Result<Facts, StoreError> {
        Ok(Facts::default())
    }
}

impl Subject for OrganisationId {
    async fn facts(&self, _: &Store) -> Result<Facts, StoreError> {
        Ok(Facts { organisation: Some(*self), ..Facts::default() })
    }
}

impl Subject for CouncilCode {
    async fn facts(&self, _: &Store) -> Result<Facts, StoreError> {
        let region = domain::area::of_council(self).map(|area| area.region.code.clone());
        Ok(Facts { council: Some(self.clone()), region, ..Facts::default() })
    }
}

impl Subject for PremisesId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        store.premises_facts(*self).await
    }
}

impl Subject for AssessmentId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        store.assessment_facts(*self).await
    }
}

impl Subject for SubmissionId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        store.submission_facts(*self).await
    }
}
