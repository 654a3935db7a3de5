//! The days that what premises or an event keep leads to, stored whenever it changes; and what a calendar is made from.

mod facts;

use domain::{
    calendar::{Dates, plan_due, training_due},
    competent_person::Expiry,
    drill::{self, Drill},
    ids::{OrganisationId, PremisesOrEvent},
    plan::PlanItem,
    training::Training,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

pub use facts::{CalendarFacts, EventDates, PremisesDates};

use crate::{
    Kept, Record, StoreError, assessment,
    competent_person::read as competent_person_read,
    entity::{
        calendar::{ActiveModel, Column, Entity},
        competent_person,
    },
    kept,
    keys::{DataKey, Place},
    tx::WriteTx,
};

/// Works the days of premises or of an event out anew, after something they keep has changed. Whoever changes another
/// thing of theirs at the same time waits, and then sees this change.
pub(crate) async fn refresh(
    tx: &WriteTx,
    key: &DataKey,
    of: PremisesOrEvent,
    organisation: OrganisationId,
) -> Result<(), StoreError> {
    let subject = Uuid::from(of);
    let row = ActiveModel {
        subject_id: Set(subject),
        organisation_id: Set(organisation.0),
        dates: Set(key.seal_json(lies(&subject), &Dates::default())?),
        changed_at: Set(tx.millis()),
    };
    let held = OnConflict::column(Column::SubjectId).update_column(Column::ChangedAt).to_owned();
    Entity::insert(row).on_conflict(held).exec_without_returning(tx.db()).await?;
    let dates = gather(tx, key, of).await?;
    Entity::update_many()
        .col_expr(Column::Dates, Expr::value(key.seal_json(lies(&subject), &dates)?))
        .filter(Column::SubjectId.eq(subject))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Works the days out. Six statements, seven where there is an assessment.
async fn gather(tx: &WriteTx, key: &DataKey, of: PremisesOrEvent) -> Result<Dates, StoreError> {
    let drills = kept::all::<Drill>(tx.db(), key, of).await?;
    let training: Vec<Training> = details(kept::all(tx.db(), key, of).await?);
    let plan: Vec<PlanItem> = details(kept::all(tx.db(), key, of).await?);
    // Those records are of premises: of an event none is found.
    let people = competent_person::Entity::find()
        .filter(competent_person::Column::PremisesId.eq(Uuid::from(of)))
        .all(tx.db())
        .await?;
    let mut expiries = Vec::new();
    for row in people {
        if let Expiry::On(last) = competent_person_read(row, key)?.details.expiry {
            expiries.push(last);
        }
    }
    expiries.sort();
    Ok(Dates {
        drills: drill::last_days(drills.iter().map(|drill| &drill.details)),
        training: training_due(&training),
        plan: plan_due(&plan),
        answers: assessment::aging(tx.db(), key, of).await?,
        expiries,
    })
}

fn details<K: Kept>(records: Vec<Record<K>>) -> Vec<K> {
    records.into_iter().map(|record| record.details).collect()
}

/// The days of premises or of an event, as their row holds them.
pub(crate) fn read(of: PremisesOrEvent, dates: &[u8], key: &DataKey) -> Result<Dates, StoreError> {
    key.open_json(lies(&of.into()), dates)
}

fn lies(subject: &Uuid) -> Place<'_> {
    Place { table: "calendar", column: "dates", row: subject.as_bytes() }
}
