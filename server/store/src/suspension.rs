//! What an administrator takes away: the way in of an account, and an open invitation.

use domain::{
    audit::Event,
    ids::AccountId,
    policy::{Facts, Permit, act},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, sea_query::Expr,
};

use crate::{
    Listed, OpenInvitation, Owner, Store, StoreError,
    account::read_grant,
    entity::{account, invitation, role_grant},
    people::{listed, open},
    reset::end_sessions,
};

impl Store {
    /// The person whose account may be suspended. Two statements.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn person_to_suspend(
        &self,
        permit: &Permit<act::SuspendAccount>,
    ) -> Result<Listed, StoreError> {
        let id = permit.target().0;
        let row = account::Entity::find_by_id(id).one(&self.db).await?.ok_or(StoreError::NotFound)?;
        let held = role_grant::Entity::find()
            .filter(role_grant::Column::AccountId.eq(id))
            .filter(role_grant::Column::EndedAt.is_null())
            .order_by_asc(role_grant::Column::GrantedAt)
            .all(&self.db)
            .await?;
        let grants = held
            .into_iter()
            .map(|row| read_grant(&row.role, row.organisation_id, row.place.as_deref()))
            .collect::<Result<_, _>>()?;
        listed(&*self.key(&Owner::Portal).await?, row, grants)
    }

    /// Keeps somebody from signing in and ends all their sessions, or lets them in again. Where it is
    /// so already, nothing happens.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for one's own account: somebody must be left to let others in.
    pub async fn set_suspended(
        &self,
        permit: &Permit<act::SuspendAccount>,
        suspended: bool,
    ) -> Result<(), StoreError> {
        let (id, actor) = (*permit.target(), permit.actor().ok_or(StoreError::NotFound)?);
        if id == actor {
            return Err(StoreError::NotFound);
        }
        let tx = self.begin(Some(actor)).await?;
        let changed = account::Entity::update_many()
            .set(account::ActiveModel { suspended: Set(suspended), ..Default::default() })
            .filter(account::Column::Id.eq(id.0))
            .filter(account::Column::Suspended.ne(suspended))
            .exec(tx.db())
            .await?;
        if changed.rows_affected != 1 {
            return Ok(());
        }
        if suspended {
            end_sessions(&tx, id).await?;
        }
        tx.commit(if suspended { Event::AccountSuspended(id) } else { Event::AccountRestored(id) }).await
    }

    /// The invitation that may be taken back. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it cannot be taken up any more.
    pub async fn invitation_to_take_back(
        &self,
        permit: &Permit<act::TakeBackRoleInvitation>,
    ) -> Result<OpenInvitation, StoreError> {
        let row = invitation::Entity::find_by_id(permit.target().0)
            .filter(invitation::Column::OrganisationId.is_null())
            .filter(invitation::Column::AcceptedAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(self.clock.now().timestamp_millis()))
            .one(&self.db)
            .await?
            .ok_or(StoreError::NotFound)?;
        open(&*self.key(&Owner::Portal).await?, row)
    }

    /// Takes an invitation back: its link leads nowhere any more. Where it works no more already,
    /// nothing happens.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when it was taken up before.
    pub async fn take_back_role_invitation(
        &self,
        permit: &Permit<act::TakeBackRoleInvitation>,
    ) -> Result<(), StoreError> {
        let id = *permit.target();
        let tx = self.begin(permit.actor()).await?;
        let ended = invitation::Entity::update_many()
            .col_expr(invitation::Column::ExpiresAt, Expr::value(tx.millis()))
            .col_expr(invitation::Column::TakenBackAt, Expr::value(tx.millis()))
            .filter(invitation::Column::Id.eq(id.0))
            .filter(invitation::Column::OrganisationId.is_null())
            .filter(invitation::Column::AcceptedAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(tx.millis()))
            .exec(tx.db())
            .await?;
        if ended.rows_affected == 1 {
            return tx.commit(Event::InvitationTakenBack(id)).await;
        }
        drop(tx);
        let taken_up = invitation::Entity::find_by_id(id.0)
            .filter(invitation::Column::OrganisationId.is_null())
            .filter(invitation::Column::AcceptedAt.is_not_null())
            .count(&self.db)
            .await?;
        if taken_up == 0 { Ok(()) } else { Err(StoreError::Closed) }
    }

    pub(crate) async fn account_facts(&self, id: AccountId) -> Result<Facts, StoreError> {
        let there = account::Entity::find_by_id(id.0).count(&self.db).await? == 1;
        if there { Ok(Facts { account: Some(id), ..Facts::default() }) } else { Err(StoreError::NotFound) }
    }
}
