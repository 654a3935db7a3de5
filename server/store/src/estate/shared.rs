//! One change to many premises.

use std::collections::HashMap;

use domain::{
    audit::Event,
    estate::shared::SharedChange,
    ids::PremisesId,
    policy::{Permit, act},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Owner, Store, StoreError,
    entity::premises::{Column, Entity},
    premises::{read, save},
};

/// What became of a change to many premises.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EstateChanged {
    /// They say it now.
    pub changed: Vec<PremisesId>,
    /// They said it before.
    pub same: Vec<PremisesId>,
    /// Somebody else changed them since they were shown: nothing was written.
    pub left_alone: Vec<PremisesId>,
}

impl Store {
    /// Changes the facts of premises that are still at the version that was seen; scope is decided
    /// anew for each. Premises of others are passed over.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn change_estate(
        &self,
        permit: &Permit<act::EditEstate>,
        chosen: &[(PremisesId, u32)],
        change: &SharedChange,
    ) -> Result<EstateChanged, StoreError> {
        let key = self.key(&Owner::Organisation(*permit.target())).await?;
        let seen: HashMap<Uuid, u32> = chosen.iter().map(|(id, seen)| (id.0, *seen)).collect();
        let mut tx = self.begin(permit.actor()).await?;
        let rows = Entity::find()
            .filter(Column::OrganisationId.eq(permit.target().0))
            .filter(Column::Id.is_in(seen.keys().copied()))
            .all(tx.db())
            .await?;
        let mut done = EstateChanged::default();
        for row in rows {
            let before = read(row, &key)?;
            let id = before.id;
            if seen.get(&id.0) != Some(&before.version) {
                done.left_alone.push(id);
                continue;
            }
            let mut after = before.clone();
            change.apply(&mut after);
            if after == before {
                done.same.push(id);
            } else if save(&tx, &key, &before, after).await? {
                done.changed.push(id);
            } else {
                done.left_alone.push(id);
            }
        }
        if let Some((last, others)) = done.changed.split_last() {
            for id in others {
                tx.also(Event::PremisesChanged(*id));
            }
            tx.commit(Event::PremisesChanged(*last)).await?;
        }
        Ok(done)
    }
}
