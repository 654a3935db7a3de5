//! Whether whoever sent the answers may speak for the premises.

use domain::{
    audit::Event,
    codes::RegionCode,
    ids::{AccountId, PremisesId},
    policy::{Permit, act},
    review::AuthorityCheck,
    submission::CaseState,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::case;
use crate::{
    Owner, Store, StoreError, Timestamp,
    clock::at,
    entity::{authority_check, case as row},
    keys::Place,
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
    /// Records how the operator's authority to speak for the premises was confirmed. It holds for the
    /// later cases of the same premises in the region too. Four statements.
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
        let (before, _) = self.case_rows(*permit.target()).await?;
        let (region, premises) = (case::region(&before)?, PremisesId(before.premises_id));
        let key = self.key(&Owner::Region(region.clone())).await?;
        let tx = self.begin(Some(actor)).await?;
        let open = CaseState::ALL.into_iter().filter(|state| state.is_open()).map(CaseState::name);
        let touched = row::Entity::update_many()
            .col_expr(row::Column::ChangedAt, Expr::value(tx.millis()))
            .filter(row::Column::Id.eq(before.id))
            .filter(row::Column::State.is_in(open))
            .exec(tx.db())
            .await?;
        if touched.rows_affected != 1 {
            return Err(StoreError::Closed);
        }
        let lies = row_key(premises, &region);
        let made = authority_check::ActiveModel {
            premises_id: Set(premises.0),
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
                let theirs = self.authority(premises, &region).await?;
                // The same person's second click is no conflict.
                let own = theirs.is_some_and(|made| made.account == actor && made.check == *check);
                return if own { Ok(()) } else { Err(StoreError::Conflict) };
            }
            other => other?,
        };
        tx.commit(Event::AuthorityConfirmed(*permit.target())).await
    }

    /// How authority over premises was confirmed in a region, if it was. One statement.
    pub(super) async fn authority(
        &self,
        premises: PremisesId,
        region: &RegionCode,
    ) -> Result<Option<AuthorityMade>, StoreError> {
        let Some(row) = find(&self.db, premises, region).await? else { return Ok(None) };
        let key = self.key(&Owner::Region(region.clone())).await?;
        Ok(Some(AuthorityMade {
            check: key.open_json(place(&row_key(premises, region)), &row.details)?,
            account: AccountId(row.account_id),
            at: at(row.confirmed_at),
        }))
    }
}

/// The row that says that authority was confirmed. One statement.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    premises: PremisesId,
    region: &RegionCode,
) -> Result<Option<authority_check::Model>, StoreError> {
    Ok(authority_check::Entity::find_by_id((premises.0, region.to_string())).one(db).await?)
}

fn row_key(premises: PremisesId, region: &RegionCode) -> Vec<u8> {
    [premises.0.as_bytes().as_slice(), region.as_str().as_bytes()].concat()
}

fn place(row: &[u8]) -> Place<'_> {
    Place { table: "authority_check", column: "details", row }
}
