//! The made-up people of the demonstration. They have no password that anybody knows, and an address
//! under `.invalid`, which nobody can own.

use domain::{
    account::{EmailAddress, Password, PersonName},
    audit::Event,
    ids::AccountId,
    policy::{Grant, Permit, act},
};
use sea_orm::{EntityTrait, PaginatorTrait};
use uuid::Uuid;

use crate::{Owner, Secret, Store, StoreError, account::insert_grant, entity::account};

const NOBODYS: &str = ".invalid";

impl Store {
    /// Whether nobody has an account yet. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn is_empty(&self, _permit: &Permit<act::SeedDemo>) -> Result<bool, StoreError> {
        Ok(account::Entity::find().count(&self.db).await? == 0)
    }

    /// Whether a made-up person has an account. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn has_demo_person(
        &self,
        _permit: &Permit<act::SeedDemo>,
        email: &EmailAddress,
    ) -> Result<bool, StoreError> {
        Ok(self.account_of(email).await?.is_some())
    }

    /// Opens accounts for made-up people, all in one go, with one password that is thrown away.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for an address that somebody could own.
    pub async fn open_demo_accounts(
        &self,
        permit: &Permit<act::SeedDemo>,
        people: &[(PersonName, EmailAddress, Grant)],
    ) -> Result<Vec<AccountId>, StoreError> {
        let forgotten =
            Password::new(&Secret::random()?.to_string()).map_err(|_| StoreError::Unreadable("password"))?;
        let hash = self.passwords.hash(&forgotten).await?;
        let key = self.key(&Owner::Portal).await?;
        let mut tx = self.begin(permit.actor()).await?;
        let mut ids = Vec::with_capacity(people.len());
        for (name, email, grant) in people {
            if !email.as_str().ends_with(NOBODYS) {
                return Err(StoreError::NotFound);
            }
            let id = AccountId(Uuid::new_v4());
            self.insert_account(&tx, &key, id, name, email, &hash).await?;
            insert_grant(&tx, id, grant, None).await?;
            tx.also(Event::RoleGranted(id));
            ids.push(id);
        }
        let Some((last, others)) = ids.split_last() else { return Ok(ids) };
        for id in others {
            tx.also(Event::AccountOpened(*id));
        }
        tx.commit(Event::AccountOpened(*last)).await?;
        Ok(ids)
    }

    /// Signs somebody in as a made-up person.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none with this address.
    pub async fn pick_demo_person(
        &self,
        _permit: &Permit<act::PickDemoPerson>,
        email: &EmailAddress,
    ) -> Result<AccountId, StoreError> {
        let found = self.account_of(email).await?;
        let found = found.filter(|row| !row.suspended && email.as_str().ends_with(NOBODYS));
        let id = AccountId(found.ok_or(StoreError::NotFound)?.id);
        self.begin(Some(id)).await?.commit(Event::SignedIn(id)).await?;
        Ok(id)
    }
}
