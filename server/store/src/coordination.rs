//! Links between premises of two organisations: offered by a one-time link, agreed to, ended.

use std::collections::HashMap;

use domain::{
    audit::Event,
    contact::Contact,
    coordination::{Duty, MOST_LINKS, OFFER_LASTS, Relation},
    ids::{CoordinationId, OrganisationId, PremisesId},
    policy::{Permit, act},
    premises::PremisesName,
    scope::{PartOf, Tier},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::{
    Owner, Secret, Store, StoreError, Timestamp,
    clock::at,
    entity::{
        coordination::{ActiveModel, Column, Entity, Model},
        premises,
    },
    invitation::ends,
    premises::read,
};

/// What one side sees of a link that stands, and nothing else of the other side.
#[derive(Clone)]
pub struct Link {
    /// Its id.
    pub id: CoordinationId,
    /// The other organisation's name.
    pub organisation: String,
    /// How to reach it.
    pub contact: Contact,
    /// The name of its premises.
    pub premises: PremisesName,
    /// How they stand to one's own.
    pub relation: Relation,
    /// What section 8 of the Act says to both.
    pub duty: Duty,
}

/// A link that nobody has agreed to yet, as whoever asked sees it.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its id.
    pub id: CoordinationId,
    /// How the other premises stand to one's own.
    pub relation: Relation,
    /// When it can no longer be taken up.
    pub until: Timestamp,
}

/// The links and open offers of premises, the newest first.
#[derive(Clone, Default)]
pub struct Links {
    /// The links that stand.
    pub standing: Vec<Link>,
    /// The offers that nobody has taken up.
    pub offers: Vec<Offer>,
    /// How one's own premises stand to larger ones, as one said.
    pub part_of: PartOf,
}

/// An offer, as whoever was given the link sees it.
#[derive(Clone)]
pub struct OfferSeen {
    /// The name of the organisation that asks.
    pub organisation: String,
    /// The name of its premises.
    pub premises: PremisesName,
    /// How they stand to those of whoever agrees.
    pub relation: Relation,
}

/// Why premises were not linked.
#[derive(Debug, thiserror::Error)]
pub enum LinkRefused {
    /// The offer is the same organisation's own.
    #[error("one's own offer")]
    Own,
    /// These two are linked already.
    #[error("linked already")]
    Already,
    /// There are as many links and offers as there may be.
    #[error("too many links")]
    Full,
    /// The store failed. A secret that is wrong, used, taken back or too old is not found.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Offers a link, and gives the secret to hand over: the only time that it is known. Sent twice,
    /// it makes one offer with the same secret.
    ///
    /// # Errors
    /// [`LinkRefused::Full`], or what the store says.
    pub async fn offer_link(
        &self,
        permit: &Permit<act::EditPremises>,
        once: Uuid,
        relation: Relation,
    ) -> Result<Secret, LinkRefused> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let here = *permit.target();
        let id = CoordinationId(self.tokens.id("coordination", actor.0, once));
        let secret = self.tokens.secret("coordination-link", actor.0, once);
        let tx = self.begin(Some(actor)).await?;
        locked(tx.db(), [here.0]).await?;
        if Entity::find_by_id(id.0).one(tx.db()).await.map_err(StoreError::from)?.is_some() {
            return Ok(secret);
        }
        room(tx.db(), here, tx.millis()).await?;
        let row = ActiveModel {
            id: Set(id.0),
            token_hash: Set(secret.digest()),
            from_premises: Set(here.0),
            to_premises: Set(None),
            relation: Set(relation.as_str().into()),
            made_by: Set(actor.0),
            made_at: Set(tx.millis()),
            expires_at: Set(ends(tx.millis(), OFFER_LASTS)),
            accepted_by: Set(None),
            accepted_at: Set(None),
            ended_at: Set(None),
        };
        match Entity::insert(row).exec_without_returning(tx.db()).await.map_err(StoreError::from) {
            Err(StoreError::Taken) => return Ok(secret),
            other => other?,
        };
        tx.commit(Event::CoordinationOffered(id)).await?;
        Ok(secret)
    }

    /// Who asks for what. Three statements.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] alike for a secret that is wrong, used, taken back or too old.
    pub async fn link_offered(
        &self,
        _permit: &Permit<act::AcceptCoordination>,
        secret: &Secret,
    ) -> Result<OfferSeen, StoreError> {
        let row = with_secret(&self.db, secret).await?;
        if !is_open(&row, self.clock.now().timestamp_millis()) {
            return Err(StoreError::NotFound);
        }
        let from = self.premises_row(PremisesId(row.from_premises)).await?;
        let organisation = OrganisationId(from.organisation_id);
        let key = self.key(&Owner::Organisation(organisation)).await?;
        Ok(OfferSeen {
            organisation: self.operator_of(organisation).await?.name,
            premises: read(from, &key)?.name,
            relation: relation(&row.relation)?.from_the_other_side(),
        })
    }

    /// Links one's own premises with those of whoever asked. The same person agreeing twice for the
    /// same premises makes one link.
    ///
    /// # Errors
    /// [`LinkRefused`]; the offer then stays as it is.
    pub async fn agree_to_link(
        &self,
        permit: &Permit<act::AcceptCoordination>,
        own: &Permit<act::EditPremises>,
        secret: &Secret,
    ) -> Result<(), LinkRefused> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let here = *own.target();
        let tx = self.begin(Some(actor)).await?;
        let from = with_secret(tx.db(), secret).await?.from_premises;
        let sides = locked(tx.db(), [here.0, from]).await?;
        let row = with_secret(tx.db(), secret).await?;
        let by_this_form = row.accepted_by == Some(actor.0) && row.to_premises == Some(here.0);
        if by_this_form && row.ended_at.is_none() {
            return Ok(());
        }
        if !is_open(&row, tx.millis()) {
            return Err(StoreError::NotFound.into());
        }
        let of = |id: Uuid| {
            let side = sides.iter().find(|side| side.id == id);
            side.map(|side| side.organisation_id).ok_or(StoreError::NotFound)
        };
        if of(here.0)? == of(row.from_premises)? {
            return Err(LinkRefused::Own);
        }
        room(tx.db(), here, tx.millis()).await?;
        if linked(tx.db(), here.0, row.from_premises).await? {
            return Err(LinkRefused::Already);
        }
        let changed = Entity::update_many()
            .set(ActiveModel {
                to_premises: Set(Some(here.0)),
                accepted_by: Set(Some(actor.0)),
                accepted_at: Set(Some(tx.millis())),
                ..Default::default()
            })
            .filter(Column::Id.eq(row.id))
            .filter(Column::AcceptedAt.is_null())
            .filter(Column::EndedAt.is_null())
            .exec(tx.db())
            .await
            .map_err(StoreError::from)?;
        if changed.rows_affected != 1 {
            return Err(StoreError::NotFound.into());
        }
        Ok(tx.commit(Event::CoordinationAgreed(CoordinationId(row.id))).await?)
    }

    /// The links and open offers of premises. Three statements, however many there are.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn links_of(&self, permit: &Permit<act::EditPremises>) -> Result<Links, StoreError> {
        let here = *permit.target();
        let found = Entity::find()
            .filter(standing(here, self.clock.now().timestamp_millis()))
            .order_by_desc(Column::MadeAt)
            .order_by_desc(Column::Id)
            .limit(MOST_LINKS)
            .all(&self.db)
            .await?;
        let ids = found.iter().flat_map(|row| [Some(row.from_premises), row.to_premises]).flatten();
        let sides = rows(&self.db, ids.chain([here.0]).collect()).await?;
        let operators = self.operators_of(sides.values().map(|side| side.organisation_id)).await?;
        let own = sides.get(&here.0).ok_or(StoreError::NotFound)?;
        let ours = tier(own)?;
        let key = self.key(&Owner::Organisation(OrganisationId(own.organisation_id))).await?;
        let part_of = read(own.clone(), &key)?.facts.part_of;
        let mut links = Links { part_of, ..Links::default() };
        for row in found {
            let (id, relation) = (CoordinationId(row.id), relation(&row.relation)?);
            let Some(to) = row.to_premises else {
                links.offers.push(Offer { id, relation, until: at(row.expires_at) });
                continue;
            };
            let (other, relation) = if to == here.0 {
                (row.from_premises, relation.from_the_other_side())
            } else {
                (to, relation)
            };
            let other = sides.get(&other).ok_or(StoreError::NotFound)?.clone();
            let organisation = OrganisationId(other.organisation_id);
            let details = operators.get(&organisation).ok_or(StoreError::NotFound)?;
            let key = self.key(&Owner::Organisation(organisation)).await?;
            links.standing.push(Link {
                id,
                organisation: details.name.clone(),
                contact: details.contact.clone(),
                relation,
                duty: relation.duty(ours, tier(&other)?),
                premises: read(other, &key)?.name,
            });
        }
        Ok(links)
    }

    /// Ends a link of these premises, or takes an offer back. Whether the other side did so first
    /// makes no difference.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such link of these premises.
    pub async fn end_link(
        &self,
        permit: &Permit<act::EditPremises>,
        id: CoordinationId,
    ) -> Result<(), StoreError> {
        let here = permit.target().0;
        let tx = self.begin(permit.actor()).await?;
        let row = Entity::find_by_id(id.0).one(tx.db()).await?.ok_or(StoreError::NotFound)?;
        if row.from_premises != here && row.to_premises != Some(here) {
            return Err(StoreError::NotFound);
        }
        let ended = Entity::update_many()
            .set(ActiveModel { ended_at: Set(Some(tx.millis())), ..Default::default() })
            .filter(Column::Id.eq(id.0))
            .filter(Column::EndedAt.is_null())
            .exec(tx.db())
            .await?;
        if ended.rows_affected == 1 { tx.commit(Event::CoordinationEnded(id)).await } else { Ok(()) }
    }
}

/// Links of these premises that stand, and offers of theirs that are open.
fn standing(here: PremisesId, now: i64) -> Condition {
    let open = Condition::any().add(Column::AcceptedAt.is_not_null()).add(Column::ExpiresAt.gt(now));
    let asked = Condition::all().add(Column::FromPremises.eq(here.0)).add(open);
    Condition::all()
        .add(Column::EndedAt.is_null())
        .add(Condition::any().add(asked).add(Column::ToPremises.eq(here.0)))
}

/// Rows of these premises, held until the end of the transaction: two offers, or two agreements, for
/// the same premises wait for each other here, and the second sees what the first did.
async fn locked<const N: usize>(
    db: &impl ConnectionTrait,
    ids: [Uuid; N],
) -> Result<Vec<premises::Model>, StoreError> {
    Ok(premises::Entity::find()
        .filter(premises::Column::Id.is_in(ids))
        .order_by_asc(premises::Column::Id)
        .lock_exclusive()
        .all(db)
        .await?)
}

async fn room(db: &impl ConnectionTrait, here: PremisesId, now: i64) -> Result<(), LinkRefused> {
    let count = Entity::find().filter(standing(here, now)).count(db).await.map_err(StoreError::from)?;
    if count >= MOST_LINKS { Err(LinkRefused::Full) } else { Ok(()) }
}

async fn linked(db: &impl ConnectionTrait, one: Uuid, other: Uuid) -> Result<bool, StoreError> {
    let way = |from: Uuid, to: Uuid| {
        Condition::all().add(Column::FromPremises.eq(from)).add(Column::ToPremises.eq(to))
    };
    let either = Condition::any().add(way(one, other)).add(way(other, one));
    let count = Entity::find().filter(either).filter(Column::EndedAt.is_null()).count(db).await?;
    Ok(count > 0)
}

async fn with_secret(db: &impl ConnectionTrait, secret: &Secret) -> Result<Model, StoreError> {
    let found = Entity::find().filter(Column::TokenHash.eq(secret.digest())).one(db).await?;
    found.ok_or(StoreError::NotFound)
}

async fn rows(
    db: &impl ConnectionTrait,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, premises::Model>, StoreError> {
    let found = premises::Entity::find().filter(premises::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|row| (row.id, row)).collect())
}

const fn is_open(row: &Model, now: i64) -> bool {
    row.accepted_at.is_none() && row.ended_at.is_none() && row.expires_at > now
}

fn relation(slug: &str) -> Result<Relation, StoreError> {
    Relation::from_slug(slug).ok_or(StoreError::Unreadable("relation"))
}

fn tier(row: &premises::Model) -> Result<Option<Tier>, StoreError> {
    let read = |slug: &str| Tier::from_slug(slug).ok_or(StoreError::Unreadable("tier"));
    row.tier.as_deref().map(read).transpose()
}
