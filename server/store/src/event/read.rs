//! Events from their rows, each with the premises that host it.

use std::collections::HashMap;

use domain::{
    codes::{CouncilCode, RegionCode},
    day::in_london,
    estate::PAGE,
    event::{Event, EventDetails, HostedEvent, Line},
    ids::{EventId, OrganisationId, PremisesId},
    policy::{Facts, Permit, act},
    premises::{Premises, PremisesName},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    Cursor, Owner, Store, StoreError,
    clock::at,
    cursor::first_page,
    entity::{event, premises},
    keys::{DataKey, Place},
    premises::read as read_premises,
};

/// The most events that are listed at premises.
const MOST_AT: u64 = 100;

/// A page of events.
pub struct EventPage {
    /// The events.
    pub events: Vec<HostedEvent>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

impl Store {
    /// An event with all that is known of it. Two statements.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn event(&self, permit: &Permit<act::ViewEvent>) -> Result<HostedEvent, StoreError> {
        self.open_event(*permit.target()).await
    }

    /// An event about to be changed. Two statements.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn event_to_edit(&self, permit: &Permit<act::EditEvent>) -> Result<HostedEvent, StoreError> {
        self.open_event(*permit.target()).await
    }

    /// A page of the organisation's events, the newest first. Two statements.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn events_of(
        &self,
        permit: &Permit<act::ListEvents>,
        after: Option<Cursor>,
    ) -> Result<EventPage, StoreError> {
        let organisation = *permit.target();
        let beyond = |after: Cursor| after.beyond(event::Column::RegisteredAt, event::Column::Id);
        let rows = event::Entity::find()
            .filter(event::Column::OrganisationId.eq(organisation.0))
            .filter(after.map_or_else(Condition::all, beyond))
            .order_by_desc(event::Column::RegisteredAt)
            .order_by_desc(event::Column::Id)
            .limit(u64::try_from(PAGE + 1).unwrap_or(u64::MAX))
            .all(&self.db)
            .await?;
        let at = |row: event::Model| {
            let at = Cursor { millis: row.registered_at, id: row.id };
            (row, at)
        };
        let (rows, next) = first_page(rows.into_iter().map(at).collect(), PAGE);
        Ok(EventPage { events: self.hosted(rows, organisation).await?, next })
    }

    /// The newest events at premises that were read before, at most 100. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the permit is for others.
    pub async fn events_at(
        &self,
        permit: &Permit<act::ViewPremises>,
        host: &Premises,
    ) -> Result<Vec<HostedEvent>, StoreError> {
        if *permit.target() != host.id {
            return Err(StoreError::NotFound);
        }
        let rows = event::Entity::find()
            .filter(event::Column::PremisesId.eq(host.id.0))
            .filter(event::Column::OrganisationId.eq(host.organisation.0))
            .order_by_desc(event::Column::RegisteredAt)
            .order_by_desc(event::Column::Id)
            .limit(MOST_AT)
            .all(&self.db)
            .await?;
        let key = self.key(&Owner::Organisation(host.organisation)).await?;
        let hosted = |row| Ok(HostedEvent { host: Some(host.clone()), event: read(row, &key)? });
        rows.into_iter().map(hosted).collect()
    }

    /// The premises that can host an event of the organisation, at most `most`, by name. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn event_hosts(
        &self,
        permit: &Permit<act::ListPremises>,
        most: u64,
    ) -> Result<Vec<(PremisesId, PremisesName)>, StoreError> {
        let organisation = *permit.target();
        let rows = premises::Entity::find()
            .filter(premises::Column::OrganisationId.eq(organisation.0))
            .order_by_desc(premises::Column::RegisteredAt)
            .limit(most)
            .all(&self.db)
            .await?;
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let mut hosts = rows
            .into_iter()
            .map(|row| read_premises(row, &key).map(|host| (host.id, host.name)))
            .collect::<Result<Vec<_>, _>>()?;
        hosts.sort_by_cached_key(|(id, name)| (name.as_str().to_lowercase(), *id));
        Ok(hosts)
    }

    /// An event with its host. One statement, two for one at own premises.
    pub(crate) async fn open_event(&self, id: EventId) -> Result<HostedEvent, StoreError> {
        self.with_host(self.event_row(id).await?).await
    }

    /// An event from its row, with its host. One statement where that is the organisation's own.
    pub(crate) async fn with_host(&self, row: event::Model) -> Result<HostedEvent, StoreError> {
        let organisation = OrganisationId(row.organisation_id);
        self.hosted(vec![row], organisation).await?.pop().ok_or(StoreError::NotFound)
    }

    /// What an event is called. One statement.
    pub(crate) async fn event_name(&self, id: EventId) -> Result<String, StoreError> {
        let row = self.event_row(id).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        Ok(name(id, &row.details, &key)?.as_str().to_owned())
    }

    pub(crate) async fn event_row(&self, id: EventId) -> Result<event::Model, StoreError> {
        event::Entity::find_by_id(id.0).one(&self.db).await?.ok_or(StoreError::NotFound)
    }

    pub(crate) async fn event_facts(&self, id: EventId) -> Result<Facts, StoreError> {
        let row = self.event_row(id).await?;
        Ok(Facts { organisation: Some(OrganisationId(row.organisation_id)), ..Facts::default() })
    }

    /// Events of one organisation with their hosts. One statement, none where no event has a host.
    async fn hosted(
        &self,
        rows: Vec<event::Model>,
        organisation: OrganisationId,
    ) -> Result<Vec<HostedEvent>, StoreError> {
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.premises_id).collect();
        let mut hosts = HashMap::new();
        if !ids.is_empty() {
            let found = premises::Entity::find()
                .filter(premises::Column::Id.is_in(ids))
                .filter(premises::Column::OrganisationId.eq(organisation.0))
                .all(&self.db)
                .await?;
            for row in found {
                hosts.insert(row.id, read_premises(row, &key)?);
            }
        }
        rows.into_iter()
            .map(|row| {
                let host = row.premises_id.map(|id| hosts.get(&id).cloned().ok_or(StoreError::NotFound));
                Ok(HostedEvent { host: host.transpose()?, event: read(row, &key)? })
            })
            .collect()
    }
}

/// What an event is called, of all that is sealed of it.
pub(crate) fn name(id: EventId, details: &[u8], key: &DataKey) -> Result<Line, StoreError> {
    #[derive(Deserialize)]
    struct Called {
        name: Line,
    }
    key.open_json(lies(&id.0), details).map(|called: Called| called.name)
}

pub(crate) fn read(row: event::Model, key: &DataKey) -> Result<Event, StoreError> {
    let details: EventDetails = key.open_json(lies(&row.id), &row.details)?;
    Ok(Event {
        id: EventId(row.id),
        organisation: OrganisationId(row.organisation_id),
        details,
        council: row.council.parse::<CouncilCode>().map_err(|_| StoreError::Unreadable("council"))?,
        region: row.region.parse::<RegionCode>().map_err(|_| StoreError::Unreadable("region"))?,
        registered_on: in_london(at(row.registered_at)),
        version: u32::try_from(row.version).map_err(|_| StoreError::Unreadable("version"))?,
    })
}

pub(super) fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "event", column: "details", row: id.as_bytes() }
}
