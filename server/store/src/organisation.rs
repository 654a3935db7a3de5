//! Organisations that run premises.

use std::collections::{HashMap, HashSet};

use domain::{
    audit::Event,
    day::in_london,
    ids::OrganisationId,
    organisation::{Organisation, OrganisationDetails},
    policy::{Act, Grant, Permit, act},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Notifiable, Owner, Store, StoreError, account,
    clock::at,
    earlier::{self, Said},
    entity::organisation,
    keys::Place,
    member,
};

impl Store {
    /// Registers the organisation that an operator acts for, and makes them its administrator. Sent
    /// twice, it makes one.
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
        let mut tx = self.begin(permit.actor()).await?;
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
        let membership = account::join_organisation(&tx, actor, &Grant::OperatorAdmin(id), None).await?;
        tx.also(Event::MemberJoined(membership));
        tx.also(Event::MadeOrganisationAdministrator(membership));
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

    /// An organisation with all that is known of it. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn organisation_record(
        &self,
        permit: &Permit<act::ViewOrganisation>,
    ) -> Result<Organisation, StoreError> {
        self.open_organisation(*permit.target()).await
    }

    /// An organisation about to be changed. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn organisation_to_edit(
        &self,
        permit: &Permit<act::EditOrganisation>,
    ) -> Result<Organisation, StoreError> {
        self.open_organisation(*permit.target()).await
    }

    /// Changes what is known of an organisation, unless somebody else did since version `seen`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the version is another; [`StoreError::NotFound`] for somebody
    /// who administers it no longer.
    pub async fn change_organisation(
        &self,
        permit: &Permit<act::EditOrganisation>,
        seen: u32,
        details: &OrganisationDetails,
    ) -> Result<(), StoreError> {
        let id = *permit.target();
        let key = self.key(&Owner::Organisation(id)).await?;
        let seen = i32::try_from(seen).map_err(|_| StoreError::Conflict)?;
        let tx = self.begin(permit.actor()).await?;
        member::administrators(&tx, id).await?;
        let before =
            organisation::Entity::find_by_id(id.0).one(tx.db()).await?.ok_or(StoreError::NotFound)?;
        let said: OrganisationDetails = key.open_json(place(&id.0), &before.details)?;
        let changed = organisation::Entity::update_many()
            .set(organisation::ActiveModel {
                details: Set(key.seal_json(place(&id.0), details)?),
                version: Set(seen.saturating_add(1)),
                ..Default::default()
            })
            .filter(organisation::Column::Id.eq(id.0))
            .filter(organisation::Column::Version.eq(seen))
            .exec(tx.db())
            .await?;
        // What was read above is of version `seen`, or nothing is written.
        if changed.rows_affected != 1 || before.version != seen {
            return Err(StoreError::Conflict);
        }
        let of =
            Said { organisation: id.0, of: None, kind: earlier::ORGANISATION, subject: id.0, added_at: None };
        earlier::keep(&tx, &key, of, &said).await?;
        tx.commit(Event::OrganisationChanged(id)).await
    }

    async fn open_organisation(&self, id: OrganisationId) -> Result<Organisation, StoreError> {
        let row = organisation::Entity::find_by_id(id.0).one(&self.db).await?.ok_or(StoreError::NotFound)?;
        let key = self.key(&Owner::Organisation(id)).await?;
        Ok(Organisation {
            id,
            details: key.open_json(place(&id.0), &row.details)?,
            registered_on: in_london(at(row.registered_at)),
            version: u32::try_from(row.version).map_err(|_| StoreError::Unreadable("version"))?,
        })
    }

    /// What is known of the organisation that runs premises or an event. Two statements.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn organisation_behind<A>(&self, permit: &Permit<A>) -> Result<OrganisationDetails, StoreError>
    where
        A: Act<Target: Notifiable<See = A>>,
    {
        let organisation = self.organisation_with((*permit.target()).into()).await?;
        self.operator_of(OrganisationId(organisation)).await
    }

    /// What is known of several organisations. One statement; whoever calls it holds a permit.
    pub(crate) async fn operators_of(
        &self,
        ids: impl IntoIterator<Item = Uuid>,
    ) -> Result<HashMap<OrganisationId, OrganisationDetails>, StoreError> {
        let ids: HashSet<Uuid> = ids.into_iter().collect();
        let rows =
            organisation::Entity::find().filter(organisation::Column::Id.is_in(ids)).all(&self.db).await?;
        let mut found = HashMap::new();
        for row in rows {
            let id = OrganisationId(row.id);
            let key = self.key(&Owner::Organisation(id)).await?;
            found.insert(id, key.open_json(place(&row.id), &row.details)?);
        }
        Ok(found)
    }

    /// What is known of an organisation. One statement; whoever calls it holds a permit.
    pub(crate) async fn operator_of(&self, id: OrganisationId) -> Result<OrganisationDetails, StoreError> {
        Ok(self.open_organisation(id).await?.details)
    }
}

fn place(id: &Uuid) -> Place<'_> {
    Place { table: "organisation", column: "details", row: id.as_bytes() }
}
