//! Assessments: one of each premises, its answers in rows of their own.

mod read;
mod save;

use domain::{
    assessment::AssessmentState,
    audit::Event,
    content::{self, QuestionSet},
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

pub use read::{Assessment, AssessmentLine, LastSave};
pub(crate) use read::{open_answer, question, question_set, state, tier};
pub use save::{AnswerSaved, OtherAnswer};

/// The question set that standard duty premises begin with.
const STANDARD: &str = "standard";

impl Store {
    /// Opens the assessment of premises, with the newest edition of the question set; gives back the
    /// one they have, whatever its state. Three statements for a new one, one otherwise.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when the premises are not in scope any more.
    pub async fn start_assessment(
        &self,
        permit: &Permit<act::StartAssessment>,
    ) -> Result<AssessmentId, StoreError> {
        let premises = *permit.target();
        if let Some(id) = self.open_assessment(premises).await? {
            return Ok(id);
        }
        let library = content::library().map_err(|_| StoreError::Unreadable("content"))?;
        let set = library.newest(STANDARD).ok_or(StoreError::Unreadable("question set"))?;
        match self.insert_assessment(permit, set).await {
            // Somebody else opened it in the same moment: theirs counts.
            Err(StoreError::Taken) => self.open_assessment(premises).await?.ok_or(StoreError::Conflict),
            other => other,
        }
    }

    async fn insert_assessment(
        &self,
        permit: &Permit<act::StartAssessment>,
        set: &QuestionSet,
    ) -> Result<AssessmentId, StoreError> {
        let premises = *permit.target();
        let id = AssessmentId(Uuid::new_v4());
        let tx = self.begin(permit.actor()).await?;
        let in_scope = premises::Entity::update_many()
            .col_expr(premises::Column::Stage, Expr::value(Stage::Assessing.as_str()))
            .filter(premises::Column::Id.eq(premises.0))
            .filter(premises::Column::Tier.is_not_null())
            .exec(tx.db())
            .await?;
        if in_scope.rows_affected != 1 {
            return Err(StoreError::Closed);
        }
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
