//! Invitations to a role: made, looked at, taken up once.

use chrono::TimeDelta;
use domain::{
    account::{CONSOLE_INVITATION_LASTS, EmailAddress, INVITATION_LASTS},
    audit::Event,
    forms::account::{Invite, Join},
    ids::{AccountId, InvitationId},
    policy::{Grant, Permit, act},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Owner, Secret, Store, StoreError,
    account::{insert_grant, read_grant, stored},
    entity::invitation,
    keys::Place,
};

/// What somebody was invited to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The address that the account will have.
    pub email: EmailAddress,
    /// The role that it will have.
    pub grant: Grant,
}

impl Store {
    /// Invites somebody, and gives the secret of their link: the only time that it is known. Sent
    /// twice, it makes one invitation, with the same link.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn invite(
        &self,
        permit: &Permit<act::Invite>,
        once: Uuid,
        invite: &Invite,
    ) -> Result<Secret, StoreError> {
        let inviter = permit.actor();
        // Without an account it is a command, and `once` is new each time.
        let who = inviter.map(|account| account.0).unwrap_or_default();
        let id = InvitationId(self.tokens.id("invitation", who, once));
        let secret = self.tokens.secret("invitation-link", who, once);
        let lasts = if inviter.is_some() { INVITATION_LASTS } else { CONSOLE_INVITATION_LASTS };
        let key = self.key(&Owner::Portal).await?;
        let tx = self.begin(inviter).await?;
        let (role, _, place) = stored(&invite.grant);
        let row = invitation::ActiveModel {
            id: Set(id.0),
            token_hash: Set(secret.digest()),
            email: Set(key.seal_json(lies(&id.0), &invite.email)?),
            role: Set(role.into()),
            place: Set(place),
            invited_by: Set(inviter.map(|account| account.0)),
            made_at: Set(tx.millis()),
            expires_at: Set(ends(tx.millis(), lasts)),
            accepted_at: Set(None),
            organisation_id: Set(None),
            taken_back_at: Set(None),
        };
        match invitation::Entity::insert(row).exec_without_returning(tx.db()).await.map_err(StoreError::from)
        {
            Err(StoreError::Taken) => return Ok(secret),
            other => other?,
        };
        tx.commit(Event::InvitationMade(id)).await?;
        Ok(secret)
    }

    /// What a link invites to. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] alike for a link that is wrong, used or too old.
    pub async fn invitation(
        &self,
        _permit: &Permit<act::AcceptInvitation>,
        secret: &Secret,
    ) -> Result<Invited, StoreError> {
        self.open_invitation(secret).await.map(|(_, invited)| invited)
    }

    /// Opens the account of somebody who was invited.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] alike for a link that is wrong, used or too old; [`StoreError::Taken`]
    /// when the address has an account already, and the invitation stays as it is.
    pub async fn accept_invitation(
        &self,
        permit: &Permit<act::AcceptInvitation>,
        secret: &Secret,
        join: &Join,
    ) -> Result<AccountId, StoreError> {
        // Before anything slow: a wrong link costs no hash.
        let (row, invited) = self.open_invitation(secret).await?;
        let hash = self.passwords.hash(&join.password).await?;
        let key = self.key(&Owner::Portal).await?;
        let id = AccountId(Uuid::new_v4());
        let mut tx = self.begin(permit.actor()).await?;
        let used = invitation::Entity::update_many()
            .set(invitation::ActiveModel { accepted_at: Set(Some(tx.millis())), ..Default::default() })
            .filter(invitation::Column::Id.eq(row.id))
            .filter(invitation::Column::AcceptedAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(tx.millis()))
            .exec(tx.db())
            .await?;
        if used.rows_affected != 1 {
            return Err(StoreError::NotFound);
        }
        self.insert_account(&tx, &key, id, &join.name, &invited.email, &hash).await?;
        insert_grant(&tx, id, &invited.grant, row.invited_by).await?;
        tx.also(Event::RoleGranted(id));
        tx.also(Event::AccountOpened(id));
        tx.commit(Event::InvitationAccepted(InvitationId(row.id))).await?;
        Ok(id)
    }

    async fn open_invitation(&self, secret: &Secret) -> Result<(invitation::Model, Invited), StoreError> {
        let row = invitation::Entity::find()
            .filter(invitation::Column::TokenHash.eq(secret.digest()))
            .filter(invitation::Column::OrganisationId.is_null())
            .filter(invitation::Column::AcceptedAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(self.clock.now().timestamp_millis()))
            .one(&self.db)
            .await?
            .ok_or(StoreError::NotFound)?;
        let key = self.key(&Owner::Portal).await?;
        let email = key.open_json(lies(&row.id), &row.email)?;
        let grant = read_grant(&row.role, None, row.place.as_deref())?;
        Ok((row, Invited { email, grant }))
    }
}

/// Where the address of whoever was invited lies.
pub(crate) fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "invitation", column: "email", row: id.as_bytes() }
}

/// When something that begins now is over, in UTC milliseconds.
pub(crate) fn ends(now: i64, lasts: TimeDelta) -> i64 {
    now.saturating_add(lasts.num_milliseconds())
}
