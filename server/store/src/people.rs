//! Who has an account here, and who was invited: for the administrator.

use std::collections::HashMap;

use domain::{
    account::{EmailAddress, PersonName},
    ids::{AccountId, InvitationId},
    policy::{Grant, Scope, act},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Owner, Store, StoreError, Timestamp,
    account::{place, read_grant},
    clock::at,
    entity::{account, invitation, role_grant},
    invitation::lies,
    keys::DataKey,
};

/// A person in the list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Their account.
    pub account: AccountId,
    /// Their name.
    pub name: PersonName,
    /// The address that they sign in with.
    pub email: EmailAddress,
    /// The roles that they hold now.
    pub grants: Vec<Grant>,
    /// Whether they are kept from signing in.
    pub suspended: bool,
    /// When the account was opened.
    pub opened_at: Timestamp,
}

/// An invitation that can still be taken up.
#[derive(Clone, Debug)]
pub struct OpenInvitation {
    /// Its id.
    pub id: InvitationId,
    /// Who was invited.
    pub email: EmailAddress,
    /// To what.
    pub grant: Grant,
    /// Until when the link works.
    pub until: Timestamp,
}

/// One page of the list.
#[derive(Clone, Debug)]
pub struct People {
    /// People, those with the newest accounts first; by name where accounts are of one moment.
    pub people: Vec<Listed>,
    /// How many there are on all pages.
    pub total: u64,
    /// Open invitations, the newest first, at most as many as a page holds.
    pub invitations: Vec<OpenInvitation>,
}

impl Store {
    /// A page of people, from 0, and the open invitations. Four statements.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn people(
        &self,
        _scope: &Scope<act::ListPeople>,
        page: u64,
        size: u64,
    ) -> Result<People, StoreError> {
        let total = account::Entity::find().count(&self.db).await?;
        let accounts = account::Entity::find()
            .order_by_desc(account::Column::OpenedAt)
            .order_by_asc(account::Column::Id)
            .offset(page.saturating_mul(size))
            .limit(size)
            .all(&self.db)
            .await?;
        let mut grants: HashMap<_, Vec<Grant>> = HashMap::new();
        let held = role_grant::Entity::find()
            .filter(role_grant::Column::AccountId.is_in(accounts.iter().map(|row| row.id)))
            .filter(role_grant::Column::EndedAt.is_null())
            .order_by_asc(role_grant::Column::GrantedAt)
            .all(&self.db)
            .await?;
        for row in held {
            let grant = read_grant(&row.role, row.organisation_id, row.place.as_deref())?;
            grants.entry(row.account_id).or_default().push(grant);
        }
        // Whom an organisation invites is its own affair.
        let invited = invitation::Entity::find()
            .filter(invitation::Column::OrganisationId.is_null())
            .filter(invitation::Column::AcceptedAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(self.clock.now().timestamp_millis()))
            .order_by_desc(invitation::Column::MadeAt)
            .limit(size)
            .all(&self.db)
            .await?;
        let key = self.key(&Owner::Portal).await?;
        let people = accounts.into_iter().map(|row| {
            let held = grants.remove(&row.id).unwrap_or_default();
            listed(&key, row, held)
        });
        let mut people = people.collect::<Result<Vec<_>, _>>()?;
        people.sort_by(|one, other| {
            let by_name = || one.name.as_str().to_lowercase().cmp(&other.name.as_str().to_lowercase());
            other.opened_at.cmp(&one.opened_at).then_with(by_name)
        });
        let invitations = invited.into_iter().map(|row| open(&key, row)).collect::<Result<_, _>>()?;
        Ok(People { people, total, invitations })
    }
}

/// A person with the roles that they hold.
pub(crate) fn listed(key: &DataKey, row: account::Model, grants: Vec<Grant>) -> Result<Listed, StoreError> {
    Ok(Listed {
        account: AccountId(row.id),
        name: key.open_json(place("name", &row.id), &row.name)?,
        email: key.open_json(place("email", &row.id), &row.email)?,
        grants,
        suspended: row.suspended,
        opened_at: at(row.opened_at),
    })
}

/// An invitation that can still be taken up.
pub(crate) fn open(key: &DataKey, row: invitation::Model) -> Result<OpenInvitation, StoreError> {
    Ok(OpenInvitation {
        id: InvitationId(row.id),
        email: key.open_json(lies(&row.id), &row.email)?,
        grant: read_grant(&row.role, None, row.place.as_deref())?,
        until: at(row.expires_at),
    })
}
