//! How CTSAs marked Competent Person records.

use std::collections::HashSet;

use domain::{
    audit::Event,
    codes::RegionCode,
    competent_person::Mark,
    ids::CompetentPersonId,
    policy::{Permit, act},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    CompetentPerson, Owner, Store, StoreError, Timestamp,
    clock::at,
    competent_person,
    entity::{authority_check, competent_person_check},
    facts,
    keys::Place,
};

/// A mark, and where and when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkMade {
    /// The mark.
    pub mark: Mark,
    /// The region of the CTSA who made it.
    pub region: RegionCode,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// Marks a record. Marks are never changed: the newest counts. Sent twice, it makes one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the premises have no case any more.
    pub async fn check_competent_person(
        &self,
        permit: &Permit<act::CheckCompetentPerson>,
        once: Uuid,
        mark: &Mark,
    ) -> Result<(), StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let person = *permit.target();
        let (_, region) = facts::owner_and_region(self, person).await?;
        let region = region.ok_or(StoreError::NotFound)?;
        let id = self.tokens.id("competent-person-check", actor.0, once);
        let key = self.key(&Owner::Region(region.clone())).await?;
        let tx = self.begin(Some(actor)).await?;
        let row = competent_person_check::ActiveModel {
            id: Set(id),
            competent_person_id: Set(person.0),
            region: Set(region.to_string()),
            details: Set(key.seal_json(lies(&id), mark)?),
            account_id: Set(actor.0),
            made_at: Set(tx.millis()),
        };
        match competent_person_check::Entity::insert(row)
            .exec_without_returning(tx.db())
            .await
            .map_err(StoreError::from)
        {
            Err(StoreError::Taken) => return Ok(()),
            other => other?,
        };
        tx.commit(Event::CompetentPersonChecked(person)).await
    }

    /// A record about to be marked, with its newest mark. Two statements.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn competent_person_to_check(
        &self,
        permit: &Permit<act::CheckCompetentPerson>,
    ) -> Result<CompetentPerson, StoreError> {
        let row = self.competent_person_row(*permit.target()).await?;
        let owner = Owner::Organisation(domain::ids::OrganisationId(row.organisation_id));
        let key = self.key(&owner).await?;
        let mut list = vec![competent_person::read(row, &key)?];
        self.add_marks(&mut list).await?;
        list.pop().ok_or(StoreError::NotFound)
    }

    /// Adds the newest mark to each record. One statement.
    pub(crate) async fn add_marks(&self, list: &mut [CompetentPerson]) -> Result<(), StoreError> {
        let ids = list.iter().map(|person| person.id.0);
        let rows = competent_person_check::Entity::find()
            .filter(competent_person_check::Column::CompetentPersonId.is_in(ids))
            .order_by_asc(competent_person_check::Column::MadeAt)
            .all(&self.db)
            .await?;
        for row in rows {
            let id = CompetentPersonId(row.competent_person_id);
            let made = self.open_mark(row).await?;
            if let Some(person) = list.iter_mut().find(|person| person.id == id) {
                person.mark = Some(made);
            }
        }
        Ok(())
    }

    /// Adds the newest mark to each record of premises whose operator's authority was confirmed: a
    /// stranger who made a claim learns nothing. Two statements.
    pub(crate) async fn tell_marks(&self, list: &mut [CompetentPerson]) -> Result<(), StoreError> {
        self.add_marks(list).await?;
        let ids = list.iter().map(|person| person.premises.0);
        let confirmed: HashSet<(Uuid, String)> = authority_check::Entity::find()
            .filter(authority_check::Column::SubjectId.is_in(ids))
            .all(&self.db)
            .await?
            .into_iter()
            .map(|row| (row.subject_id, row.region))
            .collect();
        for person in list {
            let premises = person.premises.0;
            person.mark =
                person.mark.take().filter(|made| confirmed.contains(&(premises, made.region.to_string())));
        }
        Ok(())
    }

    async fn open_mark(&self, row: competent_person_check::Model) -> Result<MarkMade, StoreError> {
        let region: RegionCode = row.region.parse().map_err(|_| StoreError::Unreadable("region"))?;
        let key = self.key(&Owner::Region(region.clone())).await?;
        Ok(MarkMade { mark: key.open_json(lies(&row.id), &row.details)?, region, at: at(row.made_at) })
    }
}

fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "competent_person_check", column: "details", row: id.as_bytes() }
}
