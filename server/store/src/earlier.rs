//! What facts said before they were changed: kept from the first notice on that an organisation
//! records, so that it can be told since when something is other than it was notified.

use std::collections::{HashMap, HashSet};

use domain::{
    event::{Event, EventDetails},
    ids::{OrganisationId, PremisesOrEvent},
    licence::Licence,
    notice::{Past, PastSubject, Versions},
    organisation::OrganisationDetails,
    party::Party,
    policy::{Permit, act},
    premises::Premises,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    Owner, Store, StoreError, Timestamp,
    clock::at,
    entity::{
        self,
        earlier_fact::{Column, Entity, Model},
        list_entry, notice,
    },
    event,
    keys::{DataKey, Place},
    list_entry::{OnList, details_of},
    premises,
    tx::WriteTx,
};

/// The most changes that are read back, the earliest first: it is those that count.
const MOST: u64 = 5_000;

/// The slug of premises themselves.
pub(crate) const PREMISES: &str = "premises";

/// The slug of an event itself.
pub(crate) const EVENT: &str = "event";

/// The slug of an organisation itself.
pub(crate) const ORGANISATION: &str = "organisation";

/// What said something, and of what.
pub(crate) struct Said {
    pub organisation: Uuid,
    /// The premises or the event that it is said of; `None` for what an organisation says of itself.
    pub of: Option<PremisesOrEvent>,
    /// One of the slugs above, or of [`OnList::KIND`].
    pub kind: &'static str,
    pub subject: Uuid,
    /// Of something on a list: when it was added.
    pub added_at: Option<i64>,
}

/// Keeps what was said until now, where the organisation has recorded a notice. One statement.
pub(crate) async fn keep<T: Serialize>(
    tx: &WriteTx,
    key: &DataKey,
    said: Said,
    before: &T,
) -> Result<(), StoreError> {
    let id = Uuid::now_v7();
    let values: [Expr; 9] = [
        id.into(),
        said.organisation.into(),
        said.of.and_then(PremisesOrEvent::premises).map(|id| id.0).into(),
        said.of.and_then(PremisesOrEvent::event).map(|id| id.0).into(),
        said.kind.into(),
        said.subject.into(),
        said.added_at.into(),
        tx.millis().into(),
        key.seal_json(lies(&id), before)?.into(),
    ];
    let notices = Query::select()
        .expr(Expr::val(1))
        .from(notice::Entity)
        .and_where(notice::Column::OrganisationId.eq(said.organisation))
        .take();
    let select = Query::select().exprs(values).and_where(Expr::exists(notices)).take();
    let mut insert = Query::insert();
    insert.into_table(Entity).columns([
        Column::Id,
        Column::OrganisationId,
        Column::PremisesId,
        Column::EventId,
        Column::Kind,
        Column::SubjectId,
        Column::AddedAt,
        Column::ReplacedAt,
        Column::Details,
    ]);
    insert.select_from(select).map_err(|_| StoreError::Unreadable("earlier fact"))?;
    tx.db().execute(&insert).await?;
    Ok(())
}

/// What one thing said before: when it was added, and each version with its end.
type Before = (Option<i64>, Vec<(Timestamp, Model)>);

/// What things said before, by kind and id.
#[derive(Default)]
struct Changes(HashMap<(String, Uuid), Before>);

impl Changes {
    fn of(rows: Vec<Model>) -> Self {
        let mut changes = Self::default();
        for row in rows {
            let one = changes.0.entry((row.kind.clone(), row.subject_id)).or_default();
            one.0 = one.0.or(row.added_at);
            one.1.push((at(row.replaced_at), row));
        }
        changes
    }

    fn take(&mut self, kind: &str, subject: Uuid) -> Vec<(Timestamp, Model)> {
        self.0.remove(&(kind.to_owned(), subject)).unwrap_or_default().1
    }

    /// A list, with what is on it now and what was removed.
    fn listed<L: OnList>(
        &mut self,
        entries: &[list_entry::Model],
        key: &DataKey,
    ) -> Result<Vec<Versions<L>>, StoreError> {
        let mut list = Vec::new();
        for row in entries.iter().filter(|row| row.kind == L::KIND) {
            let earlier = self.take(L::KIND, row.id);
            list.push(Versions {
                began: at(row.added_at),
                earlier: opened(earlier, key, |said| said)?,
                now: Some(details_of::<L>(row, key)?),
            });
        }
        let removed: Vec<_> = self.0.keys().filter(|(kind, _)| kind == L::KIND).cloned().collect();
        for subject in removed {
            let Some((added_at, earlier)) = self.0.remove(&subject) else { continue };
            let began = at(added_at.unwrap_or_default());
            list.push(Versions { began, earlier: opened(earlier, key, |said| said)?, now: None });
        }
        Ok(list)
    }

    fn premises(
        &mut self,
        row: entity::premises::Model,
        key: &DataKey,
    ) -> Result<Versions<Premises>, StoreError> {
        let (began, earlier) = (at(row.registered_at), self.take(PREMISES, row.id));
        let now: Premises = premises::read(row, key)?;
        let earlier = opened(earlier, key, |said: premises::Details| said.of(&now))?;
        Ok(Versions { began, earlier, now: Some(now) })
    }

    fn event(&mut self, row: entity::event::Model, key: &DataKey) -> Result<Versions<Event>, StoreError> {
        let (began, earlier) = (at(row.registered_at), self.take(EVENT, row.id));
        let now = event::read(row, key)?;
        let earlier = opened(earlier, key, |details: EventDetails| Event { details, ..now.clone() })?;
        Ok(Versions { began, earlier, now: Some(now) })
    }
}

impl Store {
    /// All that a notification of premises is made from, with what it said before, back to a moment.
    /// Five statements.
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
        let subject = PastSubject::Premises(Box::new(changes.premises(row, &key)?));
        self.past((*permit.target()).into(), organisation, subject, changes).await
    }

    /// All that a notification of an event is made from, with what it said before, back to a moment.
    /// Five statements; seven where own premises host it or did.
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
        let event = changes.event(row, &key)?;
        let said = event.earlier.iter().map(|(_, event)| event).chain(&event.now);
        let ids: HashSet<Uuid> =
            said.filter_map(|event| event.details.place.premises()).map(|id| id.0).collect();
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
                hosts.push(changes.premises(row, &key)?);
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
        let rows = Entity::find()
            .filter(Column::OrganisationId.eq(organisation.0))
            .filter(Column::ReplacedAt.gt(since.timestamp_millis()))
            .filter(of)
            .order_by_asc(Column::ReplacedAt)
            .order_by_asc(Column::Id)
            .limit(MOST)
            .all(&self.db)
            .await?;
        Ok(Changes::of(rows))
    }

    async fn past(
        &self,
        of: PremisesOrEvent,
        organisation: OrganisationId,
        subject: PastSubject,
        mut changes: Changes,
    ) -> Result<Past, StoreError> {
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let entries = self.entry_rows(of).await?;
        let now: OrganisationDetails = self.operator_of(organisation).await?;
        let earlier = opened(changes.take(ORGANISATION, organisation.0), &key, |said| said)?;
        Ok(Past {
            // An organisation is older than anything of its own.
            organisation: Versions { began: Timestamp::MIN_UTC, earlier, now: Some(now) },
            subject,
            parties: changes.listed::<Party>(&entries, &key)?,
            licences: changes.listed::<Licence>(&entries, &key)?,
        })
    }
}

/// What an organisation says of itself.
fn of_itself() -> Condition {
    let itself = Condition::all().add(Column::PremisesId.is_null()).add(Column::EventId.is_null());
    Condition::any().add(itself)
}

fn opened<S: DeserializeOwned, T>(
    rows: Vec<(Timestamp, Model)>,
    key: &DataKey,
    read: impl Fn(S) -> T,
) -> Result<Vec<(Timestamp, T)>, StoreError> {
    let open =
        |(until, row): (Timestamp, Model)| Ok((until, read(key.open_json(lies(&row.id), &row.details)?)));
    rows.into_iter().map(open).collect()
}

fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "earlier_fact", column: "details", row: id.as_bytes() }
}
