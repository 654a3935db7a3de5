//! Accounts and the roles they hold.

use domain::{
    account::{EmailAddress, PersonName},
    audit::Event,
    forms::account::SignUp,
    ids::{AccountId, MembershipId, OrganisationId},
    policy::{Actor, Grant, Permit, act},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    RelationTrait, Select,
};
use uuid::Uuid;

use crate::{
    Owner, Store, StoreError,
    entity::{account, role_grant},
    keys::{DataKey, Place},
    tx::WriteTx,
};

/// A signed-in person, as a page greets them.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who they are and what they may do.
    pub actor: Actor,
    /// Their name.
    pub name: PersonName,
}

impl Store {
    /// Opens an account for a venue operator. An address that has one already keeps it as it is, and
    /// the answer is the same: nobody learns from it who has an account.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sign_up(&self, permit: &Permit<act::SignUp>, person: &SignUp) -> Result<(), StoreError> {
        let hash = self.passwords.hash(&person.password).await?;
        let key = self.key(&Owner::Portal).await?;
        let id = AccountId(Uuid::new_v4());
        let mut tx = self.begin(permit.actor()).await?;
        match self.insert_account(&tx, &key, id, &person.name, &person.email, &hash).await {
            Err(StoreError::Taken) => return Ok(()),
            other => other?,
        }
        insert_grant(&tx, id, &Grant::Operator(None), None).await?;
        tx.also(Event::RoleGranted(id));
        tx.commit(Event::AccountOpened(id)).await
    }

    /// Who somebody is now: their roles as they stand at this moment. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account.
    pub async fn person(&self, id: AccountId) -> Result<Person, StoreError> {
        let rows: Vec<PersonRow> =
            with_grants(account::Entity::find_by_id(id.0).select_only()).into_model().all(&self.db).await?;
        self.person_of(id, &rows).await?.ok_or(StoreError::NotFound)
    }

    /// The person whose account and roles in force these rows are; `None` where there are no rows. A suspended
    /// account holds no role.
    pub(crate) async fn person_of(
        &self,
        id: AccountId,
        rows: &[PersonRow],
    ) -> Result<Option<Person>, StoreError> {
        let Some(first) = rows.first() else { return Ok(None) };
        let key = self.key(&Owner::Portal).await?;
        let name = key.open_json(place("name", &id.0), &first.name)?;
        let grants = if first.suspended {
            Vec::new()
        } else {
            rows.iter().filter_map(PersonRow::grant).collect::<Result<_, _>>()?
        };
        Ok(Some(Person { actor: Actor::Person { account: id, grants }, name }))
    }

    /// The account of an e-mail address. One statement.
    pub(crate) async fn account_of(
        &self,
        email: &EmailAddress,
    ) -> Result<Option<account::Model>, StoreError> {
        let token = self.tokens.of("email", email.as_str().as_bytes());
        Ok(account::Entity::find().filter(account::Column::EmailToken.eq(token)).one(&self.db).await?)
    }

    /// Stores an account's row. One statement.
    pub(crate) async fn insert_account(
        &self,
        tx: &WriteTx,
        key: &DataKey,
        id: AccountId,
        name: &PersonName,
        email: &EmailAddress,
        hash: &str,
    ) -> Result<(), StoreError> {
        let row = account::ActiveModel {
            id: Set(id.0),
            email_token: Set(self.tokens.of("email", email.as_str().as_bytes())),
            email: Set(key.seal_json(place("email", &id.0), email)?),
            name: Set(key.seal_json(place("name", &id.0), name)?),
            password: Set(key.seal(place("password", &id.0), hash.as_bytes())?),
            suspended: Set(false),
            opened_at: Set(tx.millis()),
        };
        account::Entity::insert(row).exec_without_returning(tx.db()).await?;
        Ok(())
    }
}

/// Gives an account a role, on somebody's word. One statement.
pub(crate) async fn insert_grant(
    tx: &WriteTx,
    account: AccountId,
    grant: &Grant,
    granted_by: Option<Uuid>,
) -> Result<(), StoreError> {
    let (role, organisation, place) = stored(grant);
    let row = role_grant::ActiveModel {
        id: Set(Uuid::new_v4()),
        account_id: Set(account.0),
        role: Set(role.into()),
        organisation_id: Set(organisation),
        place: Set(place),
        granted_by: Set(granted_by),
        granted_at: Set(tx.millis()),
        ended_at: Set(None),
    };
    role_grant::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// Ties an operator's account, which acts for nobody yet, to an organisation. Two statements.
///
/// # Errors
/// [`StoreError::Conflict`] when it acts for one already, or is no operator's.
pub(crate) async fn join_organisation(
    tx: &WriteTx,
    account: AccountId,
    grant: &Grant,
    granted_by: Option<Uuid>,
) -> Result<MembershipId, StoreError> {
    let free = role_grant::Entity::find()
        .filter(role_grant::Column::AccountId.eq(account.0))
        .filter(role_grant::Column::Role.eq(OPERATOR))
        .filter(role_grant::Column::OrganisationId.is_null())
        .filter(role_grant::Column::EndedAt.is_null())
        .one(tx.db())
        .await?
        .ok_or(StoreError::Conflict)?;
    let (role, organisation, _) = stored(grant);
    let joined = role_grant::Entity::update_many()
        .set(role_grant::ActiveModel {
            role: Set(role.into()),
            organisation_id: Set(organisation),
            granted_by: Set(granted_by),
            granted_at: Set(tx.millis()),
            ..Default::default()
        })
        .filter(role_grant::Column::Id.eq(free.id))
        .filter(role_grant::Column::OrganisationId.is_null())
        .filter(role_grant::Column::EndedAt.is_null())
        .exec(tx.db())
        .await?;
    if joined.rows_affected == 1 { Ok(MembershipId(free.id)) } else { Err(StoreError::Conflict) }
}

/// The slug of a member of an organisation, and of an operator without one.
pub(crate) const OPERATOR: &str = "operator";
/// The slug of an organisation's administrator.
pub(crate) const OPERATOR_ADMIN: &str = "operator-admin";

/// A grant as its row holds it: role, organisation, place.
pub(crate) fn stored(grant: &Grant) -> (&'static str, Option<Uuid>, Option<String>) {
    match grant {
        Grant::Operator(organisation) => (OPERATOR, organisation.map(|id| id.0), None),
        Grant::OperatorAdmin(organisation) => (OPERATOR_ADMIN, Some(organisation.0), None),
        Grant::Ctsa(region) => ("ctsa", None, Some(region.to_string())),
        Grant::Council(council) => ("council", None, Some(council.to_string())),
        Grant::RegionalLead(region) => ("regional-lead", None, Some(region.to_string())),
        Grant::National => ("national", None, None),
        Grant::Administrator => ("administrator", None, None),
    }
}

/// A grant read back from its row.
pub(crate) fn read_grant(
    role: &str,
    organisation: Option<Uuid>,
    place: Option<&str>,
) -> Result<Grant, StoreError> {
    let unreadable = || StoreError::Unreadable("role");
    let region = || place.and_then(|place| place.parse().ok()).ok_or_else(unreadable);
    Ok(match role {
        OPERATOR => Grant::Operator(organisation.map(OrganisationId)),
        OPERATOR_ADMIN => Grant::OperatorAdmin(organisation.map(OrganisationId).ok_or_else(unreadable)?),
        "ctsa" => Grant::Ctsa(region()?),
        "council" => Grant::Council(place.and_then(|place| place.parse().ok()).ok_or_else(unreadable)?),
        "regional-lead" => Grant::RegionalLead(region()?),
        "national" => Grant::National,
        "administrator" => Grant::Administrator,
        _ => return Err(unreadable()),
    })
}

/// The hash of an account's password.
pub(crate) fn password_hash(key: &DataKey, row: &account::Model) -> Result<String, StoreError> {
    let hash = key.open(place("password", &row.id), &row.password)?;
    String::from_utf8(hash.to_vec()).map_err(|_| StoreError::Unreadable("password"))
}

/// Where a column of an account's row lies.
pub(crate) fn place<'a>(column: &'static str, id: &'a Uuid) -> Place<'a> {
    Place { table: "account", column, row: id.as_bytes() }
}

/// Adds what a [`PersonRow`] reads to a selection that has the account's table: a row for each role in force.
pub(crate) fn with_grants<E: EntityTrait>(select: Select<E>) -> Select<E> {
    use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition};
    let in_force = account::Relation::RoleGrant.def().on_condition(|_, grants| {
        Expr::col((grants, role_grant::Column::EndedAt)).is_null().into_condition()
    });
    select
        .join(JoinType::LeftJoin, in_force)
        .columns([account::Column::Name, account::Column::Suspended])
        .columns([role_grant::Column::Role, role_grant::Column::OrganisationId, role_grant::Column::Place])
}

/// An account with one of its roles.
#[derive(FromQueryResult)]
pub(crate) struct PersonRow {
    name: Vec<u8>,
    suspended: bool,
    role: Option<String>,
    organisation_id: Option<Uuid>,
    place: Option<String>,
}

impl PersonRow {
    fn grant(&self) -> Option<Result<Grant, StoreError>> {
        self.role.as_deref().map(|role| read_grant(role, self.organisation_id, self.place.as_deref()))
    }
}
