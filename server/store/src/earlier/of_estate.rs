//! All that the notifications of an estate are made from, with what it said before.

use std::collections::{HashMap, HashSet};

use domain::{
    event::Event,
    ids::{OrganisationId, PremisesId, PremisesOrEvent},
    licence::Licence,
    notice::{Past, PastSubject, Versions},
    organisation::OrganisationDetails,
    party::Party,
    policy::{Permit, act},
    premises::Premises,
};
use sea_orm::Condition;

use super::{changes::Changes, of_one::hosts_of};
use crate::{
    CalendarFacts, Owner, Store, StoreError, Timestamp,
    entity::earlier_fact::Model,
    kept::{Of, Row, Table},
    keys::DataKey,
    premises_or_event::one_of,
};

/// The most changes that are read back, the earliest first: it is those that count. Of what is on lists, the same.
const MOST: u64 = 20_000;

impl Store {
    /// All that the notifications of an estate are made from, with what it said before: of the premises and events of
    /// which a notice was recorded. Four statements, however many they are; none where there is no notice.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn estate_pasts(
        &self,
        permit: &Permit<act::ListPremises>,
        facts: &CalendarFacts,
    ) -> Result<Vec<(PremisesOrEvent, Past)>, StoreError> {
        let Some(since) = facts.first_notice() else { return Ok(Vec::new()) };
        let organisation = *permit.target();
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let mut earlier: HashMap<Option<PremisesOrEvent>, Vec<Model>> = HashMap::new();
        for row in self.earlier_rows(organisation, Condition::all(), since, MOST).await? {
            // What is of neither, the organisation says of itself.
            earlier.entry(one_of(row.premises_id, row.event_id).ok()).or_default().push(row);
        }
        let now = self.operator_of(organisation).await?;
        let of_itself = earlier.remove(&None).unwrap_or_default();
        let estate = Estate {
            organisation: Changes::of(of_itself).organisation(organisation, now, &key)?,
            premises: facts.premises.iter().map(|one| (one.premises.id, &one.premises)).collect(),
            earlier,
            parties: self.by_subject::<Party>(organisation).await?,
            licences: self.by_subject::<Licence>(organisation).await?,
            key: &key,
        };
        let told = |of: PremisesOrEvent| !facts.notices(of).is_empty();
        let premises = facts.premises.iter().map(|one| &one.premises).filter(|now| told(now.id.into()));
        let premises = premises.map(|now| Ok((now.id.into(), estate.past_of_premises(now)?)));
        let events = facts.events.iter().map(|one| &one.event.event).filter(|now| told(now.id.into()));
        let events = events.map(|now| Ok((now.id.into(), estate.past_of_event(now)?)));
        premises.chain(events).collect()
    }

    /// What is on the lists of one kind in an estate. One statement.
    async fn by_subject<T: Table>(
        &self,
        organisation: OrganisationId,
    ) -> Result<HashMap<PremisesOrEvent, Vec<Row>>, StoreError> {
        let mut lists: HashMap<PremisesOrEvent, Vec<Row>> = HashMap::new();
        for row in T::first(&self.db, Of::All(organisation), MOST).await? {
            lists.entry(row.of).or_default().push(row);
        }
        Ok(lists)
    }
}

/// Premises and events that were told of are older than the first notice: that is as old as it matters.
const BEGAN: Timestamp = Timestamp::MIN_UTC;

/// What an estate says now, and what it said before.
struct Estate<'a> {
    organisation: Versions<OrganisationDetails>,
    premises: HashMap<PremisesId, &'a Premises>,
    earlier: HashMap<Option<PremisesOrEvent>, Vec<Model>>,
    parties: HashMap<PremisesOrEvent, Vec<Row>>,
    licences: HashMap<PremisesOrEvent, Vec<Row>>,
    key: &'a DataKey,
}

impl Estate<'_> {
    fn past_of_premises(&self, now: &Premises) -> Result<Past, StoreError> {
        let mut changes = self.changes(now.id.into());
        let premises = changes.premises(BEGAN, now.clone(), self.key)?;
        self.past(now.id.into(), PastSubject::Premises(Box::new(premises)), changes)
    }

    fn past_of_event(&self, now: &Event) -> Result<Past, StoreError> {
        let mut changes = self.changes(now.id.into());
        let event = changes.event(BEGAN, now.clone(), self.key)?;
        let ids: HashSet<PremisesId> = hosts_of(&event).collect();
        let hosts = ids.into_iter().filter_map(|id| self.premises.get(&id).copied().cloned());
        let hosts = hosts.map(|host| self.changes(host.id.into()).premises(BEGAN, host, self.key));
        let subject = PastSubject::Event { hosts: hosts.collect::<Result<_, _>>()?, event: Box::new(event) };
        self.past(now.id.into(), subject, changes)
    }

    fn changes(&self, of: PremisesOrEvent) -> Changes {
        Changes::of(self.earlier.get(&Some(of)).cloned().unwrap_or_default())
    }

    fn past(
        &self,
        of: PremisesOrEvent,
        subject: PastSubject,
        mut changes: Changes,
    ) -> Result<Past, StoreError> {
        let list = |rows: &'_ HashMap<PremisesOrEvent, Vec<Row>>| rows.get(&of).cloned().unwrap_or_default();
        Ok(Past {
            organisation: self.organisation.clone(),
            subject,
            parties: changes.listed(&list(&self.parties), self.key)?,
            licences: changes.listed(&list(&self.licences), self.key)?,
        })
    }
}
