//! The days that were answered, and when they are too long ago.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    assessment::{Answers, Journey, aging_days},
    content::QuestionId,
    ids::AssessmentId,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::read::{open_answer, question, question_set, tier};
use crate::{
    StoreError,
    entity::{answer, assessment, premises},
    keys::DataKey,
};

/// The first day on which each day that was answered is too long ago, by question. Two statements, one where the
/// premises have no assessment.
pub(crate) async fn aging(
    db: &impl ConnectionTrait,
    key: &DataKey,
    of: Uuid,
) -> Result<BTreeMap<QuestionId, NaiveDate>, StoreError> {
    let open = assessment::Entity::find()
        .filter(assessment::Column::OpenFor.eq(of))
        .find_also_related(premises::Entity)
        .one(db)
        .await?;
    let Some((row, Some(place))) = open else { return Ok(BTreeMap::new()) };
    let set = question_set(&row)?;
    let rows = answer::Entity::find()
        .filter(answer::Column::AssessmentId.eq(row.id))
        .filter(answer::Column::EarlierEdition.is_null())
        .all(db)
        .await?;
    let mut answers = Answers::none();
    for saved in rows {
        let answer = open_answer(key, AssessmentId(row.id), &saved.question, &saved.value)?;
        answers.insert(question(&saved.question)?, answer);
    }
    let audience = set.audience(tier(place.tier.as_deref())?);
    Ok(aging_days(&Journey::new(set, audience, &answers)))
}
