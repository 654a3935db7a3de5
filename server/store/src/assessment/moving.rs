//! Going on with other questions: a newer edition, or the set for another tier.

use domain::{
    assessment::{AssessmentState, differences},
    audit::Event,
    content::QuestionSet,
    policy::{Permit, act},
};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use super::read::{edition_name, question_set};
use crate::{
    Owner, Store, StoreError, calendar,
    entity::{answer, assessment},
};

impl Store {
    /// Goes on with the questions of `to`, where the assessment is open and still asks those of `from`. Answers stay
    /// where the question means the same; those to questions that have to be asked again are kept beside them. Does
    /// nothing where it was done already. Fourteen statements.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when not every answer may be changed; [`StoreError::Conflict`] when it asks other
    /// questions than `from` by now.
    pub async fn move_assessment(
        &self,
        permit: &Permit<act::EditAnswers>,
        from: &QuestionSet,
        to: &'static QuestionSet,
    ) -> Result<(), StoreError> {
        use answer::Column as C;
        let id = *permit.target();
        let (row, of) = self.assessment_rows(id).await?;
        let key = self.key(&Owner::Organisation(of.organisation())).await?;
        let asked = question_set(&row)?;
        if asked == to {
            return Ok(());
        }
        if (&asked.id, &asked.edition) != (&from.id, &from.edition) {
            return Err(StoreError::Conflict);
        }
        let tx = self.begin(permit.actor()).await?;
        let moved = assessment::Entity::update_many()
            .col_expr(assessment::Column::QuestionSet, Expr::value(to.id.as_str()))
            .col_expr(assessment::Column::Edition, Expr::value(to.edition.as_str()))
            .col_expr(assessment::Column::ChangedAt, Expr::value(tx.millis()))
            .col_expr(assessment::Column::Version, Expr::col(assessment::Column::Version).add(1))
            .filter(assessment::Column::Id.eq(row.id))
            .filter(assessment::Column::State.eq(AssessmentState::Open.name()))
            .filter(assessment::Column::QuestionSet.eq(asked.id.as_str()))
            .filter(assessment::Column::Edition.eq(asked.edition.as_str()))
            .exec(tx.db())
            .await?;
        if moved.rows_affected != 1 {
            return Err(StoreError::Closed);
        }
        let differences = differences(asked, to);
        let again: Vec<&str> = differences.ask_again().map(|question| question.as_str()).collect();
        if !again.is_empty() {
            answer::Entity::update_many()
                .col_expr(C::EarlierEdition, Expr::value(edition_name(asked)))
                .col_expr(C::Version, Expr::col(C::Version).add(1))
                .filter(C::AssessmentId.eq(row.id))
                .filter(C::Question.is_in(again))
                .filter(C::EarlierEdition.is_null())
                .exec(tx.db())
                .await?;
        }
        calendar::refresh(&tx, &key, of.id(), of.organisation()).await?;
        tx.commit(Event::AssessmentMoved(id)).await
    }
}
