//! Assessments: one of each premises, its answers in rows of their own.

mod aging;
mod moving;
mod read;
mod save;
mod sealed;

use domain::{
    assessment::AssessmentState,
    audit::Event,
    content::{self, Audience, QuestionSet},
    ids::{AssessmentId, PremisesId},
    policy::{Permit, act},
    premises::Stage,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use crate::{
    Store, StoreError,
    entity::{assessment, premises},
    tx::WriteTx,
};

pub(crate) use aging::aging;
pub use read::{Assessment, AssessmentLine, EarlierAnswer, LastSave};
pub(crate) use read::{open_answer, question, question_set, state, tier};
pub use save::{AnswerSaved, OtherAnswer};
pub use sealed::SealedAssessment;

impl Store {
    /// Opens the assessment of premises, with the newest edition of the question set of their tier; gives back the
    /// one they have, whatever its state. Four statements for a new one, one otherwise.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn start_assessment(
        &self,
        permit: &Permit<act::StartAssessment>,
    ) -> Result<AssessmentId, StoreError> {
        let premises = *permit.target();
        if let Some(id) = self.open_assessment(premises).await? {
            return Ok(id);
        }
        let set = self.newest_set(premises).await?;
        match self.insert_assessment(permit, set).await {
            // Somebody else opened it in the same moment: theirs counts.
            Err(StoreError::Taken) => self.open_assessment(premises).await?.ok_or(StoreError::Conflict),
            other => other,
        }
    }

    /// The newest question set for premises, by their tier: the voluntary one out of scope. One statement.
    async fn newest_set(&self, id: PremisesId) -> Result<&'static QuestionSet, StoreError> {
        let row = premises::Entity::find_by_id(id.0).one(&self.db).await?.ok_or(StoreError::NotFound)?;
        let audience = tier(row.tier.as_deref())?.map_or(Audience::Voluntary, Audience::from);
        let library = content::library().map_err(|_| StoreError::Unreadable("content"))?;
        library.newest(audience.set()).ok_or(StoreError::Unreadable("question set"))
    }

    async fn insert_assessment(
        &self,
        permit: &Permit<act::StartAssessment>,
        set: &QuestionSet,
    ) -> Result<AssessmentId, StoreError> {
        let premises = *permit.target();
        let id = AssessmentId(Uuid::new_v4());
        let tx = self.begin(permit.actor()).await?;
        // Premises out of scope answer of their own accord: nobody waits for them.
        premises::Entity::update_many()
            .col_expr(premises::Column::Stage, Expr::value(Stage::Assessing.as_str()))
            .filter(premises::Column::Id.eq(premises.0))
            .filter(premises::Column::Tier.is_not_null())
            .exec(tx.db())
            .await?;
        let row = assessment::ActiveModel {
            id: Set(id.0),
            premises_id: Set(premises.0),
            open_for: Set(Some(premises.0)),
            question_set: Set(set.id.clone()),
            edition: Set(set.edition.clone()),
            state: Set(AssessmentState::Open.name().into()),
            opened_at: Set(tx.millis()),
            changed_at: Set(tx.millis()),
            version: Set(1),
        };
        assessment::Entity::insert(row).exec_without_returning(tx.db()).await?;
        tx.commit(Event::AssessmentStarted(id)).await?;
        Ok(id)
    }

    async fn open_assessment(&self, premises: PremisesId) -> Result<Option<AssessmentId>, StoreError> {
        let row = assessment::Entity::find()
            .filter(assessment::Column::OpenFor.eq(premises.0))
            .one(&self.db)
            .await?;
        Ok(row.map(|row| AssessmentId(row.id)))
    }
}

/// Gives a submitted assessment back to the operator. Every transaction that takes an assessment and
/// its case takes the assessment first: two of them never wait for each other. One statement.
///
/// # Errors
/// [`StoreError::Closed`] when it is not submitted (any more).
pub(crate) async fn give_back(tx: &WriteTx, id: Uuid, state: AssessmentState) -> Result<(), StoreError> {
    let opened = assessment::Entity::update_many()
        .col_expr(assessment::Column::State, Expr::value(state.name()))
        .col_expr(assessment::Column::ChangedAt, Expr::value(tx.millis()))
        .col_expr(assessment::Column::Version, Expr::col(assessment::Column::Version).add(1))
        .filter(assessment::Column::Id.eq(id))
        .filter(assessment::Column::State.eq(AssessmentState::Submitted.name()))
        .exec(tx.db())
        .await?;
    if opened.rows_affected == 1 { Ok(()) } else { Err(StoreError::Closed) }
}
