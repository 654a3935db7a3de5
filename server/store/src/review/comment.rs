//! Comments on answers.

use domain::{
    audit::Event,
    content::QuestionId,
    ids::CommentId,
    policy::{Permit, act},
    submission::CaseState,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::{case, said};
use crate::{
    Owner, Store, StoreError,
    entity::{case as row, comment},
};

impl Store {
    /// Comments on one answer of a case under review. Sent twice, it makes one. Four statements.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when the case is not under review.
    pub async fn comment(
        &self,
        permit: &Permit<act::ReviewCase>,
        once: Uuid,
        question: &QuestionId,
        text: &str,
    ) -> Result<CommentId, StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let id = CommentId(self.tokens.id("comment", actor.0, once));
        let (before, _) = self.case_rows(*permit.target()).await?;
        let key = self.key(&Owner::Region(case::region(&before)?)).await?;
        let tx = self.begin(Some(actor)).await?;
        // Takes the case, so that it cannot be answered at the same moment. The version stays: a
        // comment does not spoil what a colleague is writing.
        let touched = row::Entity::update_many()
            .col_expr(row::Column::ChangedAt, Expr::value(tx.millis()))
            .filter(row::Column::Id.eq(before.id))
            .filter(row::Column::State.eq(CaseState::InReview.name()))
            .exec(tx.db())
            .await?;
        if touched.rows_affected != 1 {
            return Err(StoreError::Closed);
        }
        let made = comment::ActiveModel {
            id: Set(id.0),
            case_id: Set(before.id),
            question: Set(question.to_string()),
            body: Set(key.seal(said::comment_place(&id.0), text.as_bytes())?),
            account_id: Set(actor.0),
            made_at: Set(tx.millis()),
        };
        match comment::Entity::insert(made).exec_without_returning(tx.db()).await.map_err(StoreError::from) {
            Err(StoreError::Taken) => return Ok(id),
            other => other?,
        };
        tx.commit(Event::Commented(*permit.target())).await?;
        Ok(id)
    }
}
