//! Invitations to act for an organisation: made, looked at, taken up once, taken back.

use domain::{
    account::{EmailAddress, INVITATION_LASTS},
    audit::Event,
    forms::{account::Join, organisation::InviteMember},
    ids::{AccountId, InvitationId, MembershipId, OrganisationId},
    organisation::{LONGEST_LIST, MemberRole},
    policy::{Grant, Permit, act},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::{
    Owner, Secret, Store, StoreError,
    account::{insert_grant, join_organisation},
    entity::{invitation, role_grant},
    invitation::{ends, lies},
    keys::DataKey,
    member::{administrators, lock, memberships, role, slug},
    tx::WriteTx,
};

/// What somebody was invited to.
#[derive(Clone, Debug)]
pub struct InvitedMember {
    /// The address of whoever was invited.
    pub email: EmailAddress,
    /// The organisation's name.
    pub organisation: String,
    /// What they will be to it.
    pub role: MemberRole,
}

/// Why nobody was invited.
#[derive(Debug, thiserror::Error)]
pub enum MemberInviteRefused {
    /// They act for the organisation already.
    #[error("a member already")]
    Member,
    /// The organisation has as many members and open invitations as it may have.
    #[error("too many members and invitations")]
    Full,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why somebody did not join an organisation.
#[derive(Debug, thiserror::Error)]
pub enum JoinRefused {
    /// The invitation names another address than their account's.
    #[error("for another address")]
    AnotherAddress,
    /// They act for an organisation already, this one or another.
    #[error("acts for an organisation already")]
    ActsAlready,
    /// The store failed. A link that is wrong, used, taken back or too old is not found.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Invites a colleague, and gives the secret of their link: the only time that it is known. Sent
    /// twice, it makes one invitation with the same link. Another to the same address replaces it.
    ///
    /// # Errors
    /// [`MemberInviteRefused`]. Whether an address has an account elsewhere, it does not say.
    pub async fn invite_member(
        &self,
        permit: &Permit<act::InviteMember>,
        once: Uuid,
        invite: &InviteMember,
    ) -> Result<Secret, MemberInviteRefused> {
        let inviter = permit.actor().ok_or(StoreError::NotFound)?;
        let organisation = *permit.target();
        let id = InvitationId(self.tokens.id("invitation", inviter.0, once));
        let secret = self.tokens.secret("invitation-link", inviter.0, once);
        let key = self.key(&Owner::Portal).await?;
        let account = self.account_of(&invite.email).await?.map(|row| row.id);
        let mut tx = self.begin(Some(inviter)).await?;
        administrators(&tx, organisation).await?;
        if invitation::Entity::find_by_id(id.0).one(tx.db()).await.map_err(StoreError::from)?.is_some() {
            return Ok(secret);
        }
        let members = memberships(organisation).all(tx.db()).await.map_err(StoreError::from)?;
        if members.iter().any(|row| Some(row.account_id) == account) {
            return Err(MemberInviteRefused::Member);
        }
        let open = open_invitations(tx.db(), &key, organisation, tx.millis()).await?;
        let (same, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|(_, to)| *to == invite.email);
        if members.len().saturating_add(others.len()) >= LONGEST_LIST {
            return Err(MemberInviteRefused::Full);
        }
        for (row, _) in same {
            end(&mut tx, row.id).await?;
        }
        let row = invitation::ActiveModel {
            id: Set(id.0),
            token_hash: Set(secret.digest()),
            email: Set(key.seal_json(lies(&id.0), &invite.email)?),
            role: Set(slug(invite.role).into()),
            place: Set(None),
            invited_by: Set(Some(inviter.0)),
            made_at: Set(tx.millis()),
            expires_at: Set(ends(tx.millis(), INVITATION_LASTS)),
            accepted_at: Set(None),
            organisation_id: Set(Some(organisation.0)),
            taken_back_at: Set(None),
        };
        invitation::Entity::insert(row).exec_without_returning(tx.db()).await.map_err(StoreError::from)?;
        tx.commit(Event::MemberInvited(id)).await?;
        Ok(secret)
    }

    /// Takes an invitation back: its link works no more. One that was taken up or has ended stays
    /// as it is.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when whoever asks administers the organisation no longer.
    pub async fn take_back_invitation(
        &self,
        permit: &Permit<act::TakeBackInvitation>,
    ) -> Result<(), StoreError> {
        let id = *permit.target();
        let row = invitation::Entity::find_by_id(id.0).one(&self.db).await?.ok_or(StoreError::NotFound)?;
        let organisation = row.organisation_id.map(OrganisationId).ok_or(StoreError::NotFound)?;
        let tx = self.begin(permit.actor()).await?;
        administrators(&tx, organisation).await?;
        if void(&tx, id.0).await? { tx.commit(Event::InvitationTakenBack(id)).await } else { Ok(()) }
    }

    /// What a link invites to. Two statements.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] alike for a link that is wrong, used, taken back or too old.
    pub async fn member_invitation(
        &self,
        _permit: &Permit<act::JoinOrganisation>,
        secret: &Secret,
    ) -> Result<InvitedMember, StoreError> {
        let (row, organisation, email) = self.open_member_invitation(secret).await?;
        let organisation = self.operator_of(organisation).await?.name;
        Ok(InvitedMember { email, organisation, role: role(&row.role)? })
    }

    /// Opens an account for the address that a link names, which acts for nobody until its owner
    /// has signed in and joins. An address that has an account keeps it as it is, and the answer is
    /// the same: nobody learns from an invitation who has an account.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] alike for a link that is wrong, used, taken back or too old.
    pub async fn open_account_to_join(
        &self,
        permit: &Permit<act::JoinOrganisation>,
        secret: &Secret,
        join: &Join,
    ) -> Result<(), StoreError> {
        // Before anything slow: a wrong link costs no hash.
        let (_, _, email) = self.open_member_invitation(secret).await?;
        let hash = self.passwords.hash(&join.password).await?;
        let key = self.key(&Owner::Portal).await?;
        let id = AccountId(Uuid::new_v4());
        let mut tx = self.begin(permit.actor()).await?;
        match self.insert_account(&tx, &key, id, &join.name, &email, &hash).await {
            Err(StoreError::Taken) => return Ok(()),
            other => other?,
        }
        insert_grant(&tx, id, &Grant::Operator(None), None).await?;
        tx.also(Event::RoleGranted(id));
        tx.commit(Event::AccountOpened(id)).await
    }

    /// Joins the organisation that a link invites to, with the account that its address belongs to.
    ///
    /// # Errors
    /// [`JoinRefused`]; the invitation then stays as it is.
    pub async fn join_organisation(
        &self,
        permit: &Permit<act::JoinOrganisation>,
        secret: &Secret,
    ) -> Result<MembershipId, JoinRefused> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let (row, organisation, email) = self.open_member_invitation(secret).await?;
        if self.account_of(&email).await?.map(|account| account.id) != Some(actor.0) {
            return Err(JoinRefused::AnotherAddress);
        }
        let mut tx = self.begin(Some(actor)).await?;
        lock(&tx, organisation).await?;
        let used = invitation::Entity::update_many()
            .set(invitation::ActiveModel { accepted_at: Set(Some(tx.millis())), ..Default::default() })
            .filter(invitation::Column::Id.eq(row.id))
            .filter(invitation::Column::AcceptedAt.is_null())
            .filter(invitation::Column::TakenBackAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(tx.millis()))
            .exec(tx.db())
            .await
            .map_err(StoreError::from)?;
        if used.rows_affected != 1 {
            return Err(StoreError::NotFound.into());
        }
        // One account acts for one organisation, and for none when it holds another role.
        let held = role_grant::Entity::find()
            .filter(role_grant::Column::AccountId.eq(actor.0))
            .filter(role_grant::Column::EndedAt.is_null())
            .count(tx.db())
            .await
            .map_err(StoreError::from)?;
        if held != 1 {
            return Err(JoinRefused::ActsAlready);
        }
        let grant = match role(&row.role)? {
            MemberRole::Member => Grant::Operator(Some(organisation)),
            MemberRole::Administrator => Grant::OperatorAdmin(organisation),
        };
        let joined = join_organisation(&tx, actor, &grant, row.invited_by).await;
        let id = joined.map_err(|error| match error {
            StoreError::Conflict => JoinRefused::ActsAlready,
            other => other.into(),
        })?;
        tx.also(Event::MemberJoined(id));
        if matches!(grant, Grant::OperatorAdmin(_)) {
            tx.also(Event::MadeOrganisationAdministrator(id));
        }
        tx.commit(Event::InvitationAccepted(InvitationId(row.id))).await?;
        Ok(id)
    }

    async fn open_member_invitation(
        &self,
        secret: &Secret,
    ) -> Result<(invitation::Model, OrganisationId, EmailAddress), StoreError> {
        let row = invitation::Entity::find()
            .filter(invitation::Column::TokenHash.eq(secret.digest()))
            .filter(invitation::Column::OrganisationId.is_not_null())
            .filter(invitation::Column::AcceptedAt.is_null())
            .filter(invitation::Column::TakenBackAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(self.clock.now().timestamp_millis()))
            .one(&self.db)
            .await?
            .ok_or(StoreError::NotFound)?;
        let organisation = row.organisation_id.map(OrganisationId).ok_or(StoreError::NotFound)?;
        let email = self.key(&Owner::Portal).await?.open_json(lies(&row.id), &row.email)?;
        Ok((row, organisation, email))
    }
}

/// An organisation's open invitations with the addresses they name, the newest first. One statement.
pub(crate) async fn open_invitations(
    db: &impl ConnectionTrait,
    key: &DataKey,
    organisation: OrganisationId,
    now: i64,
) -> Result<Vec<(invitation::Model, EmailAddress)>, StoreError> {
    let rows = invitation::Entity::find()
        .filter(invitation::Column::OrganisationId.eq(organisation.0))
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::TakenBackAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(now))
        .order_by_desc(invitation::Column::MadeAt)
        .order_by_asc(invitation::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(|row| Ok((row.clone(), key.open_json(lies(&row.id), &row.email)?))).collect()
}

/// Ends the open invitations that a member made, and those that name their address.
pub(crate) async fn end_invitations_of(
    tx: &mut WriteTx,
    key: &DataKey,
    organisation: OrganisationId,
    member: &role_grant::Model,
    email: Option<&EmailAddress>,
) -> Result<(), StoreError> {
    for (row, to) in open_invitations(tx.db(), key, organisation, tx.millis()).await? {
        if row.invited_by == Some(member.account_id) || Some(&to) == email {
            end(tx, row.id).await?;
        }
    }
    Ok(())
}

async fn end(tx: &mut WriteTx, id: Uuid) -> Result<(), StoreError> {
    if void(tx, id).await? {
        tx.also(Event::InvitationTakenBack(InvitationId(id)));
    }
    Ok(())
}

/// Voids an invitation that nobody took up. Whether it was open, it says.
async fn void(tx: &WriteTx, id: Uuid) -> Result<bool, StoreError> {
    let voided = invitation::Entity::update_many()
        .set(invitation::ActiveModel { taken_back_at: Set(Some(tx.millis())), ..Default::default() })
        .filter(invitation::Column::Id.eq(id))
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::TakenBackAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(voided.rows_affected == 1)
}
