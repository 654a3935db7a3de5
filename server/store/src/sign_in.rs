//! Signing in: the throttle, the check, and what is kept of both.

use domain::{
    account::{
        EmailAddress,
        throttle::{Counted, Failures, after_failure, may_try},
    },
    audit::Event,
    ids::AccountId,
    policy::{Permit, act},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::OnConflict};

use crate::{
    Owner, Store, StoreError, account, clock::at, entity::sign_in_throttle as throttle, tx::WriteTx,
};

/// Why somebody is not signed in. The page says no more than this.
#[derive(Debug, thiserror::Error)]
pub enum SignInRefused {
    /// The address and the password do not belong together.
    #[error("wrong address or password")]
    Wrong,
    /// Too many tries lately, at this account or from this address.
    #[error("too many tries")]
    TooMany,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Checks an address and a password, from a network address. Known and unknown accounts take
    /// the same steps and the same time.
    ///
    /// # Errors
    /// [`SignInRefused`].
    pub async fn sign_in(
        &self,
        permit: &Permit<act::SignIn>,
        email: &EmailAddress,
        password: &str,
        from: &str,
    ) -> Result<AccountId, SignInRefused> {
        let subjects = [
            (Counted::Account, self.tokens.of("throttle-account", email.as_str().as_bytes())),
            (Counted::Address, self.tokens.of("throttle-address", from.as_bytes())),
        ];
        self.count_try(&subjects).await?;
        let row = self.account_of(email).await?;
        let key = self.key(&Owner::Portal).await?;
        let hash = match &row {
            Some(row) if !row.suspended => Some(account::password_hash(&key, row)?),
            _ => None,
        };
        let right = self.passwords.verify(password, hash).await?;
        let account = row.map(|row| AccountId(row.id));
        match account {
            Some(account) if right => {
                let tx = self.begin(Some(account)).await?;
                forget(&tx, &subjects).await?;
                tx.commit(Event::SignedIn(account)).await?;
                Ok(account)
            }
            Some(account) => {
                self.begin(permit.actor()).await?.commit(Event::SignInFailed(account)).await?;
                Err(SignInRefused::Wrong)
            }
            None => Err(SignInRefused::Wrong),
        }
    }

    /// Keeps that somebody signed out; the session itself is the session store's.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sign_out(&self, permit: &Permit<act::SignOut>) -> Result<(), StoreError> {
        let account = permit.actor().ok_or(StoreError::NotFound)?;
        self.begin(Some(account)).await?.commit(Event::SignedOut(account)).await
    }

    /// Counts a try as failed before it is made, so that many at once are no way around the
    /// throttle; a success takes it back.
    pub(crate) async fn count_try(&self, subjects: &[(Counted, Vec<u8>)]) -> Result<(), SignInRefused> {
        let tx = self.begin(None).await?;
        for (_, subject) in subjects {
            start_count(&tx, subject).await?;
        }
        let keys = subjects.iter().map(|(_, subject)| subject.clone());
        let rows = throttle::Entity::find()
            .filter(throttle::Column::Subject.is_in(keys))
            .lock_exclusive()
            .all(tx.db())
            .await
            .map_err(StoreError::from)?;
        for (counted, subject) in subjects {
            let before = rows.iter().find(|row| row.subject == *subject).map(|row| Failures {
                count: u32::try_from(row.failures).unwrap_or(u32::MAX),
                since: at(row.since),
                blocked_until: at(row.blocked_until),
            });
            if !may_try(before, tx.now()) {
                return Err(SignInRefused::TooMany);
            }
            count(&tx, subject, after_failure(*counted, before, tx.now())).await?;
        }
        tx.commit_bookkeeping().await?;
        Ok(())
    }
}

/// A row to lock, even for the first failure.
async fn start_count(tx: &WriteTx, subject: &[u8]) -> Result<(), StoreError> {
    let row = throttle::ActiveModel {
        subject: Set(subject.to_vec()),
        failures: Set(0),
        since: Set(tx.millis()),
        blocked_until: Set(tx.millis()),
    };
    let keep = OnConflict::column(throttle::Column::Subject).do_nothing().to_owned();
    throttle::Entity::insert(row).on_conflict(keep).exec_without_returning(tx.db()).await?;
    Ok(())
}

async fn count(tx: &WriteTx, subject: &[u8], failures: Failures) -> Result<(), StoreError> {
    let row = throttle::ActiveModel {
        subject: Set(subject.to_vec()),
        failures: Set(i32::try_from(failures.count).unwrap_or(i32::MAX)),
        since: Set(failures.since.timestamp_millis()),
        blocked_until: Set(failures.blocked_until.timestamp_millis()),
    };
    let replace = OnConflict::column(throttle::Column::Subject)
        .update_columns([throttle::Column::Failures, throttle::Column::Since, throttle::Column::BlockedUntil])
        .to_owned();
    throttle::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// A success clears the account's count; the address keeps its own, or one good account would
/// let an attacker guess at all the others.
pub(crate) async fn forget(tx: &WriteTx, subjects: &[(Counted, Vec<u8>)]) -> Result<(), StoreError> {
    let account = subjects.iter().filter(|(counted, _)| *counted == Counted::Account).map(|(_, s)| s.clone());
    throttle::Entity::delete_many().filter(throttle::Column::Subject.is_in(account)).exec(tx.db()).await?;
    Ok(())
}
