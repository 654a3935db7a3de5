//! Taking a submission back.

use domain::{
    assessment::AssessmentState,
    audit::Event,
    policy::{Permit, act},
    premises::Stage,
    submission::{CaseEvent, CaseState},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{
    Store, StoreError,
    assessment::give_back,
    entity::case,
    premises_or_event::{one_of, set_stage},
};

impl Store {
    /// Takes a submission back: its case ends, its assessment opens again, its place in the queue is
    /// gone. The submission itself stays as it is. Six statements.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when the adviser has answered, or it was taken back already.
    pub async fn withdraw(&self, permit: &Permit<act::WithdrawSubmission>) -> Result<(), StoreError> {
        let id = *permit.target();
        let (sent, row) = self.submission_rows(id).await?;
        let state = CaseState::from_name(&row.state).ok_or(StoreError::Unreadable("case state"))?;
        if !state.is_open() {
            return Err(StoreError::Closed);
        }
        let after = state.apply(CaseEvent::Withdraw).map_err(|_| StoreError::Closed)?;
        let tx = self.begin(permit.actor()).await?;
        give_back(&tx, sent.assessment_id, AssessmentState::Open).await?;
        let ended = case::Entity::update_many()
            .col_expr(case::Column::State, Expr::value(after.name()))
            .col_expr(case::Column::ChangedAt, Expr::value(tx.millis()))
            .col_expr(case::Column::Version, Expr::value(row.version.saturating_add(1)))
            .filter(case::Column::Id.eq(row.id))
            .filter(case::Column::Version.eq(row.version))
            .exec(tx.db())
            .await?;
        if ended.rows_affected != 1 {
            return Err(StoreError::Closed);
        }
        let of = one_of(sent.premises_id, sent.event_id)?;
        set_stage(&tx, of, Stage::Assessing).await?;
        self.take_out_of_queue(tx.db(), of).await?;
        tx.commit(Event::Withdrawn(id)).await
    }
}
