//! All that one notification is made from, with what it said before.

use std::collections::HashSet;

use domain::{
    event::Event,
    ids::{OrganisationId, PremisesId, PremisesOrEvent},
    licence::Licence,
    notice::{Past, PastSubject, Versions},
    organisation::OrganisationDetails,
    party::Party,
    policy::{Permit, act},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{PREMISES, changes::Changes};
use crate::{
    Owner, Store, StoreError, Timestamp,
    clock::at,
    entity::{
        self,
        earlier_fact::{Column, Entity, Model},
    },
    event,
    kept::{Of, Table},
    premises,
};

/// The most changes that are read back, the earliest first: it is those that count. Of what is on a list, the same.
const MOST: u64 = 5_000;

impl Store {
    /// All that a notification of premises is made from, with what it said before, back to a moment.
    /// Six statements.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn premises_past(
        &self,
        permit: &Permit<act::ViewPremises>,
        since: Timestamp,
    ) -> Result<Past, StoreError> {
        let row = self.premises_row(*permit.target()).await?;
        let organisation = OrganisationId(row.organisation_id);
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let own = Column::PremisesId.eq(row.id);
        let mut changes = self.changes(organisation, of_itself().add(own), since).await?;
        let (began, now) = (at(row.registered_at), premises::read(row, &key)?);
        let subject = PastSubject::Premises(Box::new(changes.premises(began, now, &key)?));
        self.past((*permit.target()).into(), organisation, subject, changes).await
    }

    /// All that a notification of an event is made from, with what it said before, back to a moment.
    /// Six statements; eight where own premises host it or did.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn event_past(
        &self,
        permit: &Permit<act::ViewEvent>,
        since: Timestamp,
    ) -> Result<Past, StoreError> {
        let row = self.event_row(*permit.target()).await?;
        let organisation = OrganisationId(row.organisation_id);
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let own = Column::EventId.eq(row.id);
        let mut changes = self.changes(organisation, of_itself().add(own), since).await?;
        let (began, now) = (at(row.registered_at), event::read(row, &key)?);
        let event = changes.event(began, now, &key)?;
        let ids: HashSet<Uuid> = hosts_of(&event).map(|id| id.0).collect();
        let mut hosts = Vec::new();
        if !ids.is_empty() {
            let rows = entity::premises::Entity::find()
                .filter(entity::premises::Column::Id.is_in(ids.clone()))
                .filter(entity::premises::Column::OrganisationId.eq(organisation.0))
                .all(&self.db)
                .await?;
            let of_hosts = Condition::all().add(Column::PremisesId.is_in(ids)).add(Column::Kind.eq(PREMISES));
            let mut changes = self.changes(organisation, of_hosts, since).await?;
            for row in rows {
                let (began, now) = (at(row.registered_at), premises::read(row, &key)?);
                hosts.push(changes.premises(began, now, &key)?);
            }
        }
        let subject = PastSubject::Event { event: Box::new(event), hosts };
        self.past((*permit.target()).into(), organisation, subject, changes).await
    }

    /// What was said before by some of an organisation. One statement.
    async fn changes(
        &self,
        organisation: OrganisationId,
        of: Condition,
        since: Timestamp,
    ) -> Result<Changes, StoreError> {
        self.earlier_rows(organisation, of, since, MOST).await.map(Changes::of)
    }

    /// The rows of it, the earliest first, at most so many. One statement.
    pub(super) async fn earlier_rows(
        &self,
        organisation: OrganisationId,
        of: Condition,
        since: Timestamp,
        most: u64,
    ) -> Result<Vec<Model>, StoreError> {
        let rows = Entity::find()
            .filter(Column::OrganisationId.eq(organisation.0))
            .filter(Column::ReplacedAt.gt(since.timestamp_millis()))
            .filter(of)
            .order_by_asc(Column::ReplacedAt)
            .order_by_asc(Column::Id)
            .limit(most)
            .all(&self.db)
            .await?;
        Ok(rows)
    }

    async fn past(
        &self,
        of: PremisesOrEvent,
        organisation: OrganisationId,
        subject: PastSubject,
        mut changes: Changes,
    ) -> Result<Past, StoreError> {
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let parties = Party::first(&self.db, Of::One(of), MOST).await?;
        let licences = Licence::first(&self.db, Of::One(of), MOST).await?;
        let now: OrganisationDetails = self.operator_of(organisation).await?;
        Ok(Past {
            organisation: changes.organisation(organisation, now, &key)?,
            subject,
            parties: changes.listed(&parties, &key)?,
            licences: changes.listed(&licences, &key)?,
        })
    }
}

/// The own premises that host an event or did.
pub(super) fn hosts_of(event: &Versions<Event>) -> impl Iterator<Item = PremisesId> {
    let said = event.earlier.iter().map(|(_, event)| event).chain(&event.now);
    said.filter_map(|event| event.details.place.premises())
}

/// What an organisation says of itself.
fn of_itself() -> Condition {
    let itself = Condition::all().add(Column::PremisesId.is_null()).add(Column::EventId.is_null());
    Condition::any().add(itself)
}
