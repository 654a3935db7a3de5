//! Events: one row each, everything that says what, where or when they are sealed.

mod read;

use domain::{
    audit,
    event::{About, EventChange, EventDetails, Place},
    forms::event::{StatedAbout, StatedPlace},
    ids::{EventId, OrganisationId},
    policy::{Permit, act},
    scope::check::CheckResult,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Owner, Store, StoreError,
    earlier::{self, Said},
    entity::{event, premises},
};
pub use read::EventPage;
use read::lies;
pub(crate) use read::{name, read};

/// An event's place, with the area that it is in.
struct Placed {
    about: About,
    council: String,
    region: String,
}

impl Store {
    /// Registers an event by name and place; the rest is asked page by page. Sent twice, it makes one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the host is none of the organisation's premises.
    pub async fn register_event(
        &self,
        permit: &Permit<act::RegisterEvent>,
        once: Uuid,
        about: StatedAbout,
    ) -> Result<EventId, StoreError> {
        self.new_event(permit, once, about, |_| {}).await
    }

    /// Registers an event by name and place, with what a scope check said about it. Sent twice, it
    /// makes one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the host is none of the organisation's premises.
    pub async fn register_checked_event(
        &self,
        permit: &Permit<act::RegisterEvent>,
        once: Uuid,
        about: StatedAbout,
        found: &CheckResult,
    ) -> Result<EventId, StoreError> {
        self.new_event(permit, once, about, |details| details.take_in(found)).await
    }

    async fn new_event(
        &self,
        permit: &Permit<act::RegisterEvent>,
        once: Uuid,
        about: StatedAbout,
        say_more: impl FnOnce(&mut EventDetails) + Send,
    ) -> Result<EventId, StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let organisation = *permit.target();
        let id = EventId(self.tokens.id("event", actor.0, once));
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let tx = self.begin(Some(actor)).await?;
        let placed = placed(tx.db(), organisation, about).await?;
        let premises = placed.about.place.premises();
        let mut details = EventDetails::new(placed.about);
        say_more(&mut details);
        let row = event::ActiveModel {
            id: Set(id.0),
            organisation_id: Set(organisation.0),
            premises_id: Set(premises.map(|id| id.0)),
            council: Set(placed.council),
            region: Set(placed.region),
            details: Set(key.seal_json(lies(&id.0), &details)?),
            registered_at: Set(tx.millis()),
            changed_at: Set(tx.millis()),
            version: Set(1),
        };
        match event::Entity::insert(row).exec_without_returning(tx.db()).await.map_err(StoreError::from) {
            Err(StoreError::Taken) => return Ok(id),
            other => other?,
        };
        tx.commit(audit::Event::EventRegistered(id)).await?;
        Ok(id)
    }

    /// Changes what an event is and where, unless somebody else changed it since version `seen`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the version is another; [`StoreError::NotFound`] when the host is
    /// none of the organisation's premises.
    pub async fn move_event(
        &self,
        permit: &Permit<act::EditEvent>,
        seen: u32,
        about: StatedAbout,
    ) -> Result<(), StoreError> {
        let before = self.event_row(*permit.target()).await?;
        let placed = placed(&self.db, OrganisationId(before.organisation_id), about).await?;
        let to = event::ActiveModel {
            premises_id: Set(placed.about.place.premises().map(|id| id.0)),
            council: Set(placed.council),
            region: Set(placed.region),
            ..Default::default()
        };
        self.save_event(permit, seen, before, to, |details| details.rename_or_move(placed.about)).await
    }

    /// Changes anything else that was said about an event, unless somebody else did since version
    /// `seen`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the version is another.
    pub async fn change_event(
        &self,
        permit: &Permit<act::EditEvent>,
        seen: u32,
        change: EventChange,
    ) -> Result<(), StoreError> {
        let before = self.event_row(*permit.target()).await?;
        let to = event::ActiveModel::default();
        self.save_event(permit, seen, before, to, |details| details.apply(change)).await
    }

    async fn save_event(
        &self,
        permit: &Permit<act::EditEvent>,
        seen: u32,
        before: event::Model,
        to: event::ActiveModel,
        change: impl FnOnce(&mut EventDetails),
    ) -> Result<(), StoreError> {
        let id = *permit.target();
        let key = self.key(&Owner::Organisation(OrganisationId(before.organisation_id))).await?;
        let said: EventDetails = key.open_json(lies(&id.0), &before.details)?;
        let mut details = said.clone();
        change(&mut details);
        let seen = i32::try_from(seen).map_err(|_| StoreError::Conflict)?;
        let tx = self.begin(permit.actor()).await?;
        let changed = event::Entity::update_many()
            .set(event::ActiveModel {
                details: Set(key.seal_json(lies(&id.0), &details)?),
                changed_at: Set(tx.millis()),
                version: Set(seen.saturating_add(1)),
                ..to
            })
            .filter(event::Column::Id.eq(id.0))
            .filter(event::Column::Version.eq(seen))
            .exec(tx.db())
            .await?;
        // What was read above is of version `seen`, or nothing is written.
        if changed.rows_affected != 1 || before.version != seen {
            return Err(StoreError::Conflict);
        }
        let of = Said {
            organisation: before.organisation_id,
            of: Some(id.into()),
            kind: earlier::EVENT,
            subject: id.0,
            added_at: None,
        };
        earlier::keep(&tx, &key, of, &said).await?;
        tx.commit(audit::Event::EventChanged(id)).await
    }
}

/// The place with its area: of own premises, theirs.
async fn placed(
    db: &impl sea_orm::ConnectionTrait,
    organisation: OrganisationId,
    about: StatedAbout,
) -> Result<Placed, StoreError> {
    let (place, council, region) = match about.place {
        StatedPlace::Premises(id) => {
            let host = premises::Entity::find_by_id(id.0)
                .filter(premises::Column::OrganisationId.eq(organisation.0))
                .one(db)
                .await?
                .ok_or(StoreError::NotFound)?;
            (Place::Premises(id), host.council, host.region)
        }
        StatedPlace::Elsewhere { address, council, region } => {
            (Place::Elsewhere(address), council.to_string(), region.to_string())
        }
    };
    let about =
        About { name: about.name, description: about.description, place, part_of_site: about.part_of_site };
    Ok(Placed { about, council, region })
}

/// Events lie in the area of the premises that host them, wherever those move.
pub(crate) async fn follow_host(
    tx: &DatabaseTransaction,
    premises: Uuid,
    council: &str,
    region: &str,
) -> Result<(), StoreError> {
    event::Entity::update_many()
        .set(event::ActiveModel {
            council: Set(council.to_owned()),
            region: Set(region.to_owned()),
            ..Default::default()
        })
        .filter(event::Column::PremisesId.eq(premises))
        .exec(tx)
        .await?;
    Ok(())
}
