//! Notices that were given to the regulator: recorded, never changed, taken back as a mistake.

use std::collections::HashMap;

use domain::{
    audit::Event,
    ids::{NoticeId, OrganisationId, PremisesId, PremisesOrEvent},
    notice::{Kept, Notice, TakenBack},
    policy::{Act, Facts, Permit, act},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    Notifiable, Owner, Store, StoreError,
    clock::at,
    entity::notice::{ActiveModel, Column, Entity, Model},
    keys::{DataKey, Place},
    premises_or_event::one_of,
};

/// The most notices that are read back for one owner, the newest records first.
const MOST: u64 = 100;

impl Store {
    /// Records that a notice was given. Sent twice, it makes one record.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn record_notice<A>(
        &self,
        permit: &Permit<A>,
        once: Uuid,
        given: &Notice,
    ) -> Result<NoticeId, StoreError>
    where
        A: Act<Target: Notifiable<Change = A>>,
    {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let id = NoticeId(self.tokens.id("notice", actor.0, once));
        let of: PremisesOrEvent = (*permit.target()).into();
        let organisation = self.organisation_with(of).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(organisation))).await?;
        let tx = self.begin(Some(actor)).await?;
        let row = ActiveModel {
            id: Set(id.0),
            organisation_id: Set(organisation),
            premises_id: Set(of.premises().map(|id| id.0)),
            event_id: Set(of.event().map(|id| id.0)),
            details: Set(key.seal_json(lies("details", &id.0), given)?),
            recorded_by: Set(actor.0),
            recorded_at: Set(tx.millis()),
            taken_back_by: Set(None),
            taken_back_at: Set(None),
            taken_back_why: Set(None),
        };
        match Entity::insert(row).exec_without_returning(tx.db()).await.map_err(StoreError::from) {
            Err(StoreError::Taken) => return Ok(id),
            other => other?,
        };
        tx.commit(Event::NoticeRecorded(id)).await?;
        Ok(id)
    }

    /// The notices of premises or of an event, in the order in which they were recorded; at most the
    /// newest 100. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn notices<A>(&self, permit: &Permit<A>) -> Result<Vec<Kept>, StoreError>
    where
        A: Act<Target: Notifiable<See = A>>,
    {
        let of = match (*permit.target()).into() {
            PremisesOrEvent::Premises(premises) => Column::PremisesId.eq(premises.0),
            PremisesOrEvent::Event(event) => Column::EventId.eq(event.0),
        };
        let mut rows = Entity::find()
            .filter(of)
            .order_by_desc(Column::RecordedAt)
            .order_by_desc(Column::Id)
            .limit(MOST)
            .all(&self.db)
            .await?;
        rows.reverse();
        let Some(first) = rows.first() else { return Ok(Vec::new()) };
        let key = self.key(&Owner::Organisation(OrganisationId(first.organisation_id))).await?;
        rows.into_iter().map(|row| read(row, &key)).collect()
    }

    /// The notices of each of these premises, where they are the organisation's. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn notices_of_estate(
        &self,
        permit: &Permit<act::ListPremises>,
        premises: &[PremisesId],
    ) -> Result<HashMap<PremisesId, Vec<Kept>>, StoreError> {
        let organisation = *permit.target();
        let rows = Entity::find()
            .filter(Column::OrganisationId.eq(organisation.0))
            .filter(Column::PremisesId.is_in(premises.iter().map(|id| id.0)))
            .all(&self.db)
            .await?;
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let mut found: HashMap<PremisesId, Vec<Kept>> = HashMap::new();
        for row in rows {
            let Some(premises) = row.premises_id else { continue };
            found.entry(PremisesId(premises)).or_default().push(read(row, &key)?);
        }
        Ok(found)
    }

    /// A notice, and what it is of. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn notice(
        &self,
        permit: &Permit<act::EditNotice>,
    ) -> Result<(PremisesOrEvent, Kept), StoreError> {
        let row = self.notice_row(*permit.target()).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        Ok((one_of(row.premises_id, row.event_id)?, read(row, &key)?))
    }

    /// Takes the record of a notice back as a mistake: it stays, with the day and why. The same person
    /// doing it twice does it once.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when somebody else was faster.
    pub async fn take_back_notice(
        &self,
        permit: &Permit<act::EditNotice>,
        why: &str,
    ) -> Result<(), StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let id = *permit.target();
        let row = self.notice_row(id).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        let tx = self.begin(Some(actor)).await?;
        let why = key.seal(lies("taken_back_why", &id.0), why.as_bytes())?;
        let changed = Entity::update_many()
            .col_expr(Column::TakenBackBy, Expr::value(actor.0))
            .col_expr(Column::TakenBackAt, Expr::value(tx.millis()))
            .col_expr(Column::TakenBackWhy, Expr::value(why))
            .filter(Column::Id.eq(id.0))
            .filter(Column::TakenBackAt.is_null())
            .exec(tx.db())
            .await?;
        if changed.rows_affected == 1 {
            return tx.commit(Event::NoticeTakenBack(id)).await;
        }
        drop(tx);
        let by = self.notice_row(id).await?.taken_back_by;
        if by == Some(actor.0) { Ok(()) } else { Err(StoreError::Conflict) }
    }

    async fn notice_row(&self, id: NoticeId) -> Result<Model, StoreError> {
        Entity::find_by_id(id.0).one(&self.db).await?.ok_or(StoreError::NotFound)
    }

    /// What a notice is of. One statement.
    pub(crate) async fn notice_of(&self, id: NoticeId) -> Result<PremisesOrEvent, StoreError> {
        let row = self.notice_row(id).await?;
        one_of(row.premises_id, row.event_id)
    }

    pub(crate) async fn notice_facts(&self, id: NoticeId) -> Result<Facts, StoreError> {
        let organisation = OrganisationId(self.notice_row(id).await?.organisation_id);
        Ok(Facts { organisation: Some(organisation), ..Facts::default() })
    }
}

pub(crate) fn read(row: Model, key: &DataKey) -> Result<Kept, StoreError> {
    let taken_back = match (row.taken_back_at, &row.taken_back_why) {
        (Some(moment), Some(sealed)) => {
            let why = key.open(lies("taken_back_why", &row.id), sealed)?;
            let why =
                String::from_utf8(why.to_vec()).map_err(|_| StoreError::Unreadable("taken_back_why"))?;
            Some(TakenBack { at: at(moment), why })
        }
        _ => None,
    };
    Ok(Kept {
        id: NoticeId(row.id),
        notice: key.open_json(lies("details", &row.id), &row.details)?,
        recorded_at: at(row.recorded_at),
        taken_back,
    })
}

fn lies<'a>(column: &'static str, id: &'a Uuid) -> Place<'a> {
    Place { table: "notice", column, row: id.as_bytes() }
}
