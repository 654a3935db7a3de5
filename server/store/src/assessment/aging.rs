//! The days that were answered, and when they are too long ago.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    assessment::{Answers, Journey, aging_days},
    content::{Audience, QuestionId},
    ids::{AssessmentId, PremisesOrEvent},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::read::{open_answer, question, question_set, tier};
use crate::{
    StoreError,
    entity::{answer, assessment, premises},
    keys::DataKey,
};

/// The first day on which each day that was answered is too long ago, by question. Two statements, one where
/// there is no assessment.
pub(crate) async fn aging(
    db: &impl ConnectionTrait,
    key: &DataKey,
    of: PremisesOrEvent,
) -> Result<BTreeMap<QuestionId, NaiveDate>, StoreError> {
    let open = assessment::Entity::find()
        .filter(assessment::Column::OpenFor.eq(Uuid::from(of)))
        .find_also_related(premises::Entity)
        .one(db)
        .await?;
    let Some((row, premises)) = open else { return Ok(BTreeMap::new()) };
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
    let tier = tier(premises.and_then(|premises| premises.tier).as_deref())?;
    let audience = set.audience(tier.map(Audience::from));
    Ok(aging_days(&Journey::new(set, audience, &answers)))
}
