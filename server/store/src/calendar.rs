//! The days that what premises keep leads to, stored whenever it changes.

use domain::{
    calendar::Dates,
    drill::{self, Drill},
    policy::{Permit, act},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{
    Assessment, Owner, Store, StoreError,
    entity::calendar::{ActiveModel, Column, Entity},
    kept,
    keys::{DataKey, Place},
    tx::WriteTx,
};

impl Store {
    /// The days of the premises that an assessment is of. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the permit is for another assessment.
    pub async fn dates_for(
        &self,
        permit: &Permit<act::ViewAssessment>,
        assessment: &Assessment,
    ) -> Result<Dates, StoreError> {
        if assessment.id != *permit.target() {
            return Err(StoreError::NotFound);
        }
        let key = self.key(&Owner::Organisation(assessment.organisation)).await?;
        let row = Entity::find_by_id(assessment.premises.0).one(&self.db).await?;
        row.map_or_else(|| Ok(Dates::default()), |row| key.open_json(lies(&row.premises_id), &row.dates))
    }
}

/// Works the days of premises out anew, after something they keep has changed. Whoever changes another thing of
/// theirs at the same time waits, and then sees this change.
pub(crate) async fn refresh(
    tx: &WriteTx,
    key: &DataKey,
    premises: Uuid,
    organisation: Uuid,
) -> Result<(), StoreError> {
    let row = ActiveModel {
        premises_id: Set(premises),
        organisation_id: Set(organisation),
        dates: Set(key.seal_json(lies(&premises), &Dates::default())?),
        changed_at: Set(tx.millis()),
    };
    let held = OnConflict::column(Column::PremisesId).update_column(Column::ChangedAt).to_owned();
    Entity::insert(row).on_conflict(held).exec_without_returning(tx.db()).await?;
    let drills = kept::all::<Drill>(tx.db(), key, premises).await?;
    let dates = Dates { drills: drill::last_days(drills.iter().map(|drill| &drill.details)) };
    Entity::update_many()
        .col_expr(Column::Dates, Expr::value(key.seal_json(lies(&premises), &dates)?))
        .filter(Column::PremisesId.eq(premises))
        .exec(tx.db())
        .await?;
    Ok(())
}

fn lies(premises: &Uuid) -> Place<'_> {
    Place { table: "calendar", column: "dates", row: premises.as_bytes() }
}
