//! Whether whoever sent the answers may speak for the premises or the event.

use domain::{
    audit::Event,
    codes::RegionCode,
    ids::{AccountId, CaseId, PremisesOrEvent},
    policy::{Act, Permit, act},
    review::AuthorityCheck,
    submission::CaseState,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::case;
use crate::{
    Owner, Store, StoreError, Timestamp,
    clock::at,
    entity::{authority_check, case as row},
    keys::Place,
    tx::WriteTx,
};

/// How authority was confirmed, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityMade {
    /// How.
    pub check: AuthorityCheck,
    /// The CTSA who recorded it.
    pub account: AccountId,
    /// When it was recorded.
    pub at: Timestamp,
}

impl Store {
    /// Records how the operator's authority to speak for the premises or the event was confirmed. It holds
    /// for their later cases in the region too. Four statements.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when the case waits for no answer any more, [`StoreError::Conflict`]
    /// when another CTSA recorded it first.
    pub async fn confirm_authority(
        &self,
        permit: &Permit<act::ConfirmAuthority>,
        check: &AuthorityCheck,
    ) -> Result<(), StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let (region, of) = self.place_of(*permit.target()).await?;
        let key = self.key(&Owner::Region(region.clone())).await?;
        let tx = self.begin(Some(actor)).await?;
        touch(&tx, *permit.target()).await?;
        let lies = row_key(of, &region);
        let made = authority_check::ActiveModel {
            subject_id: Set(of.into()),
            region: Set(region.to_string()),
            details: Set(key.seal_json(place(&lies), check)?),
            account_id: Set(actor.0),
            confirmed_at: Set(tx.millis()),
        };
        match authority_check::Entity::insert(made)
            .exec_without_returning(tx.db())
            .await
            .map_err(StoreError::from)
        {
            Err(StoreError::Taken) => {
                drop(tx);
                let theirs = self.authority(of, &region).await?;
                // The same person's second click is no conflict.
                let own = theirs.is_some_and(|made| made.account == actor && made.check == *check);
                return if own { Ok(()) } else { Err(StoreError::Conflict) };
            }
            other => other?,
        };
        tx.commit(Event::AuthorityConfirmed(*permit.target())).await
    }

    /// Records a newer confirmation in place of the one that was seen. Four statements.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when the case waits for no answer any more, [`StoreError::Conflict`]
    /// when the one that was seen is not there any more.
    pub async fn renew_authority(
        &self,
        permit: &Permit<act::ConfirmAuthority>,
        seen: i64,
        check: &AuthorityCheck,
    ) -> Result<(), StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let (region, of) = self.place_of(*permit.target()).await?;
        let key = self.key(&Owner::Region(region.clone())).await?;
        let tx = self.begin(Some(actor)).await?;
        touch(&tx, *permit.target()).await?;
        let details = key.seal_json(place(&row_key(of, &region)), check)?;
        let renewed = authority_check::Entity::update_many()
            .col_expr(authority_check::Column::Details, Expr::value(details))
            .col_expr(authority_check::Column::AccountId, Expr::value(actor.0))
            .col_expr(
                authority_check::Column::ConfirmedAt,
                Expr::value(tx.millis().max(seen.saturating_add(1))),
            )
            .filter(authority_check::Column::SubjectId.eq(Uuid::from(of)))
            .filter(authority_check::Column::Region.eq(region.as_str()))
            .filter(authority_check::Column::ConfirmedAt.eq(seen))
            .exec(tx.db())
            .await?;
        if renewed.rows_affected == 1 {
            return tx.commit(Event::AuthorityRenewed(*permit.target())).await;
        }
        drop(tx);
        let now = self.authority(of, &region).await?;
        // The same person's second click is no conflict.
        let own = now.is_some_and(|made| made.account == actor && made.check == *check);
        if own { Ok(()) } else { Err(StoreError::Conflict) }
    }

    /// Takes the confirmation back that was seen: what the operator says is a claim again, for every
    /// case of theirs in the region. What was answered before stays answered. Three statements.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when the case waits for no answer any more, [`StoreError::Conflict`]
    /// when another confirmation is in its place.
    pub async fn revoke_authority(
        &self,
        permit: &Permit<act::RevokeAuthority>,
        seen: i64,
    ) -> Result<(), StoreError> {
        let (region, of) = self.place_of(*permit.target()).await?;
        let tx = self.begin(permit.actor()).await?;
        touch(&tx, *permit.target()).await?;
        let gone = authority_check::Entity::delete_many()
            .filter(authority_check::Column::SubjectId.eq(Uuid::from(of)))
            .filter(authority_check::Column::Region.eq(region.as_str()))
            .filter(authority_check::Column::ConfirmedAt.eq(seen))
            .exec(tx.db())
            .await?;
        if gone.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
        tx.commit(Event::AuthorityRevoked(*permit.target())).await
    }

    /// How authority over what a case is about was confirmed, if it was. Two statements.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn authority_of<A: Act<Target = CaseId>>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Option<AuthorityMade>, StoreError> {
        let (region, of) = self.place_of(*permit.target()).await?;
        self.authority(of, &region).await
    }

    /// The region of a case, and what it is about. One statement.
    async fn place_of(&self, id: CaseId) -> Result<(RegionCode, PremisesOrEvent), StoreError> {
        let (before, _) = self.case_rows(id).await?;
        Ok((case::region(&before)?, case::of(&before)?))
    }

    /// How authority over premises or an event was confirmed in a region, if it was. One statement.
    pub(super) async fn authority(
        &self,
        of: PremisesOrEvent,
        region: &RegionCode,
    ) -> Result<Option<AuthorityMade>, StoreError> {
        let Some(row) = find(&self.db, of, region).await? else { return Ok(None) };
        let key = self.key(&Owner::Region(region.clone())).await?;
        Ok(Some(AuthorityMade {
            check: key.open_json(place(&row_key(of, region)), &row.details)?,
            account: AccountId(row.account_id),
            at: at(row.confirmed_at),
        }))
    }
}

/// Takes the case while it waits for an answer, so that it cannot be answered at the same moment.
async fn touch(tx: &WriteTx, id: CaseId) -> Result<(), StoreError> {
    let open = CaseState::ALL.into_iter().filter(|state| state.is_open()).map(CaseState::name);
    let touched = row::Entity::update_many()
        .col_expr(row::Column::ChangedAt, Expr::value(tx.millis()))
        .filter(row::Column::Id.eq(id.0))
        .filter(row::Column::State.is_in(open))
        .exec(tx.db())
        .await?;
    if touched.rows_affected == 1 { Ok(()) } else { Err(StoreError::Closed) }
}

/// The row that says that authority was confirmed. One statement.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    of: PremisesOrEvent,
    region: &RegionCode,
) -> Result<Option<authority_check::Model>, StoreError> {
    Ok(authority_check::Entity::find_by_id((Uuid::from(of), region.to_string())).one(db).await?)
}

fn row_key(of: PremisesOrEvent, region: &RegionCode) -> Vec<u8> {
    [Uuid::from(of).as_bytes().as_slice(), region.as_str().as_bytes()].concat()
}

fn place(row: &[u8]) -> Place<'_> {
    Place { table: "authority_check", column: "details", row }
}
