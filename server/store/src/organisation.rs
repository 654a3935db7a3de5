//! Organisations that run premises.

use domain::{
    audit::Event,
    ids::OrganisationId,
    organisation::OrganisationDetails,
    policy::{Permit, act},
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::{Owner, Store, StoreError, account, entity::organisation, keys::Place};

impl Store {
    /// Registers the organisation that an operator acts for. Sent twice, it makes one.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the person acts for one already.
    pub async fn register_organisation(
        &self,
        permit: &Permit<act::RegisterOrganisation>,
        once: Uuid,
        details: &OrganisationDetails,
    ) -> Result<OrganisationId, StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let id = OrganisationId(self.tokens.id("organisation", actor.0, once));
        let key = self.key(&Owner::Organisation(id)).await?;
        let tx = self.begin(permit.actor()).await?;
        let row = organisation::ActiveModel {
            id: Set(id.0),
            details: Set(key.seal_json(place(&id.0), details)?),
            registered_at: Set(tx.millis()),
            version: Set(1),
        };
        match organisation::Entity::insert(row)
            .exec_without_returning(tx.db())
            .await
            .map_err(StoreError::from)
        {
            Err(StoreError::Taken) => return Ok(id),
            other => other?,
        };
        account::join_organisation(tx.db(), actor, id).await?;
        tx.commit(Event::OrganisationRegistered(id)).await?;
        Ok(id)
    }

    /// What is known of an organisation. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn organisation(
        &self,
        permit: &Permit<act::ListPremises>,
    ) -> Result<OrganisationDetails, StoreError> {
        self.operator_of(*permit.target()).await
    }

    /// What is known of an organisation. One statement; whoever calls it holds a permit.
    pub(crate) async fn operator_of(&self, id: OrganisationId) -> Result<OrganisationDetails, StoreError> {
        let row = organisation::Entity::find_by_id(id.0).one(&self.db).await?.ok_or(StoreError::NotFound)?;
        self.key(&Owner::Organisation(id)).await?.open_json(place(&id.0), &row.details)
    }
}

fn place(id: &Uuid) -> Place<'_> {
    Place { table: "organisation", column: "details", row: id.as_bytes() }
}
