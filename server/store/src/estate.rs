//! An estate: the list of an organisation's premises, a page at a time, and what is likely to be the same.
//!
//! Names are sealed, so a search, or the order by name, opens every row of the organisation that the
//! clear columns leave.

mod import;
mod shared;

use domain::{
    codes::CouncilCode,
    estate::{
        Order, PAGE, Search,
        similar::{Alike, Sketch},
    },
    forms::premises::NameAndAddress,
    ids::{OrganisationId, PremisesId},
    policy::{Permit, act},
    premises::{Premises, Stage},
    scope::Tier,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{
    Cursor, Owner, Store, StoreError,
    cursor::first_page,
    entity::premises::{Column, Entity, Model},
    premises::read,
};

pub use import::{HeldFile, Import, ImportDone};
pub use shared::EstateChanged;

/// What somebody wants to see of an estate.
#[derive(Clone, Default)]
pub struct EstateFilter {
    /// In one tier, or in none.
    pub tier: Option<TierIs>,
    /// At one stage.
    pub stage: Option<Stage>,
    /// In one council's area.
    pub council: Option<CouncilCode>,
    /// With these words in the name, or at this postcode.
    pub search: Search,
    /// In this order.
    pub order: Order,
    /// What comes after this place.
    pub after: Option<Cursor>,
}

/// A tier, or none. Where the Act leaves a point open, premises count as if it reached them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TierIs {
    /// This tier.
    In(Tier),
    /// Not in scope, or not clear yet.
    Neither,
}

/// A page of the list.
pub struct EstatePage {
    /// The premises.
    pub premises: Vec<Premises>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// How many match, on all pages.
    pub matching: usize,
    /// How many there are.
    pub total: usize,
    /// The councils that any of them are in.
    pub councils: Vec<CouncilCode>,
}

impl Store {
    /// A page of an organisation's premises. Two statements, however many premises there are.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn estate(
        &self,
        permit: &Permit<act::ListPremises>,
        filter: &EstateFilter,
    ) -> Result<EstatePage, StoreError> {
        let organisation = *permit.target();
        let groups = self.groups(organisation).await?;
        let count = |wanted: &dyn Fn(&Group) -> bool| {
            groups
                .iter()
                .filter(|group| wanted(group))
                .map(|group| usize::try_from(group.3).unwrap_or(0))
                .sum()
        };
        let total = count(&|_| true);
        let mut councils: Vec<CouncilCode> = groups.iter().filter_map(|group| group.0.parse().ok()).collect();
        councils.sort();
        councils.dedup();
        let in_memory = !filter.search.is_empty() || filter.order == Order::Name;
        if in_memory {
            let mut all = self.matching(organisation, filter).await?;
            if filter.order == Order::Name {
                all.sort_by_cached_key(|(premises, _)| (premises.name.as_str().to_lowercase(), premises.id));
            }
            let matching = all.len();
            let seen = filter.after.and_then(|after| all.iter().position(|(_, at)| at.id == after.id));
            let rest = all.into_iter().skip(seen.map_or(0, |at| at + 1));
            let (premises, next) = first_page(rest.collect(), PAGE);
            return Ok(EstatePage { premises, next, matching, total, councils });
        }
        let matching = count(&|group| filter.matches(group));
        let rows = Entity::find()
            .filter(filter.condition(organisation))
            .filter(
                filter
                    .after
                    .map_or_else(Condition::all, |after| after.beyond(Column::RegisteredAt, Column::Id)),
            )
            .order_by_desc(Column::RegisteredAt)
            .order_by_desc(Column::Id)
            .limit(u64::try_from(PAGE + 1).unwrap_or(u64::MAX))
            .all(&self.db)
            .await?;
        let (premises, next) = first_page(self.opened(organisation, rows).await?, PAGE);
        Ok(EstatePage { premises, next, matching, total, councils })
    }

    /// Everything that a filter leaves, in no order that matters. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn estate_matching(
        &self,
        permit: &Permit<act::EditEstate>,
        filter: &EstateFilter,
    ) -> Result<Vec<Premises>, StoreError> {
        let all = self.matching(*permit.target(), filter).await?;
        Ok(all.into_iter().map(|(premises, _)| premises).collect())
    }

    /// These premises, where they are the organisation's. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn estate_chosen(
        &self,
        permit: &Permit<act::EditEstate>,
        ids: &[PremisesId],
    ) -> Result<Vec<Premises>, StoreError> {
        let rows = Entity::find()
            .filter(Column::OrganisationId.eq(permit.target().0))
            .filter(Column::Id.is_in(ids.iter().map(|id| id.0)))
            .order_by_desc(Column::RegisteredAt)
            .order_by_desc(Column::Id)
            .all(&self.db)
            .await?;
        let opened = self.opened(*permit.target(), rows).await?;
        Ok(opened.into_iter().map(|(premises, _)| premises).collect())
    }

    /// The organisation's own premises that are likely to be the ones that somebody registers with
    /// this form, and why. What the same form made when it was sent before is not among them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn likely_same(
        &self,
        permit: &Permit<act::RegisterPremises>,
        once: Uuid,
        place: &NameAndAddress,
    ) -> Result<Vec<(Premises, Alike)>, StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let own = self.tokens.id("premises", actor.0, once);
        let new = Sketch::of_place(place);
        let all = self.matching(*permit.target(), &EstateFilter::default()).await?;
        let others = all.into_iter().map(|(premises, _)| premises).filter(|premises| premises.id.0 != own);
        Ok(others.filter_map(|one| Sketch::of(&one).alike(&new).map(|why| (one, why))).collect())
    }

    /// All premises of an organisation that a filter leaves, opened. One statement.
    async fn matching(
        &self,
        organisation: OrganisationId,
        filter: &EstateFilter,
    ) -> Result<Vec<(Premises, Cursor)>, StoreError> {
        let rows = Entity::find()
            .filter(filter.condition(organisation))
            .order_by_desc(Column::RegisteredAt)
            .order_by_desc(Column::Id)
            .all(&self.db)
            .await?;
        let mut opened = self.opened(organisation, rows).await?;
        opened.retain(|(premises, _)| filter.search.finds(premises));
        Ok(opened)
    }

    async fn opened(
        &self,
        organisation: OrganisationId,
        rows: Vec<Model>,
    ) -> Result<Vec<(Premises, Cursor)>, StoreError> {
        let key = self.key(&Owner::Organisation(organisation)).await?;
        rows.into_iter()
            .map(|row| {
                let at = Cursor { millis: row.registered_at, id: row.id };
                Ok((read(row, &key)?, at))
            })
            .collect()
    }

    /// How many premises there are of each council, tier and stage. One statement.
    async fn groups(&self, organisation: OrganisationId) -> Result<Vec<Group>, StoreError> {
        Ok(Entity::find()
            .select_only()
            .column(Column::Council)
            .column(Column::Tier)
            .column(Column::Stage)
            .column_as(Column::Id.count(), "premises")
            .filter(Column::OrganisationId.eq(organisation.0))
            .group_by(Column::Council)
            .group_by(Column::Tier)
            .group_by(Column::Stage)
            .into_tuple()
            .all(&self.db)
            .await?)
    }
}

/// Council, tier, stage, and how many.
type Group = (String, Option<String>, String, i64);

impl EstateFilter {
    /// What the clear columns can tell.
    fn condition(&self, organisation: OrganisationId) -> Condition {
        let tier = self.tier.map(|tier| match tier {
            TierIs::In(tier) => Column::Tier.eq(tier.as_str()),
            TierIs::Neither => Column::Tier.is_null(),
        });
        Condition::all()
            .add(Column::OrganisationId.eq(organisation.0))
            .add_option(tier)
            .add_option(self.stage.map(|stage| Column::Stage.eq(stage.as_str())))
            .add_option(self.council.as_ref().map(|council| Column::Council.eq(council.as_str())))
    }

    /// The same for a group.
    fn matches(&self, (council, tier, stage, _): &Group) -> bool {
        let tier_is = match self.tier {
            None => true,
            Some(TierIs::In(wanted)) => tier.as_deref() == Some(wanted.as_str()),
            Some(TierIs::Neither) => tier.is_none(),
        };
        tier_is
            && self.stage.is_none_or(|wanted| stage == wanted.as_str())
            && self.council.as_ref().is_none_or(|wanted| council == wanted.as_str())
    }
}

impl TierIs {
    /// Each, in the order to offer them.
    pub const ALL: [Self; 3] = [Self::In(Tier::Standard), Self::In(Tier::Enhanced), Self::Neither];

    /// Its slug, such as `neither`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::In(tier) => tier.as_str(),
            Self::Neither => "neither",
        }
    }

    /// The one with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tier| tier.as_str() == slug)
    }
}
