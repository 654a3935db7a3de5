//! One's own account: what is kept, another password, signing out everywhere.

use domain::{
    account::{EmailAddress, PersonName, throttle::Counted},
    audit::Event,
    forms::account::ChangePassword,
    ids::AccountId,
    policy::{Permit, act},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{
    Owner, SignInRefused, Store, StoreError,
    account::{password_hash, place},
    entity::{account, session},
    reset::{after_a_new_password, end_sessions},
    sign_in::forget,
};

/// A person's own account, as they see it.
#[derive(Clone, Debug)]
pub struct OwnAccount {
    /// Their name.
    pub name: PersonName,
    /// The address that they sign in with.
    pub email: EmailAddress,
    /// Browsers that are signed in now.
    pub sessions: usize,
}

impl Store {
    /// One's own account. Two statements.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn own_account(
        &self,
        permit: &Permit<act::ManageOwnAccount>,
    ) -> Result<OwnAccount, StoreError> {
        let row = self.own_row(permit).await?;
        let key = self.key(&Owner::Portal).await?;
        let now = self.clock.now().timestamp_millis();
        let sessions: Vec<(i64, i64)> = session::Entity::find()
            .select_only()
            .columns([session::Column::SeenAt, session::Column::IdleMs])
            .filter(session::Column::AccountId.eq(row.id))
            .filter(session::Column::EndsAt.gt(now))
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(OwnAccount {
            name: key.open_json(place("name", &row.id), &row.name)?,
            email: key.open_json(place("email", &row.id), &row.email)?,
            sessions: sessions.iter().filter(|(seen, idle)| seen.saturating_add(*idle) > now).count(),
        })
    }

    /// Changes a password for somebody who knows the old one, and ends all sessions of the account,
    /// this one too. Guesses count as failed sign-ins.
    ///
    /// # Errors
    /// [`SignInRefused`].
    pub async fn change_password(
        &self,
        permit: &Permit<act::ManageOwnAccount>,
        change: &ChangePassword,
        from: &str,
    ) -> Result<(), SignInRefused> {
        let row = self.own_row(permit).await?;
        let key = self.key(&Owner::Portal).await?;
        let email: EmailAddress = key.open_json(place("email", &row.id), &row.email)?;
        let subjects = [
            (Counted::Account, self.tokens.of("throttle-account", email.as_str().as_bytes())),
            (Counted::Address, self.tokens.of("throttle-address", from.as_bytes())),
        ];
        self.count_try(&subjects).await?;
        let account = AccountId(row.id);
        if !self.passwords.verify(&change.old, Some(password_hash(&key, &row)?)).await? {
            self.begin(permit.actor()).await?.commit(Event::SignInFailed(account)).await?;
            return Err(SignInRefused::Wrong);
        }
        let hash = self.passwords.hash(&change.new).await?;
        let tx = self.begin(permit.actor()).await?;
        let changed = account::Entity::update_many()
            .set(account::ActiveModel {
                password: Set(key.seal(place("password", &row.id), hash.as_bytes())?),
                ..Default::default()
            })
            .filter(account::Column::Id.eq(row.id))
            // Not over a change or a reset of the same moment.
            .filter(account::Column::Password.eq(row.password))
            .exec(tx.db())
            .await
            .map_err(StoreError::from)?;
        if changed.rows_affected != 1 {
            return Err(StoreError::Conflict.into());
        }
        forget(&tx, &subjects).await?;
        after_a_new_password(&tx, account).await?;
        tx.commit(Event::PasswordChanged(account)).await?;
        Ok(())
    }

    /// Ends all sessions of the account, this one too.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sign_out_everywhere(
        &self,
        permit: &Permit<act::ManageOwnAccount>,
    ) -> Result<(), StoreError> {
        let account = permit.actor().ok_or(StoreError::NotFound)?;
        let tx = self.begin(Some(account)).await?;
        end_sessions(&tx, account).await?;
        tx.commit(Event::SignedOutEverywhere(account)).await
    }

    async fn own_row(&self, permit: &Permit<act::ManageOwnAccount>) -> Result<account::Model, StoreError> {
        let id = permit.actor().ok_or(StoreError::NotFound)?;
        account::Entity::find_by_id(id.0).one(&self.db).await?.ok_or(StoreError::NotFound)
    }
}
