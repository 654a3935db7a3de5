//! Premises or an event: what the regulator is told of, what is assessed, and what has lists and notices.

use domain::{
    codes::RegionCode,
    ids::{EventId, OrganisationId, PremisesId, PremisesOrEvent},
    policy::{Act, act},
    premises::Stage,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{
    Store, StoreError, Subject,
    entity::{event, premises},
    event::name as event_name,
    keys::DataKey,
    premises::name as premises_name,
    tx::WriteTx,
};

/// What the regulator is told of, and what has lists, notices and an assessment: premises or an event.
pub trait Notifiable:
    Copy + Into<PremisesOrEvent> + DeserializeOwned + Subject + Send + Sync + 'static
{
    /// The action of seeing it.
    type See: Act<Target = Self>;
    /// The action of changing it.
    type Change: Act<Target = Self>;
    /// The action of opening its assessment.
    type Assess: Act<Target = Self>;
}

impl Notifiable for PremisesId {
    type See = act::ViewPremises;
    type Change = act::EditPremises;
    type Assess = act::StartAssessment;
}

impl Notifiable for EventId {
    type See = act::ViewEvent;
    type Change = act::EditEvent;
    type Assess = act::StartEventAssessment;
}

/// The row of premises or of an event.
pub(crate) enum Row {
    Premises(premises::Model),
    Event(event::Model),
}

impl Row {
    pub(crate) fn id(&self) -> PremisesOrEvent {
        match self {
            Self::Premises(row) => PremisesId(row.id).into(),
            Self::Event(row) => EventId(row.id).into(),
        }
    }

    pub(crate) fn organisation(&self) -> OrganisationId {
        match self {
            Self::Premises(row) => OrganisationId(row.organisation_id),
            Self::Event(row) => OrganisationId(row.organisation_id),
        }
    }

    pub(crate) fn council(&self) -> &str {
        match self {
            Self::Premises(row) => &row.council,
            Self::Event(row) => &row.council,
        }
    }

    pub(crate) fn region(&self) -> Result<RegionCode, StoreError> {
        let region = match self {
            Self::Premises(row) => &row.region,
            Self::Event(row) => &row.region,
        };
        region.parse().map_err(|_| StoreError::Unreadable("region"))
    }
}

impl Store {
    /// The row of premises or of an event. One statement.
    pub(crate) async fn row_of(&self, of: PremisesOrEvent) -> Result<Row, StoreError> {
        Ok(match of {
            PremisesOrEvent::Premises(id) => Row::Premises(self.premises_row(id).await?),
            PremisesOrEvent::Event(id) => Row::Event(self.event_row(id).await?),
        })
    }

    /// Whose premises or event it is. One statement.
    pub(crate) async fn organisation_with(&self, of: PremisesOrEvent) -> Result<Uuid, StoreError> {
        Ok(self.row_of(of).await?.organisation().0)
    }
}

/// What a row is of that names premises or an event.
pub(crate) fn one_of(premises: Option<Uuid>, event: Option<Uuid>) -> Result<PremisesOrEvent, StoreError> {
    PremisesOrEvent::one_of(premises.map(PremisesId), event.map(EventId))
        .ok_or(StoreError::Unreadable("premises_id"))
}

/// What premises or an event are called, from what is sealed of them.
pub(crate) fn name(of: PremisesOrEvent, details: &[u8], key: &DataKey) -> Result<String, StoreError> {
    Ok(match of {
        PremisesOrEvent::Premises(id) => premises_name(id, details, key)?.as_str().to_owned(),
        PremisesOrEvent::Event(id) => event_name(id, details, key)?.as_str().to_owned(),
    })
}

/// Says how far premises are with their assessment. Of an event no stage is kept. One statement, none for an event.
pub(crate) async fn set_stage(tx: &WriteTx, of: PremisesOrEvent, stage: Stage) -> Result<(), StoreError> {
    if let PremisesOrEvent::Premises(id) = of {
        premises::Entity::update_many()
            .col_expr(premises::Column::Stage, Expr::value(stage.as_str()))
            .filter(premises::Column::Id.eq(id.0))
            .exec(tx.db())
            .await?;
    }
    Ok(())
}
