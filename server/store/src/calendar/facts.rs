//! What the calendar of premises, or of a whole estate, is made from.

use std::collections::HashMap;

use domain::{
    calendar::Dates,
    event::HostedEvent,
    ids::{EventId, OrganisationId, PremisesId, PremisesOrEvent},
    notice::Kept,
    policy::{Act, Permit, act},
    premises::Premises,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Query};

use crate::{
    Notifiable, Owner, Store, StoreError, Timestamp,
    entity::{calendar, event, notice, premises},
    event::read as read_event,
    keys::DataKey,
    notice::read as read_notice,
    premises::read as read_premises,
    premises_or_event::one_of,
};

/// The most events that are looked at, the newest first.
const MOST_EVENTS: u64 = 2_000;

/// Premises, and the days that what they keep leads to.
#[derive(Clone, Debug)]
pub struct PremisesDates {
    /// The premises.
    pub premises: Premises,
    /// Their days.
    pub dates: Dates,
}

/// An event, and the days that what it keeps leads to.
#[derive(Clone, Debug)]
pub struct EventDates {
    /// The event.
    pub event: HostedEvent,
    /// Its days.
    pub dates: Dates,
}

/// What a calendar is made from.
#[derive(Clone, Debug, Default)]
pub struct CalendarFacts {
    /// Premises.
    pub premises: Vec<PremisesDates>,
    /// Events.
    pub events: Vec<EventDates>,
    notices: HashMap<PremisesOrEvent, Vec<Kept>>,
}

impl CalendarFacts {
    /// The notices that were given of premises or of an event.
    pub fn notices(&self, of: impl Into<PremisesOrEvent>) -> &[Kept] {
        self.notices.get(&of.into()).map(Vec::as_slice).unwrap_or_default()
    }

    /// When the first notice of any of them was recorded.
    pub fn first_notice(&self) -> Option<Timestamp> {
        self.notices.values().flatten().map(|kept| kept.recorded_at).min()
    }

    /// What premises or an event among them are called.
    pub fn name(&self, of: PremisesOrEvent) -> Option<&str> {
        match of {
            PremisesOrEvent::Premises(id) => {
                let mut premises = self.premises.iter().map(|one| &one.premises);
                premises.find(|premises| premises.id == id).map(|premises| premises.name.as_str())
            }
            PremisesOrEvent::Event(id) => {
                let mut events = self.events.iter().map(|one| &one.event.event);
                events.find(|event| event.id == id).map(|event| event.details.name.as_str())
            }
        }
    }
}

impl Store {
    /// What the calendar of premises is made from, with their events; or that of an event alone. Three statements.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn calendar_at<A>(&self, permit: &Permit<A>) -> Result<CalendarFacts, StoreError>
    where
        A: Act<Target: Notifiable<See = A>>,
    {
        let found = match (*permit.target()).into() {
            PremisesOrEvent::Premises(id) => {
                let premises = Condition::all().add(premises::Column::Id.eq(id.0));
                let events = Condition::all().add(event::Column::PremisesId.eq(id.0));
                let facts = self.calendar_facts(premises, events).await?;
                (!facts.premises.is_empty()).then_some(facts)
            }
            PremisesOrEvent::Event(id) => {
                let own = event::Column::Id.eq(id.0);
                let host = Query::select()
                    .column(event::Column::PremisesId)
                    .from(event::Entity)
                    .and_where(own.clone())
                    .take();
                let host = Condition::all().add(premises::Column::Id.in_subquery(host));
                let facts = self.calendar_facts(host, Condition::all().add(own)).await?;
                // Its host decides with it whether it qualifies, and has a calendar of its own.
                (!facts.events.is_empty()).then_some(CalendarFacts { premises: Vec::new(), ..facts })
            }
        };
        found.ok_or(StoreError::NotFound)
    }

    /// What the calendar of an estate is made from: its premises and its events. Three statements, however many
    /// there are.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn calendar_of(&self, permit: &Permit<act::ListPremises>) -> Result<CalendarFacts, StoreError> {
        let id = permit.target().0;
        let premises = Condition::all().add(premises::Column::OrganisationId.eq(id));
        let events = Condition::all().add(event::Column::OrganisationId.eq(id));
        self.calendar_facts(premises, events).await
    }

    async fn calendar_facts(
        &self,
        of_premises: Condition,
        of_events: Condition,
    ) -> Result<CalendarFacts, StoreError> {
        let rows = premises::Entity::find()
            .filter(of_premises)
            .find_also_related(calendar::Entity)
            .all(&self.db)
            .await?;
        let events = event::Entity::find()
            .filter(of_events)
            .find_also_related(calendar::Entity)
            .order_by_desc(event::Column::RegisteredAt)
            .limit(MOST_EVENTS)
            .all(&self.db)
            .await?;
        let organisation = rows.first().map(|(row, _)| row.organisation_id);
        let Some(organisation) = organisation.or_else(|| events.first().map(|(row, _)| row.organisation_id))
        else {
            return Ok(CalendarFacts::default());
        };
        let key = self.key(&Owner::Organisation(OrganisationId(organisation))).await?;
        let mut facts = CalendarFacts::default();
        for (row, dates) in rows {
            let dates = days(PremisesId(row.id), dates, &key)?;
            facts.premises.push(PremisesDates { premises: read_premises(row, &key)?, dates });
        }
        let hosts: HashMap<PremisesId, &Premises> =
            facts.premises.iter().map(|one| (one.premises.id, &one.premises)).collect();
        // At premises, an event of somebody else's organisation is none of theirs.
        for (row, dates) in events.into_iter().filter(|(row, _)| row.organisation_id == organisation) {
            let host = row.premises_id.and_then(|id| hosts.get(&PremisesId(id)).copied().cloned());
            let dates = days(EventId(row.id), dates, &key)?;
            let event = HostedEvent { host, event: read_event(row, &key)? };
            facts.events.push(EventDates { event, dates });
        }
        let rows = notice::Entity::find()
            .filter(notice::Column::OrganisationId.eq(organisation))
            .order_by_asc(notice::Column::RecordedAt)
            .all(&self.db)
            .await?;
        for row in rows {
            let of = one_of(row.premises_id, row.event_id)?;
            facts.notices.entry(of).or_default().push(read_notice(row, &key)?);
        }
        Ok(facts)
    }
}

/// The days as their row holds them; none where there is no row.
fn days(
    of: impl Into<PremisesOrEvent>,
    row: Option<calendar::Model>,
    key: &DataKey,
) -> Result<Dates, StoreError> {
    let dates = row.map(|row| super::read(of.into(), &row.dates, key)).transpose()?;
    Ok(dates.unwrap_or_default())
}
