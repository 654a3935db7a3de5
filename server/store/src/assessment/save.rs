//! Saving one answer, never over somebody else's.

use domain::{
    assessment::{Answer, bears_on_dates},
    audit::Event,
    content::QuestionId,
    ids::{AccountId, AssessmentId},
    policy::{Permit, act},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use super::{
    other_answer::{self, OtherAnswer},
    read::{Assessment, answer_place, answer_place_row},
};
use crate::{
    Owner, Store, StoreError, calendar,
    entity::{answer, assessment},
    tx::WriteTx,
};

/// What became of a save.
#[derive(Clone, Debug)]
pub enum AnswerSaved {
    /// It is stored, or the same answer was already.
    Saved {
        /// The version it has now.
        version: u32,
    },
    /// Somebody else saved another answer first. Nothing was written.
    Conflict(Box<OtherAnswer>),
}

impl Store {
    /// Saves an answer to an assessment as it was read, unless somebody else saved another since version `seen` (0
    /// where there was none). Locks the assessment first, so that no submission is made at the same time. Three
    /// statements, whether it is saved or somebody else was first; nine more where the calendar hangs on the question.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when the answer may not be changed, or the assessment was sent, given back or moved to
    /// other questions since it was read.
    pub async fn save_answer(
        &self,
        permit: &Permit<act::EditAnswers>,
        assessment: &Assessment,
        question: &QuestionId,
        seen: u32,
        answer: &Answer,
    ) -> Result<AnswerSaved, StoreError> {
        let id = *permit.target();
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        if assessment.id != id {
            return Err(StoreError::NotFound);
        }
        if !assessment.may_answer(question) {
            return Err(StoreError::Closed);
        }
        let key = self.key(&Owner::Organisation(assessment.organisation)).await?;
        let portal = self.key(&Owner::Portal).await?;
        let value = key.seal_json(answer_place(&answer_place_row(id, question.as_str())), answer)?;
        let tx = self.begin(Some(actor)).await?;
        lock(&tx, assessment).await?;
        if write(&tx, actor, (id, question), value, seen).await? {
            if bears_on_dates(assessment.set, question) {
                calendar::refresh(&tx, &key, assessment.of, assessment.organisation).await?;
            }
            tx.commit(Event::AnswerSaved(id)).await?;
            return Ok(AnswerSaved::Saved { version: seen.saturating_add(1) });
        }
        // A save that names a version of an answer that never was.
        let other =
            other_answer::read(tx.db(), id, question, (&key, &portal)).await?.ok_or(StoreError::Conflict)?;
        if !other.is_earlier && other.answer == *answer {
            return Ok(AnswerSaved::Saved { version: other.version });
        }
        Ok(AnswerSaved::Conflict(Box::new(other)))
    }
}

/// Takes the assessment's row in the round it was read in: until the commit nobody else saves or submits. Another
/// round may ask other questions, or open others. One statement.
async fn lock(tx: &WriteTx, read: &Assessment) -> Result<(), StoreError> {
    let locked = assessment::Entity::update_many()
        .col_expr(assessment::Column::ChangedAt, Expr::value(tx.millis()))
        .filter(assessment::Column::Id.eq(read.id.0))
        .filter(assessment::Column::Version.eq(read.round))
        .exec(tx.db())
        .await?;
    if locked.rows_affected == 1 { Ok(()) } else { Err(StoreError::Closed) }
}

/// Writes the answer where version `seen` is still the last one. One statement.
async fn write(
    tx: &WriteTx,
    actor: AccountId,
    (id, question): (AssessmentId, &QuestionId),
    value: Vec<u8>,
    seen: u32,
) -> Result<bool, StoreError> {
    use answer::Column as C;
    let Some(next) = i32::try_from(seen).ok().and_then(|seen| seen.checked_add(1)) else {
        return Ok(false);
    };
    let row = answer::ActiveModel {
        value: Set(value),
        version: Set(next),
        account_id: Set(actor.0),
        saved_at: Set(tx.millis()),
        earlier_edition: Set(None),
        ..Default::default()
    };
    if seen == 0 {
        let row =
            answer::ActiveModel { assessment_id: Set(id.0), question: Set(question.to_string()), ..row };
        let keep = OnConflict::columns([C::AssessmentId, C::Question]).do_nothing().to_owned();
        let inserted = answer::Entity::insert(row).on_conflict(keep).exec_without_returning(tx.db()).await?;
        return Ok(inserted == 1);
    }
    let updated = answer::Entity::update_many()
        .set(row)
        .filter(C::AssessmentId.eq(id.0))
        .filter(C::Question.eq(question.as_str()))
        .filter(C::Version.eq(next - 1))
        .exec(tx.db())
        .await?;
    Ok(updated.rows_affected == 1)
}
