//! Whoever holds a session, read with it.

use domain::{account::PersonName, ids::AccountId, policy::Actor};
use sea_orm::{EntityTrait, FromQueryResult, JoinType, QuerySelect, RelationTrait};
use serde::{Deserialize, Serialize};
use tower_sessions::session::Id;
use uuid::Uuid;

use super::{Sessions, digest};
use crate::{
    Person, StoreError,
    account::{PersonRow, read_grant, stored, with_grants},
    entity::session,
};

/// Whoever holds a session, with the roles they held when it was read. It goes with the session through one request
/// and is never stored: the next request reads it anew.
#[derive(Serialize, Deserialize)]
pub struct Holder {
    account: Uuid,
    name: PersonName,
    grants: Vec<(String, Option<Uuid>, Option<String>)>,
}

impl Holder {
    /// The key in the session's data.
    pub const KEY: &str = "holder";

    fn of(account: AccountId, person: Person) -> Self {
        let grants = person.actor.grants().iter().map(|grant| {
            let (role, organisation, place) = stored(grant);
            (role.to_owned(), organisation, place)
        });
        Self { account: account.0, grants: grants.collect(), name: person.name }
    }

    /// The person.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`].
    pub fn person(self) -> Result<Person, StoreError> {
        let grants = self
            .grants
            .iter()
            .map(|(role, organisation, place)| read_grant(role, *organisation, place.as_deref()));
        let grants = grants.collect::<Result<_, _>>()?;
        Ok(Person { actor: Actor::Person { account: AccountId(self.account), grants }, name: self.name })
    }
}

/// A session's row with its account and one of the roles in force.
#[derive(FromQueryResult)]
pub(super) struct HeldRow {
    account_id: Option<Uuid>,
    pub(super) seen_at: i64,
    pub(super) idle_ms: i64,
    pub(super) ends_at: i64,
    pub(super) data: String,
    #[sea_orm(nested)]
    person: Option<PersonRow>,
}

impl Sessions {
    /// A session's rows: one for each role in force of whoever holds it. One statement.
    pub(super) async fn rows(&self, id: &Id) -> Result<Vec<HeldRow>, StoreError> {
        use session::Column as C;
        let select = session::Entity::find_by_id(digest(id))
            .join(JoinType::LeftJoin, session::Relation::Account.def())
            .select_only()
            .columns([C::AccountId, C::SeenAt, C::IdleMs, C::EndsAt, C::Data]);
        Ok(with_grants(select).into_model().all(&self.0.db).await?)
    }

    /// Whoever holds a session with these rows.
    pub(super) async fn holder(&self, rows: Vec<HeldRow>) -> Result<Option<Holder>, StoreError> {
        let Some(account) = rows.first().and_then(|row| row.account_id).map(AccountId) else {
            return Ok(None);
        };
        let rows: Vec<_> = rows.into_iter().filter_map(|row| row.person).collect();
        Ok(self.0.person_of(account, &rows).await?.map(|person| Holder::of(account, person)))
    }
}
