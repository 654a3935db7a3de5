//! An answer as somebody else saved it, to be shown beside one's own.

use domain::{
    account::PersonName,
    assessment::Answer,
    content::QuestionId,
    ids::AssessmentId,
    policy::{Permit, act},
};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::read::{Assessment, open_answer, version};
use crate::{
    Owner, Store, StoreError, Timestamp, account,
    clock::at,
    entity::{account as account_row, answer},
    keys::DataKey,
};

/// The answer that somebody else saved.
#[derive(Clone, Debug)]
pub struct OtherAnswer {
    /// What they answered.
    pub answer: Answer,
    /// Whether it answers the question as an earlier edition asked it, and so counts for nothing.
    pub is_earlier: bool,
    /// Counts the saves; the next save names it.
    pub version: u32,
    /// Who saved it.
    pub by: PersonName,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// The answer to a question as it is stored, with who saved it. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the permit is for another assessment.
    pub async fn other_answer(
        &self,
        permit: &Permit<act::EditAnswers>,
        assessment: &Assessment,
        question: &QuestionId,
    ) -> Result<Option<OtherAnswer>, StoreError> {
        if assessment.id != *permit.target() {
            return Err(StoreError::NotFound);
        }
        let key = self.key(&Owner::Organisation(assessment.organisation)).await?;
        let portal = self.key(&Owner::Portal).await?;
        read(&self.db, assessment.id, question, (&key, &portal)).await
    }
}

/// Reads it with the keys of the organisation and of the portal. One statement.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    assessment: AssessmentId,
    question: &QuestionId,
    (key, portal): (&DataKey, &DataKey),
) -> Result<Option<OtherAnswer>, StoreError> {
    let found = answer::Entity::find_by_id((assessment.0, question.to_string()))
        .find_also_related(account_row::Entity)
        .one(db)
        .await?;
    let Some((row, account)) = found else { return Ok(None) };
    let account = account.ok_or(StoreError::Unreadable("account"))?;
    Ok(Some(OtherAnswer {
        answer: open_answer(key, assessment, &row.question, &row.value)?,
        is_earlier: row.earlier_edition.is_some(),
        version: version(row.version)?,
        by: portal.open_json(account::place("name", &account.id), &account.name)?,
        at: at(row.saved_at),
    }))
}
