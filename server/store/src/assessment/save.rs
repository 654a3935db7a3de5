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
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};

use super::read::{
    Assessment, LastSave, SavedAnswer, answer_place, answer_place_row, open_answer, with_savers,
};
use crate::{
    Owner, Store, StoreError, calendar,
    entity::{answer, assessment},
    keys::DataKey,
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

/// The answer that somebody else saved.
#[derive(Clone, Debug)]
pub struct OtherAnswer {
    /// What they answered.
    pub answer: Answer,
    /// Who, when, and the version to name in the next save.
    pub save: LastSave,
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
        let (other, counts) = other_answer(&tx, id, question, &key, &portal).await?;
        if counts && other.answer == *answer {
            return Ok(AnswerSaved::Saved { version: other.save.version });
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

/// The answer as somebody else saved it, and whether it counts for the question as it is asked now. One statement.
async fn other_answer(
    tx: &WriteTx,
    id: AssessmentId,
    question: &QuestionId,
    key: &DataKey,
    portal: &DataKey,
) -> Result<(OtherAnswer, bool), StoreError> {
    let row: SavedAnswer = with_savers(answer::Entity::find().select_only())
        .filter(answer::Column::AssessmentId.eq(id.0))
        .filter(answer::Column::Question.eq(question.as_str()))
        .into_model()
        .one(tx.db())
        .await?
        // A save that names a version of an answer that never was.
        .ok_or(StoreError::Conflict)?;
    let other = OtherAnswer {
        answer: open_answer(key, id, question.as_str(), &row.value)?,
        save: row.last_save(row.saver(portal)?)?,
    };
    Ok((other, row.earlier_edition.is_none()))
}
