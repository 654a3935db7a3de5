//! What facts said before they were changed: kept from the first notice on that an organisation
//! records, so that it can be told since when something is other than it was notified.

mod changes;
mod of_estate;
mod of_one;

use domain::ids::PremisesOrEvent;
use sea_orm::{
    ColumnTrait, ConnectionTrait,
    sea_query::{Expr, Query},
};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    StoreError,
    entity::{
        earlier_fact::{Column, Entity},
        notice,
    },
    keys::{DataKey, Place},
    tx::WriteTx,
};

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
    /// One of the slugs above, or the table of a record.
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

fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "earlier_fact", column: "details", row: id.as_bytes() }
}
