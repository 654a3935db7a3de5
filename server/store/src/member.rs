//! Who acts for an organisation, and as what.

use domain::{
    account::{EmailAddress, PersonName},
    audit::Event,
    ids::{AccountId, InvitationId, MembershipId, OrganisationId},
    organisation::MemberRole,
    policy::{Grant, Permit, act},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::{
    Owner, Store, StoreError, Timestamp,
    account::{OPERATOR, OPERATOR_ADMIN, insert_grant, place},
    clock::at,
    entity::{account, organisation, role_grant},
    keys::DataKey,
    member_invitation::{end_invitations_of, open_invitations},
    tx::WriteTx,
};

/// Somebody who acts for an organisation.
#[derive(Clone, Debug)]
pub struct Member {
    /// Their time with it.
    pub id: MembershipId,
    /// Their account.
    pub account: AccountId,
    /// Their name.
    pub name: PersonName,
    /// The address that they sign in with.
    pub email: EmailAddress,
    /// What they are to it.
    pub role: MemberRole,
    /// When they joined.
    pub since: Timestamp,
}

/// An invitation to an organisation that can still be taken up.
#[derive(Clone, Debug)]
pub struct MemberInvitation {
    /// Its id.
    pub id: InvitationId,
    /// Who was invited.
    pub email: EmailAddress,
    /// As what.
    pub role: MemberRole,
    /// Until when the link works.
    pub until: Timestamp,
}

/// Everybody who acts for an organisation, or was invited to.
#[derive(Clone, Debug)]
pub struct Members {
    /// Its members, those who joined first at the top.
    pub people: Vec<Member>,
    /// Open invitations, the newest first.
    pub invitations: Vec<MemberInvitation>,
}

/// Why a member stays what they are.
#[derive(Debug, thiserror::Error)]
pub enum MemberRefused {
    /// Nobody would be left who can say who the members are.
    #[error("the last administrator of the organisation")]
    LastAdministrator,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Who acts for an organisation, and who was invited to. Two statements.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn members(&self, permit: &Permit<act::ListMembers>) -> Result<Members, StoreError> {
        let organisation = *permit.target();
        let rows = memberships(organisation)
            .find_also_related(account::Entity)
            .order_by_asc(role_grant::Column::GrantedAt)
            .order_by_asc(role_grant::Column::Id)
            .all(&self.db)
            .await?;
        let key = self.key(&Owner::Portal).await?;
        let people = rows.into_iter().map(|row| read(row, &key)).collect::<Result<_, _>>()?;
        let now = self.clock.now().timestamp_millis();
        let open = open_invitations(&self.db, &key, organisation, now).await?;
        let invitations = open
            .into_iter()
            .map(|(row, email)| {
                Ok(MemberInvitation {
                    id: InvitationId(row.id),
                    email,
                    role: role(&row.role)?,
                    until: at(row.expires_at),
                })
            })
            .collect::<Result<_, StoreError>>()?;
        Ok(Members { people, invitations })
    }

    /// A member whose role may be changed. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they act for the organisation no longer.
    pub async fn member_to_change(
        &self,
        permit: &Permit<act::ChangeMemberRole>,
    ) -> Result<Member, StoreError> {
        self.open_member(*permit.target()).await
    }

    /// A member who may be removed. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they act for the organisation no longer.
    pub async fn member_to_remove(&self, permit: &Permit<act::RemoveMember>) -> Result<Member, StoreError> {
        self.open_member(*permit.target()).await
    }

    /// Makes a member an administrator of the organisation, or no longer one. The invitations of
    /// whoever is one no longer end with it: they could be a way back.
    ///
    /// # Errors
    /// [`MemberRefused::LastAdministrator`]; [`StoreError::NotFound`] when the member has left, or
    /// whoever asks administers the organisation no longer.
    pub async fn change_member_role(
        &self,
        permit: &Permit<act::ChangeMemberRole>,
        to: MemberRole,
    ) -> Result<(), MemberRefused> {
        let id = *permit.target();
        let organisation = self.organisation_of(id).await?;
        let key = self.key(&Owner::Portal).await?;
        let mut tx = self.begin(permit.actor()).await?;
        let admins = administrators(&tx, organisation).await?;
        let row = role_grant::Entity::find_by_id(id.0)
            .filter(role_grant::Column::EndedAt.is_null())
            .one(tx.db())
            .await
            .map_err(StoreError::from)?
            .ok_or(StoreError::NotFound)?;
        if role(&row.role)? == to {
            return Ok(());
        }
        if to == MemberRole::Member {
            another_than(&admins, id)?;
            end_invitations_of(&mut tx, &key, organisation, &row, None).await?;
        }
        set(&tx, id, role_grant::ActiveModel { role: Set(slug(to).into()), ..Default::default() }).await?;
        let event = match to {
            MemberRole::Administrator => Event::MadeOrganisationAdministrator(id),
            MemberRole::Member => Event::MadeOrdinaryMember(id),
        };
        Ok(tx.commit(event).await?)
    }

    /// Ends somebody's acting for the organisation, from this moment on and in every session. Their
    /// account stays, as one that acts for nobody; so does what they wrote. Invitations that they
    /// made, or that name their address, end with it. Asked twice, it is done once.
    ///
    /// # Errors
    /// [`MemberRefused::LastAdministrator`]; [`StoreError::NotFound`] when whoever asks administers
    /// the organisation no longer.
    pub async fn remove_member(&self, permit: &Permit<act::RemoveMember>) -> Result<(), MemberRefused> {
        let id = *permit.target();
        let organisation = self.organisation_of(id).await?;
        let key = self.key(&Owner::Portal).await?;
        let mut tx = self.begin(permit.actor()).await?;
        let admins = administrators(&tx, organisation).await?;
        let found = role_grant::Entity::find_by_id(id.0)
            .filter(role_grant::Column::EndedAt.is_null())
            .find_also_related(account::Entity)
            .one(tx.db())
            .await
            .map_err(StoreError::from)?;
        let Some((row, Some(person))) = found else { return Ok(()) };
        if role(&row.role)? == MemberRole::Administrator {
            another_than(&admins, id)?;
        }
        let email: EmailAddress = key.open_json(place("email", &person.id), &person.email)?;
        end_invitations_of(&mut tx, &key, organisation, &row, Some(&email)).await?;
        set(&tx, id, role_grant::ActiveModel { ended_at: Set(Some(tx.millis())), ..Default::default() })
            .await?;
        let by = permit.actor().map(|account| account.0);
        insert_grant(&tx, AccountId(row.account_id), &Grant::Operator(None), by).await?;
        Ok(tx.commit(Event::MemberRemoved(id)).await?)
    }

    async fn open_member(&self, id: MembershipId) -> Result<Member, StoreError> {
        let row = role_grant::Entity::find_by_id(id.0)
            .filter(role_grant::Column::EndedAt.is_null())
            .find_also_related(account::Entity)
            .one(&self.db)
            .await?
            .ok_or(StoreError::NotFound)?;
        let key = self.key(&Owner::Portal).await?;
        read(row, &key)
    }

    async fn organisation_of(&self, id: MembershipId) -> Result<OrganisationId, StoreError> {
        let row = role_grant::Entity::find_by_id(id.0).one(&self.db).await?;
        row.and_then(|row| row.organisation_id).map(OrganisationId).ok_or(StoreError::NotFound)
    }
}

/// The administrators of an organisation. They stay so until the transaction ends: everything that
/// changes who the members are comes through here, and waits. Two statements.
///
/// # Errors
/// [`StoreError::NotFound`] when whoever writes is none of them, since the policy was asked.
pub(crate) async fn administrators(
    tx: &WriteTx,
    organisation: OrganisationId,
) -> Result<Vec<role_grant::Model>, StoreError> {
    lock(tx, organisation).await?;
    let admins =
        memberships(organisation).filter(role_grant::Column::Role.eq(OPERATOR_ADMIN)).all(tx.db()).await?;
    if admins.iter().any(|row| tx.actor() == Some(AccountId(row.account_id))) {
        Ok(admins)
    } else {
        Err(StoreError::NotFound)
    }
}

/// Holds an organisation's members as they are until the transaction ends. One statement.
pub(crate) async fn lock(tx: &WriteTx, organisation: OrganisationId) -> Result<(), StoreError> {
    organisation::Entity::find_by_id(organisation.0)
        .lock_exclusive()
        .one(tx.db())
        .await?
        .map(|_| ())
        .ok_or(StoreError::NotFound)
}

/// The rows of those who act for an organisation now.
pub(crate) fn memberships(organisation: OrganisationId) -> Select<role_grant::Entity> {
    role_grant::Entity::find()
        .filter(role_grant::Column::OrganisationId.eq(organisation.0))
        .filter(role_grant::Column::EndedAt.is_null())
}

/// A role's slug in its row.
pub(crate) const fn slug(role: MemberRole) -> &'static str {
    match role {
        MemberRole::Member => OPERATOR,
        MemberRole::Administrator => OPERATOR_ADMIN,
    }
}

/// A role read back from its row.
pub(crate) fn role(slug: &str) -> Result<MemberRole, StoreError> {
    match slug {
        OPERATOR => Ok(MemberRole::Member),
        OPERATOR_ADMIN => Ok(MemberRole::Administrator),
        _ => Err(StoreError::Unreadable("role")),
    }
}

/// Whether somebody else administers the organisation too.
fn another_than(admins: &[role_grant::Model], id: MembershipId) -> Result<(), MemberRefused> {
    if admins.iter().any(|row| row.id != id.0) { Ok(()) } else { Err(MemberRefused::LastAdministrator) }
}

async fn set(tx: &WriteTx, id: MembershipId, to: role_grant::ActiveModel) -> Result<(), StoreError> {
    let changed = role_grant::Entity::update_many()
        .set(to)
        .filter(role_grant::Column::Id.eq(id.0))
        .filter(role_grant::Column::EndedAt.is_null())
        .exec(tx.db())
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn read(
    (row, person): (role_grant::Model, Option<account::Model>),
    key: &DataKey,
) -> Result<Member, StoreError> {
    let person = person.ok_or(StoreError::NotFound)?;
    Ok(Member {
        id: MembershipId(row.id),
        account: AccountId(person.id),
        name: key.open_json(place("name", &person.id), &person.name)?,
        email: key.open_json(place("email", &person.id), &person.email)?,
        role: role(&row.role)?,
        since: at(row.granted_at),
    })
}
