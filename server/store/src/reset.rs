//! One-time links for a new password.

use domain::{
    account::{EmailAddress, Password, RESET_LINK_LASTS},
    audit::Event,
    ids::AccountId,
    policy::{Grant, Permit, act},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    Owner, Secret, Store, StoreError,
    account::{insert_grant, place, read_grant},
    entity::{account, reset_link, role_grant, session},
    invitation::ends,
    tx::WriteTx,
};

impl Store {
    /// Makes a link for a new password, and gives its secret: the only time that it is known.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the address has no account.
    pub async fn make_reset_link(
        &self,
        permit: &Permit<act::MakeResetLink>,
        email: &EmailAddress,
    ) -> Result<Secret, StoreError> {
        let account = self.account_of(email).await?.ok_or(StoreError::NotFound)?;
        let secret = Secret::random()?;
        let tx = self.begin(permit.actor()).await?;
        let row = reset_link::ActiveModel {
            token_hash: Set(secret.digest()),
            account_id: Set(account.id),
            expires_at: Set(ends(tx.millis(), RESET_LINK_LASTS)),
            used_at: Set(None),
        };
        reset_link::Entity::insert(row).exec_without_returning(tx.db()).await?;
        tx.commit(Event::ResetLinkMade(AccountId(account.id))).await?;
        Ok(secret)
    }

    /// Whether a link still works. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] alike for a link that is wrong, used or too old.
    pub async fn reset_link(
        &self,
        _permit: &Permit<act::ResetPassword>,
        secret: &Secret,
    ) -> Result<(), StoreError> {
        self.open_reset_link(secret).await.map(|_| ())
    }

    /// Sets a new password by a link, ends all sessions of the account, and voids its other links.
    /// A suspended account stays suspended.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] alike for a link that is wrong, used or too old.
    pub async fn reset_password(
        &self,
        permit: &Permit<act::ResetPassword>,
        secret: &Secret,
        password: &Password,
    ) -> Result<(), StoreError> {
        // Before anything slow: a wrong link costs no hash.
        let account = self.open_reset_link(secret).await?.account_id;
        let hash = self.passwords.hash(password).await?;
        let key = self.key(&Owner::Portal).await?;
        let tx = self.begin(permit.actor()).await?;
        let used = reset_link::Entity::update_many()
            .set(reset_link::ActiveModel { used_at: Set(Some(tx.millis())), ..Default::default() })
            .filter(reset_link::Column::TokenHash.eq(secret.digest()))
            .filter(reset_link::Column::UsedAt.is_null())
            .filter(reset_link::Column::ExpiresAt.gt(tx.millis()))
            .exec(tx.db())
            .await?;
        if used.rows_affected != 1 {
            return Err(StoreError::NotFound);
        }
        account::Entity::update_many()
            .set(account::ActiveModel {
                password: Set(key.seal(place("password", &account), hash.as_bytes())?),
                ..Default::default()
            })
            .filter(account::Column::Id.eq(account))
            .exec(tx.db())
            .await?;
        after_a_new_password(&tx, AccountId(account)).await?;
        tx.commit(Event::PasswordReset(AccountId(account))).await
    }

    /// Gives an account one more role. One that it holds already stays as it is.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the address has no account.
    pub async fn grant_role(
        &self,
        permit: &Permit<act::GrantRole>,
        email: &EmailAddress,
        grant: &Grant,
    ) -> Result<(), StoreError> {
        let account = self.account_of(email).await?.ok_or(StoreError::NotFound)?.id;
        let tx = self.begin(permit.actor()).await?;
        let held = role_grant::Entity::find()
            .filter(role_grant::Column::AccountId.eq(account))
            .filter(role_grant::Column::EndedAt.is_null())
            .all(tx.db())
            .await?;
        for row in held {
            if read_grant(&row.role, row.organisation_id, row.place.as_deref())? == *grant {
                return Ok(());
            }
        }
        // A longer session would outlive what the new role allows.
        end_sessions(&tx, AccountId(account)).await?;
        insert_grant(&tx, AccountId(account), grant, None).await?;
        tx.commit(Event::RoleGranted(AccountId(account))).await
    }

    async fn open_reset_link(&self, secret: &Secret) -> Result<reset_link::Model, StoreError> {
        reset_link::Entity::find()
            .filter(reset_link::Column::TokenHash.eq(secret.digest()))
            .filter(reset_link::Column::UsedAt.is_null())
            .filter(reset_link::Column::ExpiresAt.gt(self.clock.now().timestamp_millis()))
            .one(&self.db)
            .await?
            .ok_or(StoreError::NotFound)
    }
}

/// Who knew the old password, or held a link, is out. Two statements.
pub(crate) async fn after_a_new_password(tx: &WriteTx, account: AccountId) -> Result<(), StoreError> {
    end_sessions(tx, account).await?;
    reset_link::Entity::update_many()
        .set(reset_link::ActiveModel { used_at: Set(Some(tx.millis())), ..Default::default() })
        .filter(reset_link::Column::AccountId.eq(account.0))
        .filter(reset_link::Column::UsedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Ends every session of an account. One statement.
pub(crate) async fn end_sessions(tx: &WriteTx, account: AccountId) -> Result<(), StoreError> {
    session::Entity::delete_many().filter(session::Column::AccountId.eq(account.0)).exec(tx.db()).await?;
    Ok(())
}
